"""Running a job that is due: once, and again sooner than usual if it failed."""

import logging
import time
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from operations.jobs.locks import lock
from operations.jobs.schedule import Job
from operations.jobs.state import JobState

logger = logging.getLogger(__name__)

FIRST_RETRY = timedelta(minutes=5)
LONGEST_RETRY = timedelta(hours=6)
LONGEST_ERROR = 2000  # characters that are kept


def state_of(job: Job, now: datetime) -> JobState:
    """Return the row of a job. One that is new is due at its time, or at once if it comes after an interval."""
    due_at = now if job.every is not None else job.next_after(now)
    return JobState.objects.get_or_create(name=job.name, defaults={"due_at": due_at})[0]


def run_if_due(job: Job) -> bool:
    """Run a job if it is due and nobody else runs it, and say whether we did.

    It is asked again whether it is due once we hold the lock, so that who comes second finds nothing to do.
    """
    if state_of(job, timezone.now()).due_at > timezone.now():
        return False
    with lock(job.name) as ours:
        if not ours:
            return False
        now = timezone.now()
        state = JobState.objects.get(name=job.name)
        if state.due_at > now:
            return False
        _run(job, state, now)
    return True


def _run(job: Job, state: JobState, now: datetime) -> None:
    # The time of the next attempt is written first: a job that kills its process is not begun again without a pause.
    state.started_at, state.due_at = now, _next(job, now, state.failures + 1)
    state.save(update_fields=["started_at", "due_at"])
    began = time.monotonic()
    error = _error_of(job)
    if error and error != state.error:
        logger.error("The job %s failed: %s", job.name, error)
    elif not error and state.error:
        logger.info("The job %s is well again.", job.name)
    state.finished_at = timezone.now()
    state.failures = state.failures + 1 if error else 0
    state.error = error
    state.due_at = _next(job, now, state.failures)
    state.save(update_fields=["finished_at", "failures", "error", "due_at"])
    logger.debug("The job %s took %.1f s", job.name, time.monotonic() - began)


def _error_of(job: Job) -> str:
    """Run the command, and return what it failed with, or nothing."""
    try:
        call_command(job.name, *job.options, verbosity=0)
    except CommandError as error:
        return str(error)[:LONGEST_ERROR]
    except Exception as error:
        logger.exception("The job %s ended with an error", job.name)
        return f"{type(error).__name__}: {error}"[:LONGEST_ERROR]
    return ""


def _next(job: Job, now: datetime, failures: int) -> datetime:
    """Return when a job is due again: at its next time, or before that after 5, 10, 20 … minutes if it failed."""
    regular = job.next_after(now)
    if not failures:
        return regular
    return min(regular, now + min(FIRST_RETRY * 2 ** min(failures - 1, 16), LONGEST_RETRY))


def seconds_until_due(jobs: Sequence[Job]) -> float:
    """Return how long it is until the first of some jobs is due; negative if one is."""
    now = timezone.now()
    return min((state_of(job, now).due_at - now).total_seconds() for job in jobs)
