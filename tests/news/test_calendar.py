"""Events in the calendar programs of readers: what the files say, read back, and whom they say it to."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import PageViewRestriction, Site

from content.factories import make_event, make_page, make_translation
from core.models import AssociationSettings
from editorial.publishing import publish_loaded_content
from home.models import StandardPage
from tests.news.conftest import WARSAW, at

CALENDARS = {"pl": "/calendar.ics", "en": "/en/calendar.ics"}


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def entry_of(client, page):
    prefix = "/en" if page.locale.language_code == "en" else ""
    (entry,) = read(client, f"{prefix}/calendar/{page.pk}.ics").events
    return entry


def names(calendar):
    return [str(entry["summary"]) for entry in calendar.events]


def test_an_event_says_what_when_where_and_for_whom(client, structure, event):
    area = structure["pl"].areas["culture"]
    page = event(
        "2097-03-12 10:00",
        "2097-03-12 15:30",
        title="Narada; o Łące, bez przerwy",
        lead="Po co\r\nsię spotykamy.",
        place="Ratusz, sala 12",
        address="ul. Przykładowa 1\r\n00-000 Śródwzorze",
        online_url="https://meet.example.org/a",
        registration="Zapisy w biurze.",
        registration_url="https://forms.example.org/b",
        registration_deadline=date(2097, 3, 5),
        accessibility="Bez schodów. Pętla indukcyjna.",
        areas=[area],
    )
    entry = entry_of(client, page)
    assert entry["uid"] == str(page.translation_key)
    assert entry["summary"] == page.title
    assert (entry.start, entry.end) == (at("2097-03-12 10:00"), at("2097-03-12 15:30"))
    assert entry["dtstart"].params["TZID"] == "Europe/Warsaw"
    assert entry["location"] == "Ratusz, sala 12, ul. Przykładowa 1, 00-000 Śródwzorze"
    assert entry["url"] == f"http://localhost{page.url}"
    assert entry["status"] == "CONFIRMED"
    assert [str(each) for each in entry["categories"].cats] == [area.title]
    assert "organizer" not in entry
    for text in ("Po co\nsię spotykamy.", page.online_url, page.registration, page.registration_url, "5 marca 2097 r."):
        assert text in entry["description"]
    assert page.accessibility in entry["description"]


def test_it_carries_its_time_zone_and_what_calendar_programs_ask_for(client, structure, event):
    page = event("2097-03-12 10:00")
    for address in (f"/calendar/{page.pk}.ics", "/calendar.ics"):
        calendar = read(client, address)
        assert calendar["version"] == "2.0"
        assert calendar["prodid"]
        assert [zone.tz_name for zone in calendar.timezones] == ["Europe/Warsaw"]
        assert not calendar.get_missing_tzids()
        assert AssociationSettings.for_site(Site.objects.get()).name_pl in calendar.calendar_name
    raw = client.get(f"/calendar/{page.pk}.ics").content
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in raw  # its type is never left out (RFC 7986, 5.7)
    assert b"\r\n" in raw
    assert max(map(len, raw.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2096-03-24 22:00", "2096-03-25 05:00", 6),  # clocks go forward
        ("2096-10-27 22:00", "2096-10-28 05:00", 8),  # clocks go back
    ],
)
def test_a_night_of_a_change_of_clocks_has_its_true_length(client, event, start, end, hours):
    entry = entry_of(client, event(start, end))
    assert entry.end.astimezone(UTC) - entry.start.astimezone(UTC) == timedelta(hours=hours)
    assert entry.start.replace(tzinfo=None) == datetime.fromisoformat(start)
    assert entry.end.replace(tzinfo=None) == datetime.fromisoformat(end)


def test_the_time_zone_in_the_file_says_when_clocks_change(client, event):
    page = event("2096-03-24 22:00", "2096-03-25 05:00")
    (zone,) = read(client, f"/calendar/{page.pk}.ics").timezones
    read_back = zone.to_tz()
    for moment in (datetime(2096, 3, 25, 1, 59), datetime(2096, 3, 25, 3), datetime(2096, 10, 28, 12)):  # noqa: DTZ001 - put into zones below
        assert moment.replace(tzinfo=read_back).utcoffset() == moment.replace(tzinfo=WARSAW).utcoffset()


def test_whole_days_end_on_the_day_after_the_last(client, event):
    several = entry_of(client, event("2097-03-03 00:00", "2097-03-14 00:00", all_day=True))
    one = entry_of(client, event("2097-03-31 09:00", all_day=True))
    assert (several["dtstart"].dt, several["dtend"].dt) == (date(2097, 3, 3), date(2097, 3, 15))
    assert (one["dtstart"].dt, one["dtend"].dt) == (date(2097, 3, 31), date(2097, 4, 1))
    assert several["dtstart"].params["VALUE"] == "DATE"


def test_without_an_end_none_is_invented(client, event):
    assert "dtend" not in entry_of(client, event("2097-03-12 10:00"))


@pytest.mark.parametrize(
    ("state", "status"),
    [("planned", "CONFIRMED"), ("cancelled", "CANCELLED"), ("postponed", "TENTATIVE"), ("moved_online", "CONFIRMED")],
)
def test_state_stands_in_status_title_and_description(client, event, state, status):
    fields = {
        "state": state,
        "state_note": "Awaria prądu.",
        "title": "Narada",
        "online_url": "https://meet.example.org/",
    }
    page = event("2097-03-12 10:00", place="Ratusz", **fields)
    entry = entry_of(client, page)
    assert entry["status"] == status
    planned = state == "planned"
    assert (entry["summary"] == "Narada") is planned
    assert entry["summary"].endswith("Narada")
    assert ("Awaria prądu." in entry["description"]) is not planned
    assert (entry["location"] == "https://meet.example.org/") is (state == "moved_online")


def test_organiser_is_named_only_with_an_address(client, event):
    page = event("2097-03-12 10:00", organiser="Gmina Zmyślona", contact_email="gmina@example.org")
    organiser = entry_of(client, page)["organizer"]
    assert organiser == "mailto:gmina@example.org"
    assert organiser.params["CN"] == "Gmina Zmyślona"
    assert "organizer" not in entry_of(client, event("2097-03-12 10:00", organiser="Gmina Zmyślona"))


def test_a_change_has_a_higher_number_and_a_later_time_in_both_languages(client, event, now):
    now("2027-01-01 10:00")
    polish = event("2097-03-12 10:00")
    english = make_translation(polish, slug="meeting")
    before = {page: entry_of(client, page) for page in (polish, english)}
    again = client.get(f"/calendar/{polish.pk}.ics").content
    assert client.get(f"/calendar/{polish.pk}.ics").content == again
    now("2027-01-02 10:00")
    polish.starts_at = at("2097-03-13 10:00")
    publish_loaded_content(polish, "For a test")
    for page, old in before.items():
        entry = entry_of(client, page)
        assert entry["uid"] == old["uid"]
        assert entry["sequence"] > old["sequence"]
        assert entry["dtstamp"].dt == entry["last-modified"].dt == at("2027-01-02 10:00")
        assert old["created"].dt == entry["created"].dt == at("2027-01-01 10:00")
        assert entry.start == at("2097-03-13 10:00")


def test_each_calendar_has_the_events_of_its_language_until_ninety_days_after(client, structure, event):
    now = timezone.now()
    parent = structure["pl"].sections["events"]
    times = {"later": now + timedelta(days=400), "over": now - timedelta(days=89), "old": now - timedelta(days=92)}
    for title, start in times.items():
        make_event(parent, title=title, starts_at=start)
    soon = make_event(parent, title="soon", starts_at=now + timedelta(days=1))
    make_translation(soon, slug="soon", title="soon (en)")
    make_event(structure["en"].sections["events"], title="English only")
    assert names(read(client, CALENDARS["pl"])) == ["over", "soon", "later"]
    assert names(read(client, CALENDARS["en"])) == ["soon (en)", "English only"]


@pytest.mark.parametrize("language", CALENDARS)
def test_an_empty_calendar_is_one_too(client, structure, language):
    calendar = read(client, CALENDARS[language])
    assert names(calendar) == []
    assert calendar.calendar_name


@pytest.mark.parametrize("language", CALENDARS)
def test_calendars_are_the_same_for_everyone(client, structure, event, people, language):
    address = CALENDARS[language]
    make_translation(event("2097-03-12 10:00"), slug="meeting")
    anonymous = client.get(address, headers={"accept-language": "en", "cookie": "sessionid=invented"})
    assert not anonymous.cookies
    assert anonymous["Vary"] == "Accept-Encoding"
    assert anonymous["Content-Language"] == language
    client.force_login(people["superuser"])
    assert client.get(address).content == anonymous.content


def hidden_events(structure):
    """Yield events that readers of Polish must not see, each with why."""
    parent = structure["pl"].sections["events"]
    yield "draft", make_event(parent, title="draft", live=False)
    private = make_event(parent, title="private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    yield "private", private
    expired = make_event(parent, title="expired", expire_at=timezone.now() + timedelta(seconds=0.001))
    yield "expired", expired
    yield "English", make_event(structure["en"].sections["events"], title="English")


def test_only_visible_events_have_a_file_and_stand_in_the_calendar(client, structure, people):
    client.force_login(people["superuser"])
    for why, page in hidden_events(structure):
        assert client.get(f"/calendar/{page.pk}.ics").status_code == 404, why
    assert names(read(client, "/calendar.ics")) == []


def test_a_file_is_at_the_address_of_its_language_only(client, event):
    polish = event("2097-03-12 10:00")
    english = make_translation(polish, slug="meeting")
    assert client.get(f"/en/calendar/{polish.pk}.ics").status_code == 404
    assert client.get(f"/calendar/{english.pk}.ics").status_code == 404
    assert entry_of(client, english)["url"].endswith(english.url)


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 10, "9" * 40, "1.5", "%00"])
def test_any_other_number_is_not_found(client, structure, number):
    for prefix in ("", "/en"):
        assert client.get(f"{prefix}/calendar/{number}.ics").status_code == 404


def test_a_page_of_another_type_has_no_file(client, structure):
    page = make_page(StandardPage, structure["pl"].home)
    assert client.get(f"/calendar/{page.pk}.ics").status_code == 404


def test_calendars_are_only_read(client, structure):
    assert client.post("/calendar.ics").status_code == 405
    assert client.head("/calendar.ics").status_code == 200


def test_an_event_page_offers_its_file_once_it_is_live(client, event, people):
    page = event("2097-03-12 10:00")
    assert f'href="/calendar/{page.pk}.ics"' in client.get(page.url).content.decode()
    draft = event("2097-03-12 10:00", live=False)
    client.force_login(people["superuser"])
    preview = draft.make_preview_request().content.decode()
    assert f"/calendar/{draft.pk}.ics" not in preview


def test_a_file_is_saved_under_the_slug_of_its_page(client, event):
    page = event("2097-03-12 10:00", slug="narada-o-lace")
    assert client.get(f"/calendar/{page.pk}.ics")["Content-Disposition"] == 'attachment; filename="narada-o-lace.ics"'
