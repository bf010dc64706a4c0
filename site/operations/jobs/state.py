"""What is known of each job: when it is due, and how its last run ended."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.Model):
    """One row for each job, made by the first scheduler that sees it."""

    name = models.CharField(_("job"), max_length=50, unique=True)
    due_at = models.DateTimeField(_("due at"))
    started_at = models.DateTimeField(_("started at"), null=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    error = models.TextField(_("last error"), blank=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("state of a job")
        verbose_name_plural = _("states of jobs")

    def __str__(self) -> str:
        return self.name

    def is_late(self, now: datetime, grace: timedelta) -> bool:
        """Whether a job should have been run for longer than is normal. One that runs has the next time already."""
        return self.due_at + grace < now
