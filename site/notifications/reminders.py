"""What is asked once a day: functions that put into the outbox what a day brings. Other apps register theirs."""

import logging
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeAlias

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from notifications.preferences import DIGEST_AT

logger = logging.getLogger(__name__)

Reminder: TypeAlias = Callable[[date], None]

_reminders: list[Reminder] = []


class AskedReminder(models.Model):
    """What one reminder had to say on one day stands in the outbox."""

    day = models.DateField(_("day"))
    name = models.CharField(_("reminder"), max_length=150)

    class Meta:
        verbose_name = _("asked reminder")
        verbose_name_plural = _("asked reminders")
        constraints = [models.UniqueConstraint(fields=["day", "name"], name="asked_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.name}"


def register_reminder(remind: Reminder) -> None:
    """Have a function asked on every day.

    It gets the day, once unless it fails, and calls `notifications.posting.post` with a key that names the event and,
    where that is told more than once, the day; `occurred_at` is `beginning_of(day)`. What it tells under
    `Kind.REMINDER`, or another of `OF_OTHER_APPS`, needs words (`notifications.wording.register_words`).
    """
    if remind not in _reminders:
        _reminders.append(remind)


def beginning_of(day: date) -> datetime:
    """Return when a day begins, by the clock on the wall."""
    return timezone.make_aware(datetime.combine(day, time.min))


def post_reminders(now: datetime) -> int:
    """Ask every reminder once a day, from seven in the morning on, and return how many failed.

    One that fails is logged and asked again the next time; it keeps no other from being asked.
    """
    local = timezone.localtime(now)
    if local.time() < DIGEST_AT:
        return 0
    today = local.date()
    asked = set(AskedReminder.objects.filter(day=today).values_list("name", flat=True))
    return sum(not _ask(remind, today) for remind in _reminders if _name(remind) not in asked)


def _ask(remind: Reminder, today: date) -> bool:
    try:
        with transaction.atomic():
            _row, is_first = AskedReminder.objects.get_or_create(day=today, name=_name(remind))
            if is_first:
                remind(today)
    except Exception:
        logger.exception("Not reminded: %s", _name(remind))
        return False
    return True


def _name(remind: Reminder) -> str:
    return f"{remind.__module__}.{remind.__qualname__}"
