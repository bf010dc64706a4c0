"""An invalid query string is never an error of ours: it is not found, or the nearest valid page."""

import pytest

from content.factories import make_event, make_member, make_news, make_publication, make_translation

LANGUAGES = ["pl", "en"]
OWN = {
    "pl": {"search": "/szukaj/", "feed": "/rss.xml", "sitemap": "/sitemap.xml", "calendar": "/calendar.ics"},
    "en": {"search": "/en/search/", "feed": "/en/rss.xml", "sitemap": "/sitemap-1.xml", "calendar": "/en/calendar.ics"},
}
NAMES = ("q", "area", "year", "type", "kind", "when", "member", "goal", "language", "p")
VALUES = ("abc", "-1", "99999", "9" * 40, "%00", "%ff%C5", "%ED%A0%80", "%22%27%5C%25s", "x" * 3000, "%F0%9F%91%A9", "")
# What the pages that read no query of their own are asked
AT_ONCE = [
    "&".join(f"{name}={value}" for name in ("page", *NAMES)) for value in ("abc", "%00", "%ff%C5", "%22%27%5C%25s", "")
]
LISTS = ("news", "events", "publications", "members")
QUERIES = [
    *AT_ONCE,
    *(f"page={value}" for value in VALUES),
    *("&".join(f"{name}={value}" for name in NAMES) for value in VALUES),
    *(f"{name}={value}" for name in NAMES[1:] for value in ("abc", "9" * 40)),
    "page[]=1&area[]=a&year[]=2026&q[]=a",
    "page=1&page=2&area=a&area=b&year=2025&year=2026&q=a&q=b",
    "area[$ne]=1&year[gt]=",
    "&&&=&%",
]


@pytest.fixture
def filled(structure):
    """A site with something in each list."""
    area = structure["pl"].areas["culture"]
    member = make_member(structure["pl"].sections["members"])
    news = make_news(structure["pl"].sections["news"], areas=[area], members=[member])
    event = make_event(structure["pl"].sections["events"], areas=[area], members=[member])
    publication = make_publication(structure["pl"].sections["publications"], areas=[area])
    for number, page in enumerate((member, news, event, publication)):
        make_translation(page, slug=f"english-{number}")
    return structure


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_query_string_is_an_error(client, filled, language):
    ours = filled[language]
    lists = [ours.sections[name].url for name in LISTS]
    plain = [ours.home.url, ours.areas["culture"].url, *(page.url for page in ours.sections.values())]
    asked = [(address, query) for address in (*lists, *OWN[language].values()) for query in QUERIES]
    asked += [(address, query) for address in plain if address not in lists for query in AT_ONCE]
    wrong = {
        f"{address}?{query[:60]}": response.status_code
        for address, query in asked
        if (response := client.get(f"{address}?{query}")).status_code not in {200, 404}
    }
    assert not wrong
