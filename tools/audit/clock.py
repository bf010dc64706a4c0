"""A day that stays: what a page says of today must be the same whenever it is measured."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

# A morning soon after the newest of the example news
START = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Warsaw"))


def set_clock() -> None:
    """Let Django's clock start at the same moment in every process. Call it before Django is set up."""
    began = time.monotonic()

    def now() -> datetime:
        return START.astimezone(UTC) + timedelta(seconds=time.monotonic() - began)

    timezone.now = now
