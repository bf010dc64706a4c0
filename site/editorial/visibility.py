"""Which pages readers may see. Every list, feed, sitemap and search asks here."""

from wagtail.models import Locale
from wagtail.query import PageQuerySet

from editorial.take_downs import is_withdrawn
from library.conditions import is_of
from library.readers import open_pages


def visible_pages(pages: PageQuerySet, locale: Locale) -> PageQuerySet:
    """Narrow pages to those that lists show to readers of one language.

    They are live, public, not expired, of this language, and not marked as withdrawn: such a page is still there for
    those who have its address (`readable_pages`).
    """
    return readable_pages(pages, locale).filter(~is_withdrawn())


def readable_pages(pages: PageQuerySet, locale: Locale) -> PageQuerySet:
    """Narrow pages to those that readers of one language may see: live, public, not expired, of this language."""
    return open_pages(pages).filter(is_of("locale_id", locale.pk))
