"""Sends what the outbox holds: at once what is wanted at once, and once a day what is wanted in a digest.

A message is first claimed, in a short transaction, and put off for as long as its sending may last; then it leaves,
outside any transaction; then it is noted as sent. Two workers claim different ones. One that dies in between leaves
its messages to the next, after that time; of those only the one that had just left may leave a second time, under the
same Message-ID.
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from notifications.audience import Audience
from notifications.letters import digest, letter
from notifications.outbox import Notification
from notifications.preferences import Delivery, NotificationPreference, last_digest_before
from notifications.reminders import AskedReminder

logger = logging.getLogger(__name__)

LETTERS_AT_A_TIME = 100
CLAIMED_FOR = timedelta(minutes=15)
MARGIN = timedelta(minutes=2)  # before the end of a claim nothing is begun any more
FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=6)
MOST_ATTEMPTS = 33  # with these waits about a week
LONGEST_ERROR = 1000  # characters


@dataclass
class Outcome:
    """How many messages were sent, not taken by the mail server, and not needed any more."""

    sent: int = 0
    failed: int = 0
    dropped: int = 0


def send_due(now: Callable[[], datetime] = timezone.now) -> Outcome:
    """Send everything that is due. A mail server that does not answer is asked again at the next run.

    Args:
        now: the clock.
    """
    outcome = Outcome()
    for claim in (claim_at_once, claim_digests):
        while letters := claim(now()):
            if not _send_claimed(letters, now, outcome):
                return outcome
    return outcome


def claim_at_once(now: datetime) -> list[list[Notification]]:
    """Claim messages that leave each in a letter of its own, so that no other worker sends them."""
    with transaction.atomic():
        due = Notification.objects.due(now).at_once().order_by("next_attempt_at", "pk")
        rows = list(due.select_for_update(skip_locked=True, of=("self",))[:LETTERS_AT_A_TIME])
        return [[row] for row in _claim(rows, now)]


def claim_digests(now: datetime) -> list[list[Notification]]:
    """Claim what some people want in one letter a day. Their choices are what is locked: a digest is never divided."""
    with transaction.atomic():
        due = Notification.objects.due(now).in_digests().filter(occurred_at__lt=last_digest_before(now))
        waiting = due.filter(recipient_id=OuterRef("user_id"))
        choices = NotificationPreference.objects.filter(Exists(waiting), delivery=Delivery.DAILY).order_by("pk")
        locked = list(choices.select_for_update(skip_locked=True)[:LETTERS_AT_A_TIME])
        rows = _claim(due.filter(recipient__in=[each.user_id for each in locked]), now)
        rows.sort(key=lambda row: (row.recipient_id or 0, row.pk))
        return [list(group) for _recipient, group in groupby(rows, key=lambda row: row.recipient_id)]


def _claim(rows: Iterable[Notification], now: datetime) -> list[Notification]:
    """Put rows off and count the attempt, and return them with what the letters need."""
    numbers = [row.pk for row in rows]
    if not numbers:
        return []
    Notification.objects.filter(pk__in=numbers).update(next_attempt_at=now + CLAIMED_FOR, attempts=F("attempts") + 1)
    with_readers = Notification.objects.select_related(
        "recipient__wagtail_userprofile", "recipient__notification_preference"
    )
    return list(with_readers.filter(pk__in=numbers))


def _send_claimed(letters: list[list[Notification]], now: Callable[[], datetime], outcome: Outcome) -> bool:
    """Send claimed letters, one after the other, and return whether the mail server answered."""
    until = now() + CLAIMED_FOR - MARGIN
    connection = get_connection()
    try:
        connection.open()
    except Exception as error:
        rows = [row for rows in letters for row in rows]
        logger.exception("The mail server does not answer, %s notifications wait", len(rows))
        _put_off(rows, error, now())
        outcome.failed += len(rows)
        return False
    audience = Audience([row for rows in letters for row in rows])
    for rows in letters:
        if now() >= until:
            break  # what is left becomes due again when the claim ends
        _send_one(rows, audience, connection, now, outcome)
    with suppress(Exception):  # every letter has left, or is noted as one that has not
        connection.close()
    return True


def _send_one(
    rows: list[Notification],
    audience: Audience,
    connection: BaseEmailBackend,
    now: Callable[[], datetime],
    outcome: Outcome,
) -> None:
    wanted = [row for row in rows if audience.wants(row)]
    _settle([row for row in rows if row not in wanted], Notification.State.DROPPED, now())
    outcome.dropped += len(rows) - len(wanted)
    if not wanted:
        return
    try:
        _compose(wanted, audience, connection).send()
    except Exception as error:
        logger.exception("Not sent: notifications %s", [row.pk for row in wanted])
        with suppress(Exception):
            connection.close()  # the next letter opens it anew
        _put_off(wanted, error, now())
        outcome.failed += len(wanted)
        return
    _settle(wanted, Notification.State.SENT, now())
    outcome.sent += len(wanted)


def _compose(rows: list[Notification], audience: Audience, connection: BaseEmailBackend) -> EmailMultiAlternatives:
    if len(rows) > 1:
        return digest(rows, audience.pages, connection)
    return letter(rows[0], audience.pages[rows[0].page_id or 0], connection)


def _settle(rows: list[Notification], state: Notification.State, now: datetime) -> None:
    """Note that nothing more is to be done about some messages."""
    if rows:
        sent_at = now if state == Notification.State.SENT else None
        Notification.objects.filter(pk__in=[row.pk for row in rows]).update(state=state, sent_at=sent_at, last_error="")


def _put_off(rows: list[Notification], error: Exception, now: datetime) -> None:
    """Note why messages did not leave, and when they are tried again: later each time, and not for ever."""
    said = f"{type(error).__name__}: {error}"[:LONGEST_ERROR]
    ordered = sorted(rows, key=lambda row: row.attempts)
    for attempts, group in groupby(ordered, key=lambda row: row.attempts):
        numbers = [row.pk for row in group]
        given_up = attempts >= MOST_ATTEMPTS
        Notification.objects.filter(pk__in=numbers).update(
            state=Notification.State.GIVEN_UP if given_up else Notification.State.WAITING,
            next_attempt_at=now + wait_after(attempts),
            last_error=said,
        )


def wait_after(attempts: int) -> timedelta:
    """Return how long nothing is tried after so many attempts: 5 minutes, doubled each time, at most 6 hours."""
    return min(FIRST_WAIT * 2 ** min(attempts - 1, 10), LONGEST_WAIT)


def retry(now: datetime) -> int:
    """Have everything that could not be sent tried at the next run, from the first attempt on; return how many."""
    waiting = Notification.State.WAITING
    return Notification.objects.unsent().update(state=waiting, attempts=0, next_attempt_at=now, last_error="")


def forget_old(now: datetime) -> int:
    """Delete what was sent, dropped or given up long ago (`NOTIFICATIONS_KEPT_DAYS`), and return how many rows."""
    before = now - timedelta(days=settings.NOTIFICATIONS_KEPT_DAYS)
    AskedReminder.objects.filter(day__lt=before.date()).delete()
    old = Notification.objects.filter(occurred_at__lt=before).exclude(state=Notification.State.WAITING)
    return old.delete()[0]
