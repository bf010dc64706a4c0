"""The alert above every page: what staff may save, and when readers see it."""

from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.alerts import AlertSettings

NOW = timezone.make_aware(datetime(2027, 3, 12, 10))  # noqa: DTZ001 - in Warsaw time, as staff type it
HOUR = timedelta(hours=1)
TEXTS = {"text_pl": "Biuro jest nieczynne.", "text_en": "The office is closed."}


@pytest.fixture(autouse=True)
def now():
    with patch("django.utils.timezone.now", return_value=NOW):
        yield


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text_pl": "Biuro jest nieczynne.", "ends_at": NOW + HOUR}, "text_en"),
        ({"text_en": "The office is closed.", "ends_at": NOW + HOUR}, "text_pl"),
        ({**TEXTS}, "ends_at"),
        ({**TEXTS, "starts_at": NOW + 2 * HOUR, "ends_at": NOW + HOUR}, "ends_at"),
        ({**TEXTS, "ends_at": NOW - HOUR}, "ends_at"),
        ({**TEXTS, "starts_at": NOW - 2 * HOUR, "ends_at": NOW}, "ends_at"),
    ],
)
def test_an_alert_that_some_or_all_readers_would_miss_is_refused(fields, field):
    with pytest.raises(ValidationError) as refused:
        AlertSettings(**fields).clean()
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize("fields", [{}, {"ends_at": NOW - HOUR}, {**TEXTS, "ends_at": NOW + HOUR}])
def test_an_alert_to_come_or_none_at_all_is_taken(fields):
    AlertSettings(**fields).clean()


@pytest.mark.parametrize(
    ("starts", "ends", "is_shown"),
    [
        (None, HOUR, True),
        (-HOUR, HOUR, True),
        (timedelta(), HOUR, True),
        (HOUR, 2 * HOUR, False),
        (-2 * HOUR, -HOUR, False),
        (-HOUR, timedelta(), False),
    ],
)
def test_it_is_shown_while_its_time_lasts(starts, ends, is_shown):
    alert = AlertSettings(**TEXTS, starts_at=None if starts is None else NOW + starts, ends_at=NOW + ends)
    assert alert.is_current is is_shown
