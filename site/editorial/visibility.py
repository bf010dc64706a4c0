"""Which pages readers may see. Every list, feed, sitemap and search asks here."""

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Locale
from wagtail.query import PageQuerySet


def visible_pages(pages: PageQuerySet, locale: Locale) -> PageQuerySet:
    """Narrow pages to those that readers of one language may see: live, public, not expired, of this language."""
    return pages.filter(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()), live=True, locale=locale).public()
