"""Tasks that failed by outside causes are tried again, after longer and longer pauses; the others are given up."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.compat import TaskResultStatus as Status
from django_tasks_db.compat import task_finished
from django_tasks_db.models import DBTaskResult, get_date_max

from operations.background.rows import BackgroundTask

logger = logging.getLogger(__name__)

ATTEMPTS = 12  # the last one comes about 20 hours after the first
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
LOST_AFTER = timedelta(hours=1)  # no task takes so long: its worker was killed
KEPT = {Status.SUCCESSFUL: timedelta(days=7), Status.FAILED: timedelta(days=30)}
# Errors of networks, disks and databases. A file that is not there does not come by waiting.
OUTSIDE = (OSError, OperationalError, InterfaceError)
NOT_OUTSIDE = (FileNotFoundError,)
OUTSIDE_MODULES = ("botocore.exceptions.", "redis.exceptions.")
LOST = "operations.background.retrying.WorkerLostError"


class WorkerLostError(OSError):
    """The worker was gone before the task had ended."""


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts: 1, 2, 4 … minutes, 6 hours at most."""
    return min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)


def has_outside_cause(exception_class: str) -> bool:
    """Say whether an exception, named by its path, tells of something that may be well again by itself."""
    if exception_class.startswith(OUTSIDE_MODULES):
        return True
    try:
        found = import_string(exception_class)
    except ImportError:
        return False
    return isinstance(found, type) and issubclass(found, OUTSIDE) and not issubclass(found, NOT_OUTSIDE)


def retry_later(sender: Any, task_result: Any, **_kwargs: Any) -> None:
    """Have a task that has just failed wait for another attempt, if that may help. Only the database keeps any."""
    row: DBTaskResult | None = getattr(task_result, "db_result", None)
    if row is None or task_result.status != Status.FAILED:
        return
    if has_outside_cause(row.exception_class_path) and task_result.attempts < ATTEMPTS:
        _wait(row, timezone.now() + pause_after(task_result.attempts))


def _wait(row: DBTaskResult, until: datetime) -> None:
    row.status, row.run_after, row.finished_at = Status.READY, until, None
    row.save(update_fields=["status", "run_after", "finished_at"])
    logger.warning("Task %s (%s) is tried again at %s", row.pk, row.task_path, until.isoformat(timespec="seconds"))


def recover_lost(now: datetime) -> int:
    """Have the tasks of killed workers begun again, and return how many. Those that had all attempts are given up."""
    lost = 0
    with transaction.atomic():
        running = BackgroundTask.objects.select_for_update(skip_locked=True).filter(status=Status.RUNNING)
        for row in running.filter(started_at__lt=now - LOST_AFTER):
            row.exception_class_path, row.traceback = LOST, str(WorkerLostError.__doc__)
            if len(row.worker_ids) < ATTEMPTS:
                row.status, row.run_after = Status.READY, now
            else:
                row.status, row.finished_at = Status.FAILED, now
            row.save(update_fields=["status", "run_after", "finished_at", "exception_class_path", "traceback"])
            lost += 1
    return lost


def forget_finished(now: datetime) -> int:
    """Delete the rows of tasks that ended long enough ago, and return how many."""
    return sum(
        BackgroundTask.objects.filter(status=status, finished_at__lt=now - kept).delete()[0]
        for status, kept in KEPT.items()
    )


def try_given_up_again() -> int:
    """Have every task that was given up begun at once, with all attempts before it, and return how many."""
    number = 0
    with transaction.atomic():
        for row in BackgroundTask.objects.select_for_update(skip_locked=True).filter(status=Status.FAILED):
            row.status, row.run_after, row.finished_at, row.worker_ids = Status.READY, get_date_max(), None, []
            row.save(update_fields=["status", "run_after", "finished_at", "worker_ids"])
            number += 1
    return number


def connect() -> None:
    """Follow every task that ends in a worker."""
    task_finished.connect(retry_later, dispatch_uid="operations.background.retrying")
