"""What readers look for and do not find: counted by the day, without anything that would tell who asked."""

import logging
from datetime import date, timedelta

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from morphology import words_of
from search.models import MissedQuery

logger = logging.getLogger(__name__)

MOST_A_DAY = 300  # different queries of one language; what comes after them is lost
LONGEST = 100  # characters
MOST_DIGITS = 6  # a longer number may be that of a person or a telephone


def count_miss(text: str, language: str) -> None:
    """Count that nothing was found, in at most two queries. What the database refuses is logged, and lost.

    Args:
        text: what was typed, as `take_apart` gives it.
        language: in which it was searched.
    """
    words = kept_words(text)
    if not words:
        return
    today = timezone.localdate()
    try:
        row = MissedQuery.objects.filter(day=today, language=language, words=words)
        if not row.update(times=F("times") + 1):
            _add(today, language, words)
    except DatabaseError:
        logger.exception("A query without a result could not be counted")


def kept_words(text: str) -> str:
    """Return the words of a query as they are counted; none of one that may hold an address or number of a person."""
    if "@" in text or sum(sign.isdigit() for sign in text) > MOST_DIGITS:
        return ""
    return " ".join(word.text.lower() for word in words_of(text))[:LONGEST].strip()


def forget_misses(today: date) -> int:
    """Delete what was counted too many days ago, and return the number of rows."""
    last_day = today - timedelta(days=settings.MISSED_SEARCHES_KEPT_DAYS)
    number, _models = MissedQuery.objects.filter(day__lte=last_day).delete()
    return number


def _add(today: date, language: str, words: str) -> None:
    """Add a row, unless the day is full. Another process may have added the same meanwhile, whose count then stands."""
    of_today = MissedQuery.objects.filter(day=today, language=language)
    if of_today.count() < MOST_A_DAY:
        with transaction.atomic():
            MissedQuery.objects.bulk_create(
                [MissedQuery(day=today, language=language, words=words)], ignore_conflicts=True
            )
