"""What an event's page tells readers and search engines."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from content.factories import make_translation
from core.models import AssociationSettings
from news.models import EventPage


@pytest.fixture
def main(client):
    """A function that reads the main part of a page."""

    def read(page):
        response = client.get(page.url)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").main

    return read


def facts(main):
    return [row.get_text(" ", strip=True) for row in main.select(".facts__value")]


def test_a_day_is_a_leaf_of_a_calendar_that_reads_as_a_date(main, event):
    polish = event("2097-03-12 10:00", "2097-03-12 15:30")
    leaf = main(polish).select_one("time.leaf")
    assert leaf["datetime"] == "2097-03-12"
    assert leaf.get_text(" ", strip=True) == "Wtorek 12 marca 2097"
    leaf = main(make_translation(polish, slug="meeting")).select_one("time.leaf")
    assert leaf.get_text(" ", strip=True) == "Tuesday 12 March 2097"


def test_facts_say_what_a_person_needs_to_take_part(main, event):
    page = event(
        "2097-03-12 10:00",
        "2097-03-12 15:30",
        place="Ratusz",
        address="ul. Przykładowa 1\n00-000 Śródwzorze",
        attendance="mixed",
        online_url="https://meet.example.org/a",
        registration="Zapisy w biurze.\nDecyduje kolejność.",
        registration_url="https://forms.example.org/b",
        registration_deadline=date(2097, 3, 5),
        cost="20 zł",
        organiser="Gmina Zmyślona",
        contact_email="gmina@example.org",
        contact_phone="+48 000 000 000",
        accessibility="Bez schodów.\nPętla indukcyjna.",
    )
    shown = main(page)
    values = facts(shown)
    for value in ("12 marca 2097 r., godz. 10.00–15.30", "Ratusz", "20 zł", "Gmina Zmyślona"):
        assert value in values
    assert "Bez schodów. Pętla indukcyjna." in values
    links = {link["href"] for link in shown.select(".facts a")}
    assert links == {
        page.online_url,
        page.registration_url,
        "tel:+48000000000",
        "mailto:gmina@example.org",
    }
    assert shown.find("time", datetime="2097-03-05").get_text() == "5 marca 2097 r."
    english = main(make_translation(page, slug="meeting"))
    address = next(row for row in english.select(".facts__value") if "Śródwzorze" in row.get_text())
    assert address.span["lang"] == "pl"


def test_an_address_is_no_english_where_the_page_is_polish(main, event):
    shown = main(event("2097-03-12 10:00", address="ul. Przykładowa 1"))
    assert not shown.select(".facts [lang]")


def test_what_is_over_offers_neither_registration_nor_the_meeting_online(main, event, now):
    page = event(
        "2027-03-12 10:00",
        attendance="online",
        online_url="https://meet.example.org/a",
        registration_url="https://forms.example.org/b",
    )
    assert len(main(page).select(".facts a")) == 2
    now("2027-03-13 00:00")
    shown = main(page)
    assert not shown.select(".facts a")
    assert shown.select_one(".notice")


@pytest.mark.parametrize("state", [state for state in EventPage.State if state != "planned"])
def test_a_change_of_plan_stands_above_the_facts(main, event, state):
    page = event("2097-03-12 10:00", place="Ratusz", state=state, state_note="Awaria prądu.")
    english = make_translation(page, slug="meeting")
    notice = main(english).select_one(".notice")
    assert notice.select_one(".notice__heading").get_text() == str(EventPage.State(state).label).capitalize()
    assert notice.select_one(".notice__text").get_text() == english_notice(state)
    assert ("Ratusz" in facts(main(english))) is (state != "moved_online")
    assert str(main(english)).index("notice") < str(main(english)).index("facts")


def english_notice(state):
    with translation.override("en"):
        return EventPage(state=state, state_note="Awaria prądu.").state_notice


def test_a_planned_event_has_no_notice(main, event):
    assert not main(event("2097-03-12 10:00")).select(".notice")


def test_a_list_marks_what_does_not_take_place_as_planned(client, structure, event):
    event("2097-03-12 10:00", state="cancelled")
    event("2097-03-13 10:00")
    content = client.get(structure["pl"].sections["events"].url).content
    assert len(BeautifulSoup(content, "html.parser").select(".item--event .item__mark")) == 1


@pytest.fixture
def node(rf):
    """A function that returns what search engines are told of an event."""

    def read(page):
        *_page, found = page.structured_data(rf.get("/", headers={"host": "localhost"}))
        return found

    return read


def test_search_engines_are_told_in_the_terms_of_schema_org(structure, event, node):
    page = event(
        "2097-03-12 10:00",
        "2097-07-01 15:30",
        title="Narada",
        lead="O czym.",
        place="Ratusz",
        address="ul. Przykładowa 1\r\n00-000 Śródwzorze",
        is_free=True,
    )
    assert node(page) == {
        "@type": "Event",
        "@id": f"http://localhost{page.url}#event",
        "mainEntityOfPage": {"@id": f"http://localhost{page.url}"},
        "name": "Narada",
        "description": "O czym.",
        "url": f"http://localhost{page.url}",
        "inLanguage": "pl",
        "startDate": "2097-03-12T10:00:00+01:00",
        "endDate": "2097-07-01T15:30:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "Ratusz", "address": "ul. Przykładowa 1, 00-000 Śródwzorze"},
        "organizer": {
            "@type": "Organization",
            "@id": "http://localhost/#organization",
            "name": AssociationSettings.for_site(structure["pl"].home.get_site()).name_pl,
        },
        "isAccessibleForFree": True,
    }


def test_whole_days_are_told_as_days(event, node):
    found = node(event("2097-03-03 00:00", "2097-03-14 00:00", all_day=True))
    assert (found["startDate"], found["endDate"]) == ("2097-03-03", "2097-03-14")
    assert "isAccessibleForFree" not in found


@pytest.mark.parametrize(
    ("fields", "mode", "types"),
    [
        ({}, "Offline", ["Place"]),
        ({"attendance": "online"}, "Online", ["VirtualLocation"]),
        ({"attendance": "mixed"}, "Mixed", ["Place", "VirtualLocation"]),
        ({"state": "moved_online"}, "Online", ["VirtualLocation"]),
    ],
)
def test_search_engines_are_told_where(event, node, fields, mode, types):
    for url in ("https://meet.example.org/a", ""):
        page = event("2097-03-12 10:00", online_url=url, **fields)
        found = node(page)
        location = found["location"] if isinstance(found["location"], list) else [found["location"]]
        assert found["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
        assert [each["@type"] for each in location] == types
        if "VirtualLocation" in types:
            assert location[-1]["url"] == (url or f"http://localhost{page.url}")


@pytest.mark.parametrize(
    ("state", "status"),
    [("cancelled", "EventCancelled"), ("postponed", "EventPostponed"), ("moved_online", "EventMovedOnline")],
)
def test_search_engines_are_told_of_a_change_of_plan(event, node, state, status):
    page = event("2097-03-12 10:00", state=state, organiser="Gmina Zmyślona")
    assert node(page)["eventStatus"] == f"https://schema.org/{status}"
    assert node(page)["organizer"]["name"] == "Gmina Zmyślona"


@pytest.mark.parametrize(("language", "address"), [("pl", "/szukaj/"), ("en", "/en/search/")])
def test_search_finds_events_and_says_what_they_are_about(client, event, language, address):
    polish = event("2097-03-12 10:00", title="Kwiaciarnia", lead="Zaproszenie.", place="Młyn")
    english = make_translation(polish, slug="flowers", title="Kwiaciarnia in English", lead="An invitation.")
    page = polish if language == "pl" else english
    (result,) = client.get(address, {"q": "kwiaciarnia"}).context["results"]
    assert (result.title, result.excerpt, result.url) == (page.title, page.lead, page.url)
    assert [each.title for each in client.get("/szukaj/", {"q": "młyn"}).context["results"]] == [polish.title]


def test_the_feed_announces_events(client, event):
    page = event("2097-03-12 10:00", title="Narada o łące")
    content = client.get("/rss.xml").content.decode()
    assert page.title in content
    assert page.full_url in content
