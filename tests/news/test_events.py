"""An event: when it takes place, what its form refuses, and what its English page takes from the Polish one."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.users.models import UserProfile

from content.factories import make_event, make_translation
from editorial.publishing import publish_loaded_content
from news.events import is_upcoming
from news.models import EventPage
from tests.editor_forms import post_form
from tests.news.conftest import at

TYPED = {"starts_at": "12.03.2027 10:00", "ends_at": "12.03.2027 15:30"}


@pytest.fixture
def draft(structure):
    return make_event(structure["pl"].sections["events"], live=False)


def saved(draft):
    return EventPage.objects.get(pk=draft.pk).get_latest_revision_as_object()


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("12.03.2027 10:00", datetime(2027, 3, 12, 9, tzinfo=UTC)),
        ("28.03.2027 01:30", datetime(2027, 3, 28, 0, 30, tzinfo=UTC)),
        ("28.03.2027 03:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        ("31.10.2027 00:30", datetime(2027, 10, 30, 22, 30, tzinfo=UTC)),
        ("31.10.2027 03:30", datetime(2027, 10, 31, 2, 30, tzinfo=UTC)),
    ],
)
def test_hours_are_typed_as_the_clocks_of_warsaw_show_them(client, people, draft, typed, utc):
    client.force_login(people["editor"])
    address = f"/admin/pages/{draft.pk}/edit/"
    assert post_form(client, address, starts_at=typed, ends_at="").status_code == 302
    assert saved(draft).starts_at == utc
    assert client.get(address).context["form"]["starts_at"].value().strftime("%d.%m.%Y %H:%M") == typed


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({**TYPED, "ends_at": "12.03.2027 09:59"}, "ends_at"),
        ({**TYPED, "ends_at": "11.03.2027 00:00", "all_day": "on"}, "ends_at"),
        ({**TYPED, "registration_deadline": "13.03.2027"}, "registration_deadline"),
        ({**TYPED, "registration_deadline": "nigdy"}, "registration_deadline"),
        ({**TYPED, "starts_at": "jutro"}, "starts_at"),
        ({**TYPED, "starts_at": ""}, "starts_at"),
        ({**TYPED, "ends_at": "99.99.9999 10:00"}, "ends_at"),
        # An hour that the clocks of Warsaw leave out; one that they show twice is taken (test_moments)
        ({**TYPED, "starts_at": "28.03.2027 02:30", "ends_at": ""}, "starts_at"),
        ({**TYPED, "online_url": "zoom"}, "online_url"),
        ({**TYPED, "registration_url": "javascript:alert(1)"}, "registration_url"),
        ({**TYPED, "contact_email": "biuro"}, "contact_email"),
        ({**TYPED, "contact_phone": "zadzwoń"}, "contact_phone"),
        ({**TYPED, "state": "unknown"}, "state"),
    ],
)
def test_wrong_value_is_named_at_its_field_and_kept(client, people, draft, typed, field):
    client.force_login(people["editor"])
    address = f"/admin/pages/{draft.pk}/edit/"
    response = post_form(client, address, **{"registration_deadline": "01.03.2027", **typed}, lead="Typed just now.")
    assert response.status_code == 200
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert "Typed just now." in response.content.decode()
    assert {name: form[name].value() for name in typed if name != "all_day"} == {
        name: value for name, value in typed.items() if name != "all_day"
    }


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({**TYPED, "ends_at": "12.03.2027 09:59"}, "The event ends before it begins. Correct one of the two."),
        (
            {**TYPED, "registration_deadline": "13.03.2027"},
            "Registration ends after the event. Correct one of the dates.",
        ),
    ],
)
def test_refusals_say_what_to_do(client, people, draft, typed, message):
    UserProfile.objects.create(user=people["editor"], preferred_language="en")
    client.force_login(people["editor"])
    response = post_form(client, f"/admin/pages/{draft.pk}/edit/", **typed)
    assert message in response.content.decode()


def test_a_draft_may_wait_for_what_is_required_but_not_be_submitted_without_it(client, people, draft):
    empty = {"lead": "", "place": "", "accessibility": ""}
    address = f"/admin/pages/{draft.pk}/edit/"
    client.force_login(people["editor"])
    assert post_form(client, address, **empty).status_code == 302
    response = post_form(client, address, action="submit", **empty)
    assert set(response.context["form"].errors) == set(empty)


def test_hours_of_a_whole_day_do_not_count(event):
    page = event("2027-03-12 10:00", "2027-03-12 00:00", all_day=True)
    page.full_clean()
    assert (page.first_day, page.last_day) == (date(2027, 3, 12), date(2027, 3, 12))


def test_a_registration_may_last_until_the_last_day(event):
    page = event("2027-03-12 19:00", "2027-03-13 00:00", registration_deadline=date(2027, 3, 12))
    page.registration_deadline = date(2027, 3, 13)
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert list(refusal.value.message_dict) == ["registration_deadline"]


@pytest.mark.parametrize(
    ("start", "end", "all_day", "last", "after"),
    [
        ("2027-03-12 10:00", "2027-03-12 15:30", False, "2027-03-12 15:29", "2027-03-12 15:30"),
        ("2027-03-12 10:00", "2027-03-14 15:30", False, "2027-03-14 15:29", "2027-03-14 15:30"),
        ("2027-03-12 10:00", None, False, "2027-03-12 23:59", "2027-03-13 00:00"),
        ("2027-03-12 10:00", None, True, "2027-03-12 23:59", "2027-03-13 00:00"),
        ("2027-03-12 10:00", "2027-03-14 08:00", True, "2027-03-14 23:59", "2027-03-15 00:00"),
        # Over the nights on which clocks go forward and back
        ("2027-03-27 22:00", "2027-03-28 05:00", False, "2027-03-28 04:59", "2027-03-28 05:00"),
        ("2027-03-28 00:00", None, True, "2027-03-28 23:59", "2027-03-29 00:00"),
        ("2027-10-31 00:00", "2027-10-31 00:00", True, "2027-10-31 23:59", "2027-11-01 00:00"),
    ],
)
def test_an_event_is_upcoming_until_it_ends(event, now, start, end, all_day, last, after):
    page = event(start, end, all_day=all_day)
    for moment, over in (("2027-01-01 00:00", False), (start, False), (last, False), (after, True)):
        now(moment)
        assert page.is_over is over, moment
        assert EventPage.objects.filter(is_upcoming()).exists() is not over, moment


@pytest.mark.parametrize(
    ("fields", "moment", "open_"),
    [
        ({}, "2027-03-01 00:00", True),
        ({}, "2027-03-12 16:00", False),
        ({"registration_deadline": date(2027, 3, 5)}, "2027-03-05 23:59", True),
        ({"registration_deadline": date(2027, 3, 5)}, "2027-03-06 00:00", False),
        ({"state": "cancelled"}, "2027-03-01 00:00", False),
        ({"state": "postponed"}, "2027-03-01 00:00", False),
        ({"state": "moved_online"}, "2027-03-01 00:00", True),
    ],
)
def test_registration_is_open_until_its_last_day_and_while_there_is_an_event(event, now, fields, moment, open_):
    page = event("2027-03-12 10:00", "2027-03-12 15:30", **fields)
    now(moment)
    assert page.takes_registrations is open_


def test_english_page_takes_what_is_not_language_from_the_polish_one(client, structure, people, event):
    area = structure["pl"].areas["culture"]
    polish = event("2027-03-12 10:00", place="Ratusz")
    english = make_translation(polish, slug="meeting", place="Town hall")
    polish.starts_at, polish.state, polish.areas = at("2027-03-19 10:00"), "cancelled", [area]
    publish_loaded_content(polish, "For a test")
    english.refresh_from_db()
    assert english.live
    assert (english.starts_at, english.state, list(english.areas.all())) == (polish.starts_at, "cancelled", [area])
    assert english.place == "Town hall"
    client.force_login(people["superuser"])
    fields = client.get(f"/admin/pages/{english.pk}/edit/").context["form"].fields
    assert not set(EventPage.source_owned_fields) & set(fields)
    assert {"lead", "place", "accessibility", "registration", "cost", "organiser", "state_note"} <= set(fields)


def test_english_form_never_stumbles_over_what_it_does_not_have(client, people, event):
    english = make_translation(event("2027-03-12 10:00"), slug="meeting")
    EventPage.objects.filter(locale=english.source.locale).update(ends_at=at("2027-03-11 10:00"))
    client.force_login(people["translator"])
    assert post_form(client, f"/admin/pages/{english.pk}/edit/", lead="In English.").status_code == 302


@pytest.mark.parametrize("state", [state for state in EventPage.State if state != "planned"])
def test_every_state_but_planned_has_a_notice(state):
    with translation.override("en"):
        event = EventPage(state=state, state_note="The hall is closed.")
        assert event.state_notice.startswith("This event ")
        assert event.state_notice.endswith(" The hall is closed.")
        assert EventPage(state="planned", state_note="Left behind.").state_notice == ""
