"""Dates are typed in the admin as they are written: the day first."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils import translation
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("typed", ["25.12.2026", "5.12.2026", "2026-12-25"])
def test_a_day_is_taken_as_it_is_written(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == date(2026, 12, 5 if typed.startswith("5.") else 25)
        moment = forms.DateTimeField().clean(f"{typed} 14:30")
    assert (moment.month, moment.hour, moment.minute) == (12, 14, 30)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_form_shows_what_it_takes_back(language):
    with translation.override(language):
        shown = AdminDateInput().format_value(date(2026, 12, 25))
        assert shown == "25.12.2026"
        assert forms.DateField().clean(shown) == date(2026, 12, 25)
        assert AdminDateTimeInput().format_value(datetime(2026, 12, 25, 14, 30, tzinfo=UTC)) == "25.12.2026 14:30"


@pytest.mark.parametrize("typed", ["32.13.2026", "jutro", "12/25/2026"])
def test_what_is_no_day_is_refused(typed):
    with translation.override("pl"), pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


@pytest.mark.parametrize("widget", [AdminDateInput, AdminDateTimeInput])
def test_the_picker_puts_nothing_in_place_of_what_was_typed(widget):
    assert widget().get_config()["validateOnBlur"] is False
