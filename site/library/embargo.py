"""Who may see an image or a document: the one place that decides.

Everybody, while a live page that everybody may read shows it, or a setting of the site. The pages themselves are asked,
at that very moment. Otherwise the readers whom one of its live pages lets in, and staff with rights to the file.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from library.models import CustomDocument, CustomImage, FileUse
from library.readers import open_pages, restrictions_of, served_pages

T = TypeVar("T", CustomImage, CustomDocument)

ADMIN_ACCESS = "wagtailadmin.access_admin"
RIGHTS = ["add", "change", "delete", "choose"]  # of which any lets a person see the file


def public_files(model: type[T]) -> QuerySet[T]:
    """Return the images, or the documents, that everybody may see now."""
    field = "image" if model is CustomImage else "document"
    uses = FileUse.objects.filter(page=OuterRef("pk"), in_draft=False, **{f"{field}_id": OuterRef(OuterRef("pk"))})
    shown: Any = Exists(open_pages(Page.objects.filter(Exists(uses))))
    for setting, name in settings_with(model):
        shown |= Exists(setting._base_manager.filter(**{name: OuterRef("pk")}))
    return model._default_manager.filter(shown)


def settings_with(model: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """Yield the settings of the site that hold such a file, each with the name of the field: all pages show it."""
    for setting in registry:
        for field in setting._meta.concrete_fields:
            if field.related_model is model:
                yield setting, field.name


def is_public(file: CustomImage | CustomDocument) -> bool:
    """Whether everybody may see a file now."""
    return public_files(type(file)).filter(pk=file.pk).exists()


def may_see(request: HttpRequest, file: CustomImage | CustomDocument) -> bool:
    """Whether the person behind a request may see a file that is not public."""
    return is_let_in(request, file) or has_rights_to(request.user, file)


def is_let_in(request: HttpRequest, file: CustomImage | CustomDocument) -> bool:
    """Whether a live page that shows the file opens to this reader, by a password or a sign-in."""
    return any(
        all(restriction.accept_request(request) for restriction in restrictions_of(page))
        for page in served_pages(_pages_with(file, in_draft=False))
    )


def has_rights_to(user: AbstractUser | AnonymousUser, file: CustomImage | CustomDocument) -> bool:
    """Whether a person of the staff may see a file.

    By a right to its collection, or as one who may edit a page that shows it, in a draft too.
    """
    if not user.is_authenticated or not user.is_active or not user.has_perm(ADMIN_ACCESS):
        return False
    if policy_registry.get_by_type(type(file)).user_has_any_permission_for_instance(user, RIGHTS, file):
        return True
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return editable.filter(pk__in=file.uses.values("page")).exists()


def _pages_with(file: CustomImage | CustomDocument, **state: bool) -> PageQuerySet:
    return Page.objects.filter(pk__in=file.uses.filter(**state).values("page"))
