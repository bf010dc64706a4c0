"""Every address that readers have, and a clock that can be moved."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page

from content.structure import Structure
from editorial.visibility import visible_pages

SEARCH = {"pl": "/szukaj/", "en": "/en/search/"}
FEED = {"pl": "/rss.xml", "en": "/en/rss.xml"}
CALENDAR = {"pl": "/calendar.ics", "en": "/en/calendar.ics"}


@pytest.fixture
def reader_addresses(structure: dict[str, Structure]) -> Callable[[str, str], list[str]]:
    """A function that lists the addresses of one language: visible pages, feeds, search, the sitemap, the calendar.

    Of the goals and areas of the statute, which are many and alike, there is one each.
    """

    def addresses(language: str, query: str) -> list[str]:
        ours = structure[language]
        area = ours.areas["culture"]
        alike = [page.pk for page in [*list(ours.goals.values())[1:], *ours.areas.values()] if page != area]
        pages = visible_pages(Page.objects.filter(depth__gt=1), Locale.objects.get(language_code=language))
        return [
            *(page.url for page in pages.exclude(pk__in=alike).select_related("locale")),
            FEED[language],
            f"{FEED[language]}?area={area.slug}",
            f"{SEARCH[language]}?q={query}",
            "/sitemap.xml",
            CALENDAR[language],
        ]

    return addresses


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A function that moves the clock on by what `timedelta` takes."""
    now = timezone.now

    def move(**by: float) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(**by))

    return move
