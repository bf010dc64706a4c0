"""The rows of tasks, as administrators see them."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet, get_date_max
from django_tasks_db.models import TaskResultStatus as Status


class TaskQuerySet(DBTaskResultQuerySet):
    """Adds what needs a person's eye."""

    def troubled(self) -> "TaskQuerySet":
        """Return what has failed at least once and has not succeeded since."""
        return self.filter(status__in=[Status.READY, Status.RUNNING, Status.FAILED]).exclude(exception_class_path="")

    def waiting_since(self, moment: datetime) -> "TaskQuerySet":
        """Return what should have been begun before a moment: new tasks then waiting, and retries due by then."""
        at_once = models.Q(run_after=get_date_max(), enqueued_at__lt=moment)
        return self.filter(at_once | models.Q(run_after__lt=moment), status=Status.READY)


class BackgroundTask(DBTaskResult):
    """A task with words for people."""

    objects: ClassVar[Any] = TaskQuerySet.as_manager()  # the package's own manager is of another type

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("background task")
        verbose_name_plural = _("background tasks")

    @property
    def attempts(self) -> int:
        """How often a worker has begun it."""
        return len(self.worker_ids)

    @property
    def state(self) -> str:
        """How it stands, in words."""
        if self.status == Status.READY and self.exception_class_path:
            return str(_("Waits for another attempt"))
        words = {Status.READY: _("Waits"), Status.RUNNING: _("Runs"), Status.FAILED: _("Given up")}
        return str(words[Status(self.status)])

    @property
    def next_attempt(self) -> datetime | None:
        """When it is tried again, or nothing."""
        return self.run_after if self.status == Status.READY and self.run_after != get_date_max() else None

    @property
    def last_error(self) -> str:
        """What it failed with last: the last line of the traceback."""
        lines = self.traceback.strip().splitlines()
        return lines[-1] if lines else ""
