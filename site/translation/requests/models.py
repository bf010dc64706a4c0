"""A request for the English version of a Polish page, or of all that stands below it."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from editorial.submissions import Submission
from translation.truth.models import KeptRevision

LONGEST_MESSAGE = 2000  # characters


class TranslationRequestQuerySet(models.QuerySet):
    """Requests of all pages."""

    def open(self) -> "TranslationRequestQuerySet":
        """Return those that wait for somebody."""
        return self.filter(closed_at=None)


class TranslationRequest(models.Model):
    """Who asks whom for the English version of a page, by when and how urgently. A page has one open request at most.

    A request for a section holds for each live page at or below `page` that needs work, also for those that are
    published there while it is open: who asks wants to see the section whole in English, and a page that comes a day
    later would be missing without anybody having decided so. A page with a request of its own follows that one.
    """

    class Outcome(models.TextChoices):
        """How it ended."""

        DONE = "done", _("done")
        CANCELLED = "cancelled", _("cancelled")
        DECLINED = "declined", _("declined")

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Polish page"),
        on_delete=models.CASCADE,
        related_name="translation_requests",
    )
    whole_section = models.BooleanField(_("with all pages below it"), default=False)
    revision = KeptRevision(_("Polish revision that readers saw when it was asked"))
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("translator"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Who should translate it. Empty: whoever comes first."),
    )
    deadline = models.DateField(
        _("deadline"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("The day by which the English version should be live. Empty: none."),
    )
    priority = models.PositiveSmallIntegerField(
        _("priority"), choices=Submission.Priority, default=Submission.Priority.NORMAL
    )
    message = models.TextField(_("message"), blank=True, max_length=LONGEST_MESSAGE)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("asked by"), on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("closed by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    outcome = models.CharField(_("how it ended"), max_length=10, choices=Outcome, blank=True, editable=False)
    reason = models.TextField(_("reason"), blank=True, editable=False)

    objects = TranslationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for a translation")
        verbose_name_plural = _("requests for translations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["page"], condition=Q(closed_at=None), name="one_open_request_a_page"),
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="closed_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"Translation of page {self.page_id}, asked by {self.asked_by_id}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.closed_at is None

    @property
    def translator(self) -> User | None:
        """Who is asked in person. Once their account is closed nobody is, and whoever may translate it can take it."""
        return self.assignee if self.assignee and self.assignee.is_active else None

    @property
    def is_urgent(self) -> bool:
        """Whether who asks says so."""
        return self.priority == Submission.Priority.URGENT

    def is_overdue(self, today: date | None = None) -> bool:
        """Whether its deadline has passed."""
        return self.deadline is not None and self.deadline < (today or timezone.localdate())
