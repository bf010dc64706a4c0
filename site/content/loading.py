"""How code puts pages into the tree: once, in both languages, through the record of approvals."""

from typing import Any, TypeVar
from uuid import UUID, uuid5

from wagtail.models import Locale, Page

from core.models import BasePage
from editorial.publishing import publish_loaded_content

T = TypeVar("T", bound=BasePage)

NAMESPACE = UUID("0c1f6a8e-6f0b-4a9e-9a57-4b9d2f5f3c11")


def key_of(*parts: str) -> UUID:
    """Return the same identifier for the same names on every machine."""
    return uuid5(NAMESPACE, "/".join(parts))


def block(key: UUID, kind: str, value: Any, number: int = 0) -> dict[str, Any]:
    """Return a block of a stream whose id is the same in every language of a page."""
    return {"id": str(uuid5(key, f"{kind}/{number}")), "type": kind, "value": value}


def put_page(model: type[T], parent: Page, key: UUID, language: str, reason: str, **fields: Any) -> tuple[T, bool]:
    """Publish a page under `parent` unless it is there already, wherever staff have moved it.

    Args:
        key: the translation key, which the page has in every language.
        language: code of the page's language.
        reason: what the record of approvals says.
        fields: the page's own fields; values of many-to-many fields are lists.

    Returns:
        The page, and whether it was made now. A page that is there is returned as it is, live or not.
    """
    existing = model.objects.filter(translation_key=key, locale__language_code=language).first()
    if existing:
        return existing, False
    page = add_page(model, parent, key, language, **fields)
    publish_loaded_content(page, reason)
    return model.objects.get(pk=page.pk), True


def add_page(model: type[T], parent: Page, key: UUID, language: str, **fields: Any) -> T:
    """Add a page under `parent` that is not live and has no revision yet.

    The slug gets a number if staff have a page of that name there. What is not language comes from the Polish page.
    """
    page = model(locale=Locale.objects.get(language_code=language), translation_key=key, live=False, **fields)
    page.take_source_owned_fields()
    page.slug = _free_slug(parent, page.slug)
    parent.add_child(instance=page)
    return page


def _free_slug(parent: Page, slug: str) -> str:
    taken = set(Page.objects.child_of(parent).filter(slug__startswith=slug).values_list("slug", flat=True))
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
