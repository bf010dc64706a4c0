"""What readers must not see stands in no list, feed, sitemap or search, in either language."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.factories import (
    make_area,
    make_event,
    make_member,
    make_news,
    make_page,
    make_publication,
    make_translation,
)
from home.models import StandardPage

LANGUAGES = ["pl", "en"]
OTHER = {"pl": "en", "en": "pl"}
HIDDEN = "Ukryta kwiaciarnia"
VISIBLE = "Widoczna kwiaciarnia"


def make_each(structure, language, title, parent=None, **fields):
    """Make a page of every type that lists show, related so that home, area, goal, member and news pages would too."""
    ours, polish = structure[language], structure["pl"]
    slug = title.lower().replace(" ", "-")
    member = make_member(ours.sections["members"], title=f"{title} 1", slug=f"{slug}-1", **fields)
    area = make_area(
        ours.sections["areas"], title=f"{title} 2", slug=f"{slug}-2", goals=list(polish.goals.values()), **fields
    )
    areas = [polish.areas["culture"], area]
    return [
        member,
        area,
        make_news(
            ours.sections["news"],
            title=f"{title} 3",
            slug=f"{slug}-3",
            areas=areas,
            members=[member],
            featured=True,
            **fields,
        ),
        make_publication(ours.sections["publications"], title=f"{title} 4", slug=f"{slug}-4", areas=areas, **fields),
        make_page(
            StandardPage, parent or ours.home, title=f"{title} 5", slug=f"{slug}-5", show_in_menus=True, **fields
        ),
        make_event(
            ours.sections["events"], title=f"{title} 6", slug=f"{slug}-6", areas=areas, members=[member], **fields
        ),
    ]


def restrict(page, kind):
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="tajne")


def as_drafts(structure, language, later):
    return make_each(structure, language, HIDDEN, live=False)


def as_expired(structure, language, later):
    pages = make_each(structure, language, HIDDEN, expire_at=timezone.now() + timedelta(hours=1))
    later(hours=2)
    assert all(page.live for page in pages)
    return pages


def as_private(kind):
    def hide(structure, language, later):
        pages = make_each(structure, language, HIDDEN)
        for page in pages:
            restrict(page, kind)
        return pages

    return hide


def below_private(kind):
    def hide(structure, language, later):
        ours = structure[language]
        parent = make_page(StandardPage, ours.home)
        pages = make_each(structure, language, HIDDEN, parent=parent)
        area = pages[1]  # its section stays, for the areas of the statute have feeds and lists of their own
        for above in (parent, area, *(ours.sections[name] for name in ("members", "news", "events", "publications"))):
            restrict(above, kind)
        return pages

    return hide


def in_the_other_language(structure, language, later):
    return make_each(structure, OTHER[language], HIDDEN)


WAYS = {
    "draft": as_drafts,
    "expired": as_expired,
    "login": as_private(PageViewRestriction.LOGIN),
    "password": as_private(PageViewRestriction.PASSWORD),
    "below-login": below_private(PageViewRestriction.LOGIN),
    "below-password": below_private(PageViewRestriction.PASSWORD),
    "other-language": in_the_other_language,
}


def contents(client, addresses):
    found = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = response.content.decode().lower()
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_hidden_pages_stand_nowhere(client, structure, reader_addresses, later, way, language):
    hidden = WAYS[way](structure, language, later)
    found = contents(client, reader_addresses(language, "kwiaciarnia"))
    # The sitemap has both languages.
    allowed = {"/sitemap.xml"} if way == "other-language" else set()
    leaks = {
        address
        for address, content in found.items()
        if HIDDEN.lower() in content or any(page.slug in content for page in hidden)
    }
    assert leaks <= allowed


@pytest.mark.parametrize("language", LANGUAGES)
def test_visible_pages_stand_where_they_belong(client, structure, reader_addresses, language):
    pages = make_each(structure, language, VISIBLE)
    addresses = reader_addresses(language, "kwiaciarnia")
    found = contents(client, addresses)
    ours = structure[language]
    member, area, news, publication, standard, event = (page.slug for page in pages)
    feed, area_feed, search, sitemap, calendar = addresses[-5:]
    expected = {
        ours.home.url: {news, standard, event},
        ours.sections["members"].url: {member},
        ours.sections["areas"].url: {area},
        ours.sections["news"].url: {news},
        ours.sections["events"].url: {event},
        ours.sections["publications"].url: {publication},
        ours.areas["culture"].url: {news, publication, event},
        feed: {news, publication, event},
        area_feed: {news, publication, event},
        search: {member, area, news, publication, standard, event},
        sitemap: {member, area, news, publication, standard, event},
        calendar: {event},
    }
    missing = {
        address: absent
        for address, slugs in expected.items()
        if (absent := {slug for slug in slugs if slug not in found[address]})
    }
    assert not missing


@pytest.mark.parametrize(
    ("way", "language"),
    # There is no public English page while the Polish one is a draft or private.
    [("draft", "en"), ("expired", "en"), ("expired", "pl"), ("login", "en"), ("password", "en")],
)
def test_version_in_the_other_language_does_not_name_a_hidden_page(client, structure, later, way, language):
    """Neither its language switch nor its alternates do."""
    fields = {"expire_at": timezone.now() + timedelta(hours=1)} if way == "expired" else {}
    hidden = {"title": HIDDEN, "slug": "ukryta-kwiaciarnia", **fields, "live": way != "draft"}
    visible = {"title": VISIBLE, "slug": "widoczna-kwiaciarnia", "expire_at": None}
    polish = make_page(StandardPage, structure["pl"].home, **(hidden if language == "pl" else visible))
    english = make_translation(polish, **(hidden if language == "en" else visible))
    hidden_page, shown = (polish, english) if language == "pl" else (english, polish)
    if way in ("login", "password"):
        restrict(hidden_page, way)
    later(hours=2)
    for address in (shown.url, "/sitemap.xml"):
        content = client.get(address).content.decode()
        assert "widoczna-kwiaciarnia" in content
        assert "ukryta-kwiaciarnia" not in content


@pytest.mark.parametrize("way", ["login", "password"])
def test_a_private_polish_page_hides_its_english_version(client, structure, way):
    polish = make_page(StandardPage, structure["pl"].home, title=HIDDEN, slug="ukryta-kwiaciarnia")
    english = make_translation(polish, title=VISIBLE, slug="widoczna-kwiaciarnia")
    restrict(polish, way)
    assert "kwiaciarnia" not in client.get("/sitemap.xml").content.decode()
    assert VISIBLE not in client.get(english.url).content.decode()
