"""The yearly review of the accessibility statement: due from 1 March, overdue after 31 March."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import ADMINISTRATOR, EDITOR
from home.declaration.page import AccessibilityStatementPage
from translation.locales import source_locale_id

REMINDED = (EDITOR, ADMINISTRATOR)


class Stage(models.TextChoices):
    """How urgent a review is."""

    DUE = "due", _("due")
    OVERDUE = "overdue", _("overdue")


@dataclass(frozen=True)
class Review:
    """A review that has to be made by `deadline`."""

    page: AccessibilityStatementPage
    stage: Stage
    deadline: date

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline has passed."""
        return self.stage == Stage.OVERDUE


def stage_of(last: date, today: date) -> Stage | None:
    """Say how urgent a review is, or None while nothing has to be done.

    Args:
        last: when the statement was last reviewed, or drawn up.
        today: the day that is asked about.
    """
    if last.year >= today.year:
        return None
    if today > date(today.year, 3, 31) or last.year < today.year - 1:
        return Stage.OVERDUE
    return Stage.DUE if today >= date(today.year, 3, 1) else None


def review_of(page: AccessibilityStatementPage, today: date | None = None) -> Review | None:
    """Return the review that the live Polish page needs now, or None.

    Args:
        page: the live row, whatever its drafts say.
    """
    today = today or timezone.localdate()
    stage = stage_of(max(page.reviewed_on or page.drawn_up_on, page.drawn_up_on), today)
    if stage is None:
        return None
    missed_before = stage == Stage.OVERDUE and today <= date(today.year, 3, 31)
    return Review(page, stage, date(today.year - 1 if missed_before else today.year, 3, 31))


def pending_review(today: date | None = None) -> Review | None:
    """Return the review that the site's statement needs now, or None; also where there is no statement."""
    page = AccessibilityStatementPage.objects.filter(live=True, locale_id=source_locale_id()).first()
    return review_of(page, today) if page else None


def people_to_remind() -> QuerySet[User]:
    """Return the editors and administrators who have an account and an e-mail address."""
    return User.objects.filter(Q(groups__name__in=REMINDED), is_active=True).exclude(email="").order_by("pk").distinct()


class ReviewReminder(models.Model):
    """An e-mail about a review that was handed to the mail server: one for each person, stage and year."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="review_reminders"
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage)
    year = models.PositiveSmallIntegerField(_("year"))
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)

    class Meta:
        verbose_name = _("reminder of a review")
        verbose_name_plural = _("reminders of reviews")
        constraints = [models.UniqueConstraint(fields=["user", "stage", "year"], name="one_reminder_a_stage_and_year")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.stage} {self.year}"
