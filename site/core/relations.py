"""Related pages in the reader's language.

Relations have one owner, the Polish page; an English page holds copies that point at Polish pages. Readers see the
counterparts in their own language, and nothing where there is none.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from editorial.visibility import visible_pages
from translation.locales import locale_of


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


def counterparts(numbers: Sequence[int], locale: Locale) -> dict[int, Page]:
    """Return, by the primary keys of pages of any language, the visible pages of `locale` that are or translate them.

    In one query, in which the pages themselves are not loaded.
    """
    if not numbers:
        return {}
    chosen = Page.objects.filter(translation_key=OuterRef("translation_key"), pk__in=numbers)
    found = visible_pages(Page.objects.annotate(chosen=Subquery(chosen.values("pk")[:1])), locale)
    return {page.chosen: page for page in found.filter(chosen__isnull=False)}


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
    """Give each of `pages`, all of one type, as `area_titles` the titles of what it relates to, in one query.

    Args:
        relation: name of a many-to-many field to pages that have a number, which gives the order.
        locale: the reader's; what readers of it may not see has no title.
    """
    titles: dict[int, list[str]] = {page.pk: [] for page in pages}
    if pages:
        title = visible_pages(Page.objects.filter(translation_key=OuterRef(f"{relation}__translation_key")), locale)
        rows = type(pages[0])._default_manager.filter(pk__in=titles).order_by(f"{relation}__number")
        for pk, text in rows.values_list("pk", Subquery(title.values("title")[:1])):
            if text:
                titles[pk].append(text)
    for page in pages:
        page.area_titles = titles[page.pk]


def versions_for_readers(pages: Iterable[Page], language: str) -> dict[UUID, Page]:
    """Return, by translation key, what readers of a language get of these pages.

    That is the version in their language if they may see it, else one in another language, else nothing. It takes one
    query for each language, and none for a language that is not needed any more.
    """
    wanted = {page.translation_key for page in pages}
    found: dict[UUID, Page] = {}
    for code in sorted(dict(settings.LANGUAGES), key=lambda code: code != language):
        if missing := wanted - found.keys():
            locale = locale_of(code)
            for page in visible_pages(Page.objects.filter(translation_key__in=missing), locale):
                page.locale = locale
                found[page.translation_key] = page
    return found
