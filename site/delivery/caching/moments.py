"""Moments at which readers see something else though nobody has changed anything: an event ends, a page expires.

Nothing is kept past the next one. Apps register what they know of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

Source = Callable[[datetime], datetime | None]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a function that returns the next moment after the one it is given, in one query, or None."""
    _sources.append(source)


@dataclass
class Known:
    """The next moment, as it was found in a generation."""

    generation: str = ""
    moment: datetime | None = None


_known = Known()


def next_moment(generation: str) -> datetime:
    """Return the next moment from now on, midnight at the latest: much is said of days.

    It is asked once for each generation and moment: what changes it is a change that readers may see.
    """
    now = timezone.now()
    if _known.moment is None or not generation or _known.generation != generation or _known.moment <= now:
        found = (source(now) for source in _sources)
        _known.moment = min((moment for moment in found if moment is not None), default=next_midnight(now))
        _known.moment = min(_known.moment, next_midnight(now))
        _known.generation = generation
    return _known.moment


def next_midnight(now: datetime) -> datetime:
    """Return the beginning of the next day in the site's time zone, however long today is."""
    day = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - made aware at once


def next_expiry(now: datetime) -> datetime | None:
    """Return when the next live page expires: it is served no more then, whenever the worker takes it down."""
    expiring = Page.objects.filter(live=True, expire_at__gt=now).order_by("expire_at")
    return expiring.values_list("expire_at", flat=True).first()
