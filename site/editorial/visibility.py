"""Which pages readers may see. Every list, feed, sitemap and search asks here."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction
from wagtail.query import PageQuerySet

from editorial.take_downs import is_withdrawn


def not_expired() -> Q:
    """Return the condition that a page's time has not run out, whether or not it was taken down already."""
    return Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())


def restrictions() -> QuerySet[PageViewRestriction]:
    """Return the restrictions of a page or of one above it, for a subquery of a query of pages."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return PageViewRestriction.objects.alias(path=path).filter(path__startswith=F("page__path"))


def visible_pages(pages: PageQuerySet, locale: Locale) -> PageQuerySet:
    """Narrow pages to those that lists show to readers of one language.

    They are live, public, not expired, of this language, and not marked as withdrawn: such a page is still there for
    those who have its address (`readable_pages`).
    """
    return readable_pages(pages, locale).filter(~is_withdrawn())


def readable_pages(pages: PageQuerySet, locale: Locale) -> PageQuerySet:
    """Narrow pages to those that readers of one language may see: live, public, not expired, of this language.

    Wagtail's own `public()` reads all restrictions first, a query for each list; here they are part of the query.
    """
    return pages.filter(not_expired(), ~Exists(restrictions()), live=True, locale=locale)
