"""The list of events: what is to come, what is past, and what readers ask for in the address."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from content.factories import make_area, make_event, make_member, make_translation
from core.listings import newest
from editorial.publishing import publish_loaded_content
from news.models import EventPage
from tests.many_pages import make_many, query_count

DAY = timedelta(days=1)
MOST = 12
MOST_AT_HOME = 14
HOSTILE = [
    "when=",
    "when=future",
    "when=past&when=x",
    "when[]=past",
    "when=" + "p" * 5000,
    "when=past&page=99999999999999999999",
    "when=past'--&area=%ff&member=%ED%A0%80",
]


@pytest.fixture
def events(structure):
    """One event over, one going on, and two to come, made in no order."""
    now = timezone.now()
    times = {
        "next": (now + 9 * DAY, None),
        "past": (now - 9 * DAY, now - 8 * DAY),
        "soon": (now + 2 * DAY, now + 3 * DAY),
        "long past": (now - 99 * DAY, None),
        "ongoing": (now - DAY, now + DAY),
    }
    parent = structure["pl"].sections["events"]
    return {name: make_event(parent, title=name, starts_at=start, ends_at=end) for name, (start, end) in times.items()}


def shown(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.context["filtered_list"]


def titles(client, address):
    return [page.title for page in shown(client, address).page_obj.object_list]


def test_what_is_to_come_stands_first_by_its_beginning_and_what_is_past_is_a_choice(client, structure, events):
    address = structure["pl"].sections["events"].url
    assert titles(client, address) == ["ongoing", "soon", "next"]
    assert titles(client, f"{address}?when=past") == ["past", "long past"]


def test_filters_narrow_together(client, structure, events):
    area = structure["pl"].areas["culture"]
    member = make_member(structure["pl"].sections["members"])
    for name in ("past", "soon"):
        events[name].areas = [area]
        events[name].members = [member]
        publish_loaded_content(events[name], "For a test")
    address = structure["pl"].sections["events"].url
    assert titles(client, f"{address}?area={area.slug}") == ["soon"]
    assert titles(client, f"{address}?when=past&member={member.slug}&area={area.slug}") == ["past"]


def test_pages_of_past_events_keep_the_choice_in_their_links(client, structure, events, monkeypatch):
    monkeypatch.setattr("news.models.EventIndexPage.per_page", 1)
    address = structure["pl"].sections["events"].url
    assert "?when=past&amp;page=2" in client.get(f"{address}?when=past").content.decode()
    assert titles(client, f"{address}?when=past&page=2") == ["long past"]


@pytest.mark.parametrize("query", HOSTILE)
def test_any_query_gives_a_list(client, structure, events, query):
    found = shown(client, f"{structure['pl'].sections['events'].url}?{query}")
    assert found.count


def test_an_unknown_choice_is_answered_in_words_and_shows_what_is_to_come(client, structure, events):
    found = shown(client, f"{structure['pl'].sections['events'].url}?when=tomorrow")
    assert list(found.form.errors) == ["when"]
    assert [page.title for page in found.page_obj.object_list] == ["ongoing", "soon", "next"]


def test_the_list_offers_its_calendar_in_the_language_of_the_page(client, structure):
    for language, calendar in (("pl", "/calendar.ics"), ("en", "/en/calendar.ics")):
        content = client.get(structure[language].sections["events"].url).content.decode()
        assert '<link rel="alternate" type="text/calendar" title="' in content
        assert content.count(f'href="{calendar}"') == 3  # in the head, below the list, in the footer


def test_an_area_and_a_member_show_what_is_to_come(structure, client):
    area = make_area(structure["pl"].sections["areas"])
    member = make_member(structure["pl"].sections["members"])
    now = timezone.now()
    parent = structure["pl"].sections["events"]
    for title, start in (("Later", now + 2 * DAY), ("Soon", now + DAY), ("Over", now - 2 * DAY)):
        make_event(parent, title=f"{title} event", starts_at=start, areas=[area], members=[member])
    for page, relation in ((area, "area"), (member, "member")):
        assert [each.title for each in newest("events", page.locale, 5, **{relation: page})] == [
            "Soon event",
            "Later event",
        ]
        content = client.get(page.url).content.decode()
        assert content.index("Soon event") < content.index("Later event")
        assert "Over event" not in content


def both_languages(structure, number, **fields):
    now = timezone.now()
    polish = make_many(
        EventPage,
        structure["pl"].sections["events"],
        (
            {
                "title": f"Spotkanie {day}",
                "slug": f"spotkanie-{uuid4().hex}",
                "lead": "O czym będzie.",
                "starts_at": now + (day if day % 2 else -day) * DAY,
                "place": "Ratusz",
                "accessibility": "Bez schodów.",
                **fields,
            }
            for day in range(1, number + 1)
        ),
    )
    make_many(
        EventPage,
        structure["en"].sections["events"],
        (
            {
                "title": page.title,
                "slug": page.slug,
                "lead": "What it is about.",
                "starts_at": page.starts_at,
                "place": "Town hall",
                "accessibility": "No steps.",
                "translation_key": page.translation_key,
            }
            for page in polish
        ),
    )
    return polish


def test_queries_do_not_grow_with_the_number_of_events(structure, client):
    area = structure["pl"].areas["culture"]
    member = make_member(structure["pl"].sections["members"])
    related = {"pl": member, "en": make_translation(member)}
    few = both_languages(structure, 3, areas=[area], members=[member])
    english = EventPage.objects.get(locale__language_code="en", translation_key=few[0].translation_key)
    addresses = ["/calendar.ics", "/en/calendar.ics", few[0].url, english.url]
    addresses += [f"/calendar/{few[0].pk}.ics", f"/en/calendar/{english.pk}.ics"]
    for language in ("pl", "en"):
        ours = structure[language]
        index = ours.sections["events"].url
        own = ours.areas["culture"]
        addresses += [index, f"{index}?when=past&area={own.slug}&member={related[language].slug}"]
        addresses += [own.url, related[language].url]
    homes = [structure[language].home.url for language in ("pl", "en")]
    before = {address: query_count(client, address) for address in [*addresses, *homes]}
    assert max(before[address] for address in addresses) <= MOST, before
    assert max(before[address] for address in homes) <= MOST_AT_HOME, before
    both_languages(structure, 57, areas=[area], members=[member])
    assert {address: query_count(client, address) for address in before} == before
