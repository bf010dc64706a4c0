"""Removes the example set and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Model
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Collection, Page, ReferenceIndex

from accounts.models import User
from content.example.accounts import remove_account
from content.example.association import forget_association
from content.example.home import lift_alert, remove_sections
from content.example.items import find, is_loaded, made
from content.models import ExampleItem
from library.models import CustomDocument, CustomImage
from library.use import live_pages_with
from recycle_bin.files import binned_pages_with


@dataclass
class Removal:
    """What was removed, and what staff may want to look at afterwards."""

    pages: int = 0
    images: int = 0
    documents: int = 0
    accounts_deleted: list[str] = field(default_factory=list)
    accounts_deactivated: list[str] = field(default_factory=list)
    translations: list[str] = field(default_factory=list)
    unlinked: list[tuple[str, str]] = field(default_factory=list)  # (what staff made, what it led to)
    files_kept: list[str] = field(default_factory=list)  # shown by live pages that staff made, or in the recycle bin
    collection_kept: bool = False


@transaction.atomic
def remove_example() -> Removal:
    """Remove the pages, files, collection and accounts of the example set.

    A translation that staff made of an example page goes with it, since it has no source any more. What else staff
    made stays, though a link in it may lead nowhere then; the answer names each. A file that a live page of theirs
    shows stays too, and is theirs from now on. Home pages are published again without the example's sections. Records
    of approvals and contributions stay, and with them the accounts that they name, deactivated.
    """
    done = Removal()
    remove_sections()
    lift_alert()
    pages = _pages(done)
    files: list[CustomImage | CustomDocument] = [*made(CustomImage), *made(CustomDocument)]
    ours = {page.pk for page in pages}
    kept = [
        file
        for file in files
        if any(pages.exclude(pk__in=ours).exists() for pages in (live_pages_with(file), binned_pages_with(file)))
    ]
    files = [file for file in files if file not in kept]
    gone: list[Model] = [*pages, *files]
    done.unlinked = sorted(set(_references(gone)))
    done.files_kept = sorted(map(str, kept))
    done.pages = len(pages)
    done.images = sum(isinstance(file, CustomImage) for file in files)
    done.documents = len(files) - done.images
    for page in pages:
        DeletePageAction(page, user=None).execute(skip_permission_checks=True)
    for file in files:
        file.delete()
    if is_loaded():
        forget_association()
    done.collection_kept = not _remove_collection()
    for user in made(User):
        (done.accounts_deleted if remove_account(user) else done.accounts_deactivated).append(user.username)
    ExampleItem.objects.exclude(key__in=[f"user:{name}" for name in done.accounts_deactivated]).delete()
    return done


def _pages(done: Removal) -> list[Page]:
    """Return the example pages and their translations, translations first."""
    ours = {page.pk: page.specific for page in made(Page)}
    family = Page.objects.filter(translation_key__in={page.translation_key for page in ours.values()}).specific()
    others = [page for page in family if page.pk not in ours]
    done.translations = sorted(page.title for page in others)
    return sorted([*ours.values(), *others], key=lambda page: (not page.is_translation, page.pk))


def _references(gone: list[Model]) -> Iterable[tuple[str, str]]:
    """Yield what refers to the things that go, by name, unless it goes too."""
    going = {(type(thing)._base_manager.model._meta.label, thing.pk) for thing in gone}
    going |= {("wagtailcore.Page", thing.pk) for thing in gone if isinstance(thing, Page)}
    for thing in gone:
        for reference in ReferenceIndex.get_references_to(thing).select_related("base_content_type"):
            model = reference.base_content_type.model_class()
            source = model._base_manager.filter(pk=reference.object_id).first() if model else None
            if source is not None and (source._meta.label, source.pk) not in going:
                yield str(source), str(thing)
        for relation in thing._meta.related_objects:  # the index of references leaves out many-to-many relations
            if relation.many_to_many and issubclass(relation.related_model, Page):
                for source in relation.related_model._base_manager.filter(**{relation.field.name: thing}):
                    if (source._meta.label, source.pk) not in going:
                        yield str(source), str(thing)


def _remove_collection() -> bool:
    """Delete the collection, unless staff have put something into it."""
    collection = find(Collection, "collection")
    if collection is None:
        return True
    used = collection.get_children().exists() or any(
        model._base_manager.filter(collection=collection).exists() for model in (CustomImage, CustomDocument)
    )
    if used:
        return False
    collection.delete()
    return True
