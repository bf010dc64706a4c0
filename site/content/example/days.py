"""Days that are counted from the week in which the example set is loaded, so that some are always to come."""

import datetime
from typing import Any

from django.utils import timezone


def day_of(entry: dict[str, Any], today: datetime.date) -> datetime.date:
    """Return the day that an entry means.

    Args:
        entry: `week`, 0 for the week of `today`, 1 for the next one, and `day`, 1 for its Monday.
        today: the day of loading.
    """
    monday = today - datetime.timedelta(days=today.weekday())
    return monday + datetime.timedelta(weeks=entry["week"], days=entry["day"] - 1)


def moment_of(entry: dict[str, Any], today: datetime.date) -> datetime.datetime:
    """Return the moment that an entry means: its day, and `at`, an hour in Poland such as "17:30", or else midnight."""
    hour = datetime.time.fromisoformat(entry.get("at", "00:00"))
    return timezone.make_aware(datetime.datetime.combine(day_of(entry, today), hour))
