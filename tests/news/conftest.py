"""Events at days and hours of Warsaw."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from content.factories import make_event
from news.models import EventPage

WARSAW = ZoneInfo("Europe/Warsaw")
Maker = Callable[..., EventPage]


def at(text: str) -> datetime:
    """Return the moment at which the clocks of Warsaw show this: “2027-03-12 10:00”."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A function that sets the clock to an hour of Warsaw."""

    def show(text: str) -> None:
        monkeypatch.setattr(timezone, "now", lambda: at(text))

    return show


@pytest.fixture
def event(structure: dict[str, Any]) -> Maker:
    """A function that makes a Polish event from two hours of Warsaw, the second one or none, and any fields."""

    def make(start: str, end: str | None = None, **fields: Any) -> EventPage:
        moments = {"starts_at": at(start), "ends_at": at(end) if end else None}
        return make_event(structure["pl"].sections["events"], **{**moments, **fields})

    return make
