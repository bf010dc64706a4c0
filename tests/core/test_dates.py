"""Periods are written as Polish and English readers write them, by the clocks of Warsaw."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from core.dates import day_start, last_day, period_text

WARSAW = ZoneInfo("Europe/Warsaw")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("start", "end", "all_day", "polish", "english"),
    [
        ("2027-03-12 10:00", None, False, "12 marca 2027 r., godz. 10.00", "12 March 2027, 10:00 am"),
        (
            "2027-03-12 10:00",
            "2027-03-12 15:30",
            False,
            "12 marca 2027 r., godz. 10.00–15.30",
            "12 March 2027, 10:00 am to 3:30 pm",
        ),
        (
            "2027-03-12 00:00",
            "2027-03-12 12:00",
            False,
            "12 marca 2027 r., godz. 0.00–12.00",
            "12 March 2027, midnight to midday",
        ),
        (
            "2027-03-12 19:00",
            "2027-03-13 00:00",
            False,
            "12 marca 2027 r., godz. 19.00–24.00",
            "12 March 2027, 7:00 pm to midnight",
        ),
        (
            "2027-03-12 10:00",
            "2027-03-14 15:30",
            False,
            "od 12 marca 2027 r., godz. 10.00, do 14 marca 2027 r., godz. 15.30",
            "12 March 2027, 10:00 am, to 14 March 2027, 3:30 pm",
        ),
        # The night on which clocks go forward, and the one on which they go back
        (
            "2027-03-27 22:00",
            "2027-03-28 05:00",
            False,
            "od 27 marca 2027 r., godz. 22.00, do 28 marca 2027 r., godz. 5.00",
            "27 March 2027, 10:00 pm, to 28 March 2027, 5:00 am",
        ),
        (
            "2027-10-31 00:30",
            "2027-10-31 12:05",
            False,
            "31 października 2027 r., godz. 0.30–12.05",
            "31 October 2027, 12:30 am to 12:05 pm",
        ),
        ("2027-03-12 00:00", None, True, "12 marca 2027 r.", "12 March 2027"),
        ("2027-03-12 09:00", "2027-03-12 00:00", True, "12 marca 2027 r.", "12 March 2027"),
        ("2027-03-03 00:00", "2027-03-14 00:00", True, "od 3 do 14 marca 2027 r.", "3 to 14 March 2027"),
        (
            "2027-03-28 00:00",
            "2027-04-03 00:00",
            True,
            "od 28 marca do 3 kwietnia 2027 r.",
            "28 March to 3 April 2027",
        ),
        (
            "2026-12-30 00:00",
            "2027-01-02 00:00",
            True,
            "od 30 grudnia 2026 r. do 2 stycznia 2027 r.",
            "30 December 2026 to 2 January 2027",
        ),
    ],
)
def test_a_period_is_written_as_readers_write_it(start, end, all_day, polish, english):
    written = {}
    for language in ("pl", "en"):
        with translation.override(language):
            written[language] = period_text(at(start), at(end) if end else None, all_day=all_day)
    assert written == {"pl": polish, "en": english}


@pytest.mark.parametrize(
    ("end", "all_day", "beside"),
    [
        ("2027-03-12 15:30", False, "godz. 10.00–15.30"),
        (None, True, ""),
        ("2027-03-14 00:00", True, "od 12 do 14 marca 2027 r."),
    ],
)
def test_beside_its_first_day_a_period_says_only_what_is_not_shown_yet(end, all_day, beside):
    with translation.override("pl"):
        assert period_text(at("2027-03-12 10:00"), at(end) if end else None, all_day=all_day, with_day=False) == beside


def test_hours_until_midnight_end_with_the_day_and_whole_days_with_the_one_that_is_named():
    start, midnight = at("2027-03-12 19:00"), at("2027-03-13 00:00")
    assert last_day(start, midnight) == date(2027, 3, 12)
    assert last_day(start, midnight, all_day=True) == date(2027, 3, 13)
    assert last_day(start, None) == date(2027, 3, 12)


def test_a_day_begins_by_the_clocks_of_warsaw_in_winter_and_in_summer():
    assert day_start(date(2027, 3, 28)).utcoffset() != day_start(date(2027, 3, 29)).utcoffset()
    assert day_start(date(2027, 7, 1)).isoformat() == "2027-07-01T00:00:00+02:00"
