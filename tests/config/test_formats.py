"""Dates as each language writes them."""

from datetime import UTC, date, datetime

import pytest
from django.utils import formats, translation


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        ("pl", "DATE_FORMAT", "5 lutego 2026"),
        ("pl", "SHORT_DATE_FORMAT", "5.02.2026"),
        ("en", "DATE_FORMAT", "5 February 2026"),
        ("en", "SHORT_DATE_FORMAT", "5 Feb 2026"),
    ],
)
def test_dates(language, name, expected):
    with translation.override(language):
        assert formats.date_format(date(2026, 2, 5), name) == expected


@pytest.mark.parametrize(("language", "expected"), [("pl", "5.02.2026, 14:30"), ("en", "5 Feb 2026, 14:30")])
def test_times(language, expected):
    with translation.override(language):
        assert formats.date_format(datetime(2026, 2, 5, 14, 30, tzinfo=UTC), "SHORT_DATETIME_FORMAT") == expected
