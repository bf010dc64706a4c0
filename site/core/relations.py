"""Related pages in the reader's language.

Relations have one owner, the Polish page; an English page holds copies that point at Polish pages. Readers see the
counterparts in their own language, and nothing where there is none.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from editorial.visibility import visible_pages


def related_pages(page: Page, relation: str) -> PageQuerySet:
    """Return the visible pages that `page` relates to, in its own language, in one query.

    Args:
        page: saved, or loaded from a revision for a preview.
        relation: name of a many-to-many field.
    """
    related: Any = getattr(page, relation).all()
    live = isinstance(related, QuerySet)  # in a preview it is a list of what the draft says
    keys = related.order_by().values("translation_key") if live else [each.translation_key for each in related]
    model = page._meta.get_field(relation).related_model
    return visible_pages(model._default_manager.filter(translation_key__in=keys), page.locale)


def pages_relating_to(model: type[Page], relation: str, page: Page) -> PageQuerySet:
    """Return the visible pages of `model`, in the language of `page`, that relate to it in either language."""
    related = model._default_manager.filter(**{f"{relation}__translation_key": page.translation_key})
    return visible_pages(related, page.locale)


def counterparts(pages: Sequence[Page], locale: Locale) -> dict[UUID, Page]:
    """Return, by translation key, the visible pages of a language that are or translate `pages`, in one query."""
    if not pages:
        return {}
    found = visible_pages(Page.objects.filter(translation_key__in=[page.translation_key for page in pages]), locale)
    return {page.translation_key: page for page in found}


def related_through(pages: Sequence[Page], relation: str, locale: Locale) -> PageQuerySet:
    """Return the visible pages of a language that any of `pages` relates to, in one query.

    Args:
        pages: at least one, all of one type.
        relation: name of a many-to-many field, followed from the pages in the source language, which own it.
    """
    owner = type(pages[0])
    model = owner._meta.get_field(relation).related_model
    keys = owner._default_manager.filter(translation_key__in=[page.translation_key for page in pages])
    related = keys.order_by().values(f"{relation}__translation_key")
    return visible_pages(model._default_manager.filter(translation_key__in=related), locale)


def keys_by_page(pages: Sequence[Page], relation: str) -> dict[int, list[UUID]]:
    """Return the translation keys of what each of `pages`, all of one type, relates to, in one query for all.

    Args:
        relation: name of a many-to-many field.
    """
    keys: dict[int, list[UUID]] = {page.pk: [] for page in pages}
    if pages:
        rows = type(pages[0])._default_manager.filter(pk__in=keys, **{f"{relation}__isnull": False}).order_by("pk")
        for page_pk, key in rows.values_list("pk", f"{relation}__translation_key"):
            keys[page_pk].append(key)
    return keys


def add_titles(pages: Sequence[Any], relation: str, locale: Locale) -> None:
    """Give each of `pages`, all of one type, as `area_titles` the titles of what it relates to, in two queries.

    Args:
        relation: name of a many-to-many field to pages that have a number, which gives the order.
        locale: the reader's; what readers of it may not see has no title.
    """
    keys = keys_by_page(pages, relation)
    model = type(pages[0])._meta.get_field(relation).related_model if pages else None
    wanted = {key for each in keys.values() for key in each}
    related = visible_pages(model._default_manager.filter(translation_key__in=wanted), locale) if wanted else []
    titles = dict(related.order_by("number").values_list("translation_key", "title")) if wanted else {}
    for page in pages:
        page.area_titles = [title for key, title in titles.items() if key in keys[page.pk]]
