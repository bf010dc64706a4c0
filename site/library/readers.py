"""Which pages readers may open, whatever their language. Lists, addresses and files ask here."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def not_expired() -> Q:
    """Return the condition that a page's time has not run out, whether or not it was taken down already."""
    return Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())


def restrictions() -> QuerySet[PageViewRestriction]:
    """Return the restrictions of a page or of one above it, for a subquery of a query of pages."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return PageViewRestriction.objects.alias(path=path).filter(path__startswith=F("page__path"))


def served_pages(pages: PageQuerySet) -> PageQuerySet:
    """Narrow pages to those that are live and not expired. Some may ask for a password or a sign-in."""
    return pages.filter(not_expired(), live=True)


def open_pages(pages: PageQuerySet) -> PageQuerySet:
    """Narrow pages to those that everybody may read.

    Wagtail's own `public()` reads all restrictions first, a query for each list; here they are part of the query.
    """
    return served_pages(pages).filter(~Exists(restrictions()))
