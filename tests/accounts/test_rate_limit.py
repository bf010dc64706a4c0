"""So many times in so long, for each browser, with nothing kept that names it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.utils import timezone

from accounts.rate_limit import RateLimit, browser_of, mark_too_many, time_after

START = datetime(2026, 11, 2, 12, 50, tzinfo=UTC)
LIMIT = RateLimit("test", times=2, seconds=3600)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A clock that stands at START, and a function that moves it."""
    now = [START]
    monkeypatch.setattr(timezone, "now", lambda: now[0])

    def move(**by):
        now[0] += timedelta(**by)

    return move


def test_limit_ends_with_the_window_and_says_when(clock):
    assert [LIMIT.count("a") for _time in range(3)] == [0, 0, 600]
    clock(minutes=4)
    assert LIMIT.count("a") == 360
    clock(minutes=6)
    assert LIMIT.count("a") == 0


def test_subjects_and_names_are_counted_by_themselves():
    for _time in range(3):
        LIMIT.count("a")
    assert LIMIT.count("a")
    assert LIMIT.count("b") == 0
    assert RateLimit("other", 2, 3600).count("a") == 0


def test_what_is_given_back_was_not_counted():
    for _time in range(9):
        assert LIMIT.count("a") == 0
        LIMIT.give_back("a")
    LIMIT.give_back("never counted")


def test_nothing_that_names_the_subject_is_kept_and_no_longer_than_the_window(monkeypatch, settings):
    kept = []
    monkeypatch.setattr(cache, "add", lambda key, value, timeout: kept.append((key, value, timeout)))
    LIMIT.count("192.0.2.7")
    settings.SECRET_KEY = "another key"
    LIMIT.count("192.0.2.7")
    (key, value, timeout), (other_key, _value, _timeout) = kept
    assert "192.0.2.7" not in key
    assert value == 0
    assert timeout == 600
    assert key != other_key, "without the site's own key the hash of an address is found by trying all addresses"


@pytest.mark.parametrize(
    ("address", "browser"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
        ("", ""),
        ("no address", ""),
    ],
)
def test_browser_is_its_address_or_its_network(rf, address, browser):
    assert browser_of(rf.get("/", REMOTE_ADDR=address)) == browser


def test_answer_says_when_to_ask_again():
    response = HttpResponse()
    mark_too_many(response, 600)
    assert response.status_code == 429
    assert response["Retry-After"] == "600"
    assert response["Cache-Control"] == "no-store"
    assert time_after(600) == "14:00"  # in Warsaw
