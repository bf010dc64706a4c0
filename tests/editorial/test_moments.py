"""Moments are typed by the clocks of Warsaw, also on the two nights on which these are changed."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Site
from wagtail.users.models import UserProfile

from content.factories import make_event
from core.alerts import AlertSettings
from editorial.moments import MomentField, which_of_two
from news.models import EventPage, NewsPage
from tests.editor_forms import blank_form, post_form

LEFT_OUT, TWICE = "28.03.2027 02:30", "31.10.2027 02:30"
FIRST, SECOND = datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
REFUSALS = {
    "pl": "Godziny 02:30 dnia 28.03.2027 nie ma: zegary przestawia się z 02:00 na 03:00. "
    "Wpisz 28.03.2027 03:00 albo późniejszą.",
    "en": "There is no 02:30 on 28.03.2027: the clocks go from 02:00 to 03:00. Write 28.03.2027 03:00 or later.",
}
NOTES = {
    "pl": "Godzina 02:30 dnia 31.10.2027 wypada dwa razy. Przyjęto pierwszą: czas letni (UTC+02:00).",
    "en": "02:30 on 31.10.2027 comes twice. It is taken as the first: summer time (UTC+02:00).",
}


@pytest.fixture(autouse=True)
def before_both_nights(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 3, 1, 12, tzinfo=UTC))


@pytest.fixture(params=["pl", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


# The field


@pytest.mark.parametrize("typed", [LEFT_OUT, "2027-03-28 02:30", "2027-03-28T02:30"])
def test_an_hour_that_the_clocks_leave_out_is_refused_with_the_next_one_that_is(typed, language):
    with pytest.raises(forms.ValidationError) as refused:
        MomentField().clean(typed)
    assert refused.value.messages == [REFUSALS[language]]
    assert MomentField().clean("28.03.2027 03:00") == datetime(2027, 3, 28, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("28.03.2027 01:59", datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        ("28.03.2027 03:00", datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        ("31.10.2027 01:59", datetime(2027, 10, 30, 23, 59, tzinfo=UTC)),
        ("31.10.2027 02:00", datetime(2027, 10, 31, 0, 0, tzinfo=UTC)),
        ("31.10.2027 02:59", datetime(2027, 10, 31, 0, 59, tzinfo=UTC)),
        ("31.10.2027 03:00", datetime(2027, 10, 31, 2, 0, tzinfo=UTC)),
        ("2027-10-31T02:30+01:00", SECOND),
    ],
)
def test_every_other_moment_is_taken_as_it_is(typed, moment):
    assert MomentField().clean(typed) == moment


@pytest.mark.parametrize("typed", ["28.03.2027 02:00", "28.03.2027 02:59"])
def test_the_hour_that_is_left_out_has_these_ends(typed):
    with pytest.raises(forms.ValidationError, match=r"28\.03\.2027 03:00"):
        MomentField().clean(typed)


def test_an_hour_that_comes_twice_is_taken_as_the_first_and_the_form_says_so(language):
    class Form(forms.Form):
        moment = MomentField(help_text="In Warsaw time.")

    typed = Form({"moment": TWICE})
    assert typed.is_valid()
    assert typed.cleaned_data["moment"] == FIRST
    kept = Form(initial={"moment": FIRST})
    assert kept["moment"].value() == datetime(2027, 10, 31, 2, 30)  # noqa: DTZ001 - as the clocks show it
    for form in (typed, kept):
        assert form["moment"].help_text == f"In Warsaw time. {NOTES[language]}"
        assert NOTES[language] in form.as_p()
    assert Form({"moment": "jutro"})["moment"].help_text == "In Warsaw time."


@pytest.mark.parametrize("initial", [FIRST, timezone.localtime(FIRST)])
def test_what_is_typed_again_is_no_change(initial):
    assert not MomentField().has_changed(initial, TWICE)
    assert MomentField().has_changed(initial, "31.10.2027 02:31")
    assert MomentField().has_changed(None, TWICE)
    assert MomentField().has_changed(initial, "")


def test_the_second_is_called_the_second():
    with translation.override("en"):
        assert "the second: standard time (UTC+01:00)" in which_of_two(SECOND)
        assert which_of_two(datetime(2027, 10, 31, 2, 0, tzinfo=UTC)) == ""
        assert which_of_two(datetime(2027, 10, 30, 23, 59, tzinfo=UTC)) == ""


@pytest.mark.parametrize("zone", ["America/New_York", "UTC"])
def test_the_zone_that_is_active_does_not_count(zone):
    with timezone.override(zone):
        assert MomentField().clean(TWICE) == FIRST
        assert MomentField().prepare_value(FIRST) == datetime(2027, 10, 31, 2, 30)  # noqa: DTZ001 - as clocks show it


@pytest.mark.parametrize("typed", ["jutro", "32.13.2027 10:00", "28.03.2027 25:00", "01.01.0001 00:00", "12/25/2026"])
def test_what_is_no_moment_is_refused_in_words(typed):
    with pytest.raises(forms.ValidationError, match="Wpisz poprawną datę"):
        MomentField().clean(typed)


# The forms of the admin


def test_every_moment_of_a_page_and_of_the_alert_is_asked_for_in_this_way():
    for model in (NewsPage, EventPage):
        fields = model.get_edit_handler().get_form_class().base_fields
        moments = {field.name for field in model._meta.get_fields() if isinstance(field, models.DateTimeField)}
        asked = {name: field for name, field in fields.items() if name in moments}
        assert {"go_live_at", "expire_at"} <= set(asked)
        assert all(isinstance(field, MomentField) for field in asked.values()), model


@pytest.mark.parametrize("field", ["go_live_at", "expire_at"])
@pytest.mark.parametrize("action", ["save", "submit"])
def test_the_editor_of_a_page_refuses_and_keeps_what_was_typed(client, draft, people, form_of, edit_url, field, action):
    client.force_login(people["author"])
    changes = {field: LEFT_OUT, "lead": "Zmieniony lead.", f"action-{action}": "1"}
    answer = client.post(edit_url(draft), form_of(draft, **changes))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert REFUSALS["pl"] in html
    assert f'value="{LEFT_OUT}"' in html
    assert "Zmieniony lead." in html
    assert answer.context["form"].errors == {field: [REFUSALS["pl"]]}


def test_autosave_says_that_something_is_wrong(client, draft, people, form_of, edit_url):
    client.force_login(people["author"])
    data = form_of(draft, go_live_at=LEFT_OUT)
    answer = client.post(edit_url(draft), data, headers={"accept": "application/json"})
    assert answer.json()["success"] is False
    assert not NewsPage.objects.get(pk=draft.pk).get_latest_revision().content["go_live_at"]


@pytest.mark.parametrize("field", ["go_live_at", "expire_at"])
@pytest.mark.parametrize("action", ["save", "submit"])
def test_the_editor_of_a_page_takes_the_first_and_says_so(client, draft, people, form_of, edit_url, field, action):
    client.force_login(people["author"])
    answer = client.post(edit_url(draft), form_of(draft, **{field: TWICE, f"action-{action}": "1"}), follow=True)
    assert any(NOTES["pl"] in str(message) for message in answer.context["messages"])
    newest = NewsPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert getattr(newest, field).astimezone(UTC) == FIRST
    assert NOTES["pl"] in client.get(edit_url(draft)).content.decode()


def test_autosave_leaves_no_message_behind(client, draft, people, form_of, edit_url):
    client.force_login(people["author"])
    data = form_of(draft, go_live_at=TWICE)
    answer = client.post(edit_url(draft), data, headers={"accept": "application/json"})
    assert answer.json()["success"] is True
    assert not [each for each in get_messages(answer.wsgi_request) if NOTES["pl"] in str(each)]


def test_an_approved_page_is_scheduled_for_exactly_that_moment(draft, people, submit):
    draft.go_live_at = FIRST
    revision = draft.save_revision(user=people["author"])
    task_state = submit(draft, people["author"])
    task_state.task.specific.on_action(task_state, people["editor"], "approve")
    revision.refresh_from_db()
    assert revision.approved_go_live_at == FIRST


@pytest.fixture
def event(structure):
    page = make_event(structure["pl"].sections["events"], live=False, title="Nocne czytanie")
    return EventPage.objects.get(pk=page.pk)


@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
def test_an_event_refuses_takes_and_says_the_same(client, event, people, edit_url, field):
    client.force_login(people["author"])
    others = {"starts_at": "27.03.2027 20:00", "ends_at": ""}
    refused = post_form(client, edit_url(event), **{**others, field: LEFT_OUT})
    assert refused.context["form"].errors == {field: [REFUSALS["pl"]]}
    assert f'value="{LEFT_OUT}"' in refused.content.decode()
    taken = post_form(client, edit_url(event), **{**others, field: TWICE})
    newest = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert taken.status_code == 302
    assert getattr(newest, field).astimezone(UTC) == FIRST
    assert NOTES["pl"] in client.get(edit_url(event)).content.decode()


@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
def test_the_alert_refuses_takes_and_says_the_same(client, structure, people, field):
    client.force_login(people["administrator"])
    site = Site.objects.get(is_default_site=True)
    address = reverse("wagtailsettings:edit", args=["core", "alertsettings", site.pk])
    data = blank_form(client.get(address).context["form"])
    data |= {"text_pl": "Awaria wodociągu.", "text_en": "Water failure.", "ends_at": "01.11.2027 12:00"}
    refused = client.post(address, {**data, field: LEFT_OUT})
    assert refused.context["form"].errors[field][0] == REFUSALS["pl"]
    assert "Awaria wodociągu." in refused.content.decode()
    taken = client.post(address, {**data, field: TWICE}, follow=True)
    assert any(NOTES["pl"] in str(message) for message in taken.context["messages"])
    assert getattr(AlertSettings.for_site(site), field) == FIRST
    assert NOTES["pl"] in client.get(address).content.decode()


# The time zone of an account


def test_an_account_offers_no_other_time_zone(client, people):
    client.force_login(people["author"])
    html = client.get(reverse("wagtailadmin_account")).content.decode()
    assert "locale-preferred_language" in html
    assert "current_time_zone" not in html


@pytest.mark.parametrize("zone", ["Pacific/Fiji", "Europe/Warsaw", "Nowhere/Atall", ""])
def test_a_time_zone_that_an_account_has_kept_shifts_nothing(client, draft, people, form_of, edit_url, zone):
    profile = UserProfile.get_for_user(people["author"])
    profile.current_time_zone = zone
    profile.save()
    client.force_login(people["author"])
    client.post(edit_url(draft), form_of(draft, go_live_at="12.06.2027 10:00"))
    newest = NewsPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert newest.go_live_at == datetime(2027, 6, 12, 8, tzinfo=UTC)
    html = client.get(edit_url(draft)).content.decode()
    assert 'value="12.06.2027 10:00"' in html
    assert "12 czerwca 2027, 10:00" in html
