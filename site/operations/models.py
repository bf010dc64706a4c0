"""What the database knows of background work."""

from operations.background.rows import BackgroundTask
from operations.jobs.state import JobState

__all__ = ["BackgroundTask", "JobState"]
