"""Files follow their pages: whatever opens a page to readers or closes it moves the files that the page shows.

Whether a document is public is asked when it is served, so nothing has to be done for it. Copies of renditions in
public storage appear and vanish here, after the transaction and in the same process.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from library.embargo import settings_with
from library.models import CustomImage, FileUse
from library.recording import images_among, record_use
from library.release import settle_later, stray_images


def follow_row(page: Page) -> None:
    """Record which files the saved row of a specific page names, and settle those that it names or named."""
    settle_later(images_among(record_use(page)))


def follow_bare_page(sender: type[Page], instance: Page, raw: bool = False, **_kwargs: Any) -> None:
    """Settle the images of a page that was saved without its own fields, which only its state can change."""
    if not raw:
        settle_later(_images_of(page_id=instance.pk))


def follow_deletion(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    """Settle the images of a page that is deleted."""
    if isinstance(instance, Page):
        settle_later(_images_of(page_id=instance.pk))


def follow_move(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Settle the images of pages that were moved, for instance below a page with a password."""
    settle_later(_images_below(instance))


def follow_restriction(sender: type[Model], instance: PageViewRestriction, **_kwargs: Any) -> None:
    """Settle the images of the pages that a restriction closes or opens."""
    if page := Page.objects.filter(pk=instance.page_id).first():
        settle_later(_images_below(page))


def follow_settings(sender: type[Model], instance: Model, raw: bool = False, **_kwargs: Any) -> None:
    """Settle the images that stand on every page, and those that stood there before."""
    if not raw:
        now = {getattr(instance, f"{name}_id") for model, name in settings_with(CustomImage) if model is sender}
        settle_later({number for number in now if number} | stray_images())


def _images_of(**pages: Any) -> set[int]:
    uses = FileUse.objects.filter(in_draft=False, image__isnull=False, **pages)
    return set(uses.values_list("image_id", flat=True))


def _images_below(page: Page) -> set[int]:
    """Return the images of a page, of those below it, and of their translations: all are closed and opened together."""
    subtree = Page.objects.filter(path__startswith=page.path).order_by()
    return _images_of(page__translation_key__in=subtree.values("translation_key"))


def connect() -> None:
    """Follow pages, their restrictions, and the settings of the site."""
    name = "editorial.embargo"
    post_save.connect(follow_bare_page, sender=Page, dispatch_uid=f"{name}.page")
    pre_delete.connect(follow_deletion, dispatch_uid=f"{name}.deleted")
    post_page_move.connect(follow_move, dispatch_uid=f"{name}.moved")
    for signal in (post_save, post_delete):
        signal.connect(follow_restriction, sender=PageViewRestriction, dispatch_uid=f"{name}.restriction")
    for model in registry:
        post_delete.connect(follow_settings, sender=model, dispatch_uid=f"{name}.settings.deleted.{model.__name__}")
        post_save.connect(follow_settings, sender=model, dispatch_uid=f"{name}.settings.{model.__name__}")
