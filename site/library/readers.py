"""Which pages readers may open, whatever their language. Lists, addresses and files ask here.

Who may read a page is no language: what closes a page in the source language closes its translations too, wherever
they stand.
"""

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.query import PageQuerySet

from library.conditions import WrittenCondition


def not_expired() -> Q:
    """Return the condition that a page's time has not run out, whether or not it was taken down already."""
    return Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())


# The few restrictions come first, then the page of each, by its key. Joined, SQLite may begin with all pages.
CLOSED = f"""EXISTS (
SELECT 1 FROM {PageViewRestriction._meta.db_table} restriction WHERE EXISTS (
SELECT 1 FROM {Page._meta.db_table} closed WHERE closed.id = restriction.page_id AND (
substr({{0}}, 1, length(closed.path)) = closed.path
OR substr((
SELECT source.path FROM {Page._meta.db_table} source
INNER JOIN {Locale._meta.db_table} locale ON locale.id = source.locale_id
WHERE source.translation_key = {{1}} AND locale.language_code = %s
), 1, length(closed.path)) = closed.path)))"""  # noqa: S608 - the names of tables


def is_closed() -> WrittenCondition:
    """Return the condition, for a query of pages, that a restriction closes a page: `restrictions_of` has one."""
    return WrittenCondition(CLOSED, "path", "translation_key", values=(settings.LANGUAGE_CODE,))


def restrictions_of(page: Page) -> QuerySet[PageViewRestriction]:
    """Return the restrictions of one page: its own, those above it, and those of the page that it translates."""
    return PageViewRestriction.objects.filter(
        Exists(
            Page.objects.filter(
                Q(pk=page.pk) | Q(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
            )
            .alias(closing=ExpressionWrapper(OuterRef("page__path"), output_field=CharField()))
            .filter(path__startswith=F("closing"))
        )
    )


def served_pages(pages: PageQuerySet) -> PageQuerySet:
    """Narrow pages to those that are live and not expired. Some may ask for a password or a sign-in."""
    return pages.filter(not_expired(), live=True)


def open_pages(pages: PageQuerySet) -> PageQuerySet:
    """Narrow pages to those that everybody may read.

    Wagtail's own `public()` reads all restrictions first, a query for each list; here they are part of the query.
    """
    return served_pages(pages).filter(~is_closed())
