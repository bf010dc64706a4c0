"""Whether background work is done in time."""

from datetime import datetime, timedelta

from operations.background.rows import BackgroundTask
from operations.jobs.schedule import jobs_by_name
from operations.jobs.state import JobState

GRACE = timedelta(minutes=10)  # a job or a task may be so long over its time before it counts as late


def late_jobs(now: datetime) -> list[str]:
    """Return the names of the jobs that should have been run. All are late where no scheduler has ever run."""
    states = {state.name: state for state in JobState.objects.all()}
    return [name for name in jobs_by_name() if name not in states or states[name].is_late(now, GRACE)]


def late_tasks(now: datetime) -> int:
    """Return how many tasks should have been begun by a worker."""
    return BackgroundTask.objects.waiting_since(now - GRACE).count()
