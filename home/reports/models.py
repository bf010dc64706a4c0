"""The record of a report, and the days that the law gives for it."""

import secrets
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Value, When
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from core.dates import months_after

# Act of 4 April 2019 on digital accessibility, art. 18
DAYS_TO_REPLY = 7
MONTHS_TO_GIVE_ACCESS = 2

UNAMBIGUOUS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_reference() -> str:
    """Return a number such as K7M4-9QXP, which can be read aloud and tells nothing, not even how many there are."""
    return "-".join("".join(secrets.choice(UNAMBIGUOUS) for _letter in range(4)) for _part in range(2))


# The day of the next step, to sort by; what is closed owes none and comes last
NEXT_DUE = Case(
    When(closed_on__isnull=False, then=Value(date.max)),
    When(answered_on__isnull=False, then="access_due"),
    default="reply_due",
)


class AccessibilityReport(models.Model):
    """What somebody could not use, and how they want it. The reader's words are not changed, only answered."""

    reference = models.CharField(_("number"), max_length=9, unique=True, default=new_reference, editable=False)
    language = models.CharField(_("language of the reader"), max_length=2, editable=False)
    page_address = models.CharField(_("page"), max_length=500, editable=False)
    problem = models.TextField(_("what is wrong"), editable=False)
    wanted_form = models.TextField(_("in what form it is wanted"), blank=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True, editable=False)
    phone = models.CharField(_("phone"), max_length=40, blank=True, editable=False)
    received_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    reply_due = models.DateField(_("reply due"), editable=False)
    access_due = models.DateField(_("access due"), editable=False)
    notified_at = models.DateTimeField(null=True, editable=False)
    answered_on = models.DateField(
        _("answered on"),
        null=True,
        blank=True,
        help_text=_("The day on which the reader was told what will be done, and when."),
    )
    closed_on = models.DateField(
        _("closed on"),
        null=True,
        blank=True,
        help_text=_("The day on which access was given, or refused with its reasons. The report is deleted later."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("What was done, for your colleagues. It is deleted with the report.")
    )

    class Meta:
        verbose_name = _("accessibility report")
        verbose_name_plural = _("accessibility reports")
        default_permissions = ("change", "delete", "view")
        ordering = [NEXT_DUE, "closed_on", "pk"]

    def __str__(self) -> str:
        return self.reference

    def clean(self) -> None:
        """Refuse days that cannot be.

        Raises:
            ValidationError: on `answered_on` or `closed_on`.
        """
        today = timezone.localdate()
        received = timezone.localdate(self.received_at)
        errors = {}
        for name in ("answered_on", "closed_on"):
            day = getattr(self, name)
            if day and not received <= day <= today:
                errors[name] = gettext("Give a day from the one on which the report came until today.")
        if self.closed_on and not self.answered_on:
            errors.setdefault("answered_on", gettext("A report is closed after it was answered. When was that?"))
        elif self.closed_on and self.answered_on and self.closed_on < self.answered_on:
            errors.setdefault("closed_on", gettext("A report is closed after it was answered, not before."))
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Set the days that are due when the report is received."""
        if self._state.adding:
            received = timezone.localdate(self.received_at)
            self.reply_due = received + timedelta(days=DAYS_TO_REPLY)
            self.access_due = months_after(received, MONTHS_TO_GIVE_ACCESS)
        super().save(*args, **kwargs)

    @property
    def due(self) -> date | None:
        """The day by which the association owes the next step, None if it owes nothing more."""
        if self.closed_on:
            return None
        return self.access_due if self.answered_on else self.reply_due

    @property
    def is_overdue(self) -> bool:
        """Whether a day that the law gives has passed with nothing done."""
        return self.due is not None and self.due < timezone.localdate()

    @property
    def state(self) -> str:
        """What is to be done next, in words."""
        if self.closed_on:
            return pgettext("accessibility report", "closed")
        if self.answered_on:
            return (
                pgettext("accessibility report", "access overdue")
                if self.is_overdue
                else pgettext("accessibility report", "answered")
            )
        return (
            pgettext("accessibility report", "reply overdue")
            if self.is_overdue
            else pgettext("accessibility report", "to be answered")
        )
