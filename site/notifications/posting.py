"""Puts messages into the outbox, in the transaction of the action that they tell of."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from notifications.kinds import Kind
from notifications.outbox import Notification

ROWS_AT_A_TIME = 500
LONGEST_TEXT = 2000  # characters of a comment or reason that a letter repeats


_told = ContextVar("told", default=True)


@contextmanager
def nobody_is_told() -> Iterator[None]:
    """Put nothing into the outbox, for code that makes content on which nobody is to act."""
    token = _told.set(False)
    try:
        yield
    finally:
        _told.reset(token)


def post(
    kind: Kind,
    key: str,
    page: Page | None,
    people: Iterable[User],
    *,
    by: User | None = None,
    addresses: Iterable[str] = (),
    occurred_at: datetime | None = None,
    state: Notification.State = Notification.State.WAITING,
    **data: Any,
) -> None:
    """Put one message for each person into the outbox; one that is there already stays as it is.

    Two signals, or two workers, that tell of the same event write each row once.

    Args:
        kind: what it tells.
        key: names the event, at most 150 characters, and is the same whenever the event is.
        page: the page that it is about.
        people: those with accounts. Who has no address, or no active account, gets nothing.
        by: who did it, who is not told.
        addresses: of people without accounts.
        occurred_at: now, unless given. It decides which digest a message stands in.
        state: other than waiting for what is only noted.
        data: what its words need, as JSON.
    """
    if not _told.get():
        return
    details = {
        "title": _one_line(page.get_admin_display_title()) if page else "",
        "language": page.locale.language_code if page else "",
        "by": str(by) if by else "",
        **data,
    }
    common = {
        "kind": kind,
        "event_key": key,
        "page_id": page.pk if page else None,
        "data": details,
        "state": state,
        "occurred_at": occurred_at or timezone.now(),
    }
    recipients = {person.pk: person for person in people if person.is_active and person.email}
    if by is not None:
        recipients.pop(by.pk, None)
    rows = [Notification(recipient=person, **common) for person in recipients.values()]
    rows += [Notification(address=address, **common) for address in dict.fromkeys(addresses) if address]
    Notification.objects.bulk_create(rows, batch_size=ROWS_AT_A_TIME, ignore_conflicts=True)


def shortened(text: object) -> str:
    """Return what somebody wrote, cut where it is longer than a letter can bear."""
    words = str(text or "").strip()
    return words if len(words) <= LONGEST_TEXT else f"{words[:LONGEST_TEXT].rstrip()} …"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
