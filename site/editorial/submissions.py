"""What a submission asks of its approvers: by when, how urgently, and of whom."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState


class Submission(models.Model):
    """The deadline, the priority and the person of one way of a page through approval, returns included."""

    class Priority(models.IntegerChoices):
        """How urgent; the smaller, the sooner."""

        URGENT = 1, _("urgent")
        NORMAL = 2, _("normal")
        LOW = 3, _("can wait")

    workflow_state = models.OneToOneField(
        WorkflowState, verbose_name=_("approval"), on_delete=models.CASCADE, related_name="submission"
    )
    deadline = models.DateField(
        _("deadline"), null=True, blank=True, help_text=_("The day by which it should be live. Empty: none.")
    )
    priority = models.PositiveSmallIntegerField(_("priority"), choices=Priority, default=Priority.NORMAL)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("for"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="submissions",
        help_text=_("Who should approve it. Empty: whoever comes first."),
    )

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")

    def __str__(self) -> str:
        return f"{self.workflow_state_id}: {self.get_priority_display()}"

    def is_overdue(self, today: date | None = None) -> bool:
        """Whether the deadline has passed."""
        return self.deadline is not None and self.deadline < (today or timezone.localdate())


def submission_of(page: Page) -> Submission | None:
    """Return what the submission of a page that is under way asks, unsaved if nobody has said anything yet."""
    state = page.current_workflow_state
    if state is None:
        return None
    return Submission.objects.filter(workflow_state=state).first() or Submission(workflow_state=state)
