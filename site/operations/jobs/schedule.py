"""Which jobs there are, and when each of them is due."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Jobs of one lane run one after the other; a slow one holds up nothing but its own lane.
PAGES, LETTERS, UPKEEP = "pages", "letters", "upkeep"
LANES = (PAGES, LETTERS, UPKEEP)


@dataclass(frozen=True)
class Job:
    """A management command that is run again and again: after an interval, or every day at a time of `TIME_ZONE`."""

    name: str  # of the command
    label: str | Promise
    lane: str
    every: timedelta | None = None
    at: time | None = None
    options: tuple[str, ...] = ()

    def next_after(self, moment: datetime) -> datetime:
        """Return the first time after a moment at which this job is due."""
        if self.every is not None:
            return moment + self.every
        today = timezone.localdate(moment)
        for day in (today, today + timedelta(days=1)):
            due = timezone.make_aware(datetime.combine(day, self.at or time()))
            if due > moment:
                return due
        raise AssertionError("tomorrow is later than now")


DAILY = time(3, 30)  # the hour that a change of clocks leaves out or repeats is over

JOBS = (
    Job("publish_scheduled", _("Pages go live, and come down, at their time"), PAGES, every=timedelta(seconds=30)),
    Job("send_notifications", _("Notifications are sent by e-mail"), LETTERS, every=timedelta(seconds=60)),
    Job("tidy_tasks", _("Tasks that were broken off are begun again"), UPKEEP, every=timedelta(minutes=5)),
    Job("search_terms", _("Pages are searched for terms of the glossary"), UPKEEP, every=timedelta(hours=1)),
    Job("remind_of_review", _("Editors are reminded of the accessibility statement"), LETTERS, at=time(7)),
    Job("forget_reports", _("Old reports of problems with accessibility are deleted"), UPKEEP, at=DAILY),
    Job("forget_searches", _("Old counts of searches without a result are deleted"), UPKEEP, at=DAILY),
    Job("read_documents", _("Files that search has not read are read"), UPKEEP, at=DAILY),
    Job("forget_voters", _("What kept readers from voting twice is deleted"), UPKEEP, at=DAILY),
    Job("analyse_database", _("SQLite counts its rows, by which it plans"), UPKEEP, at=DAILY),
    Job("clearsessions", _("Sessions that have expired are deleted"), UPKEEP, at=DAILY),
    Job("purge_recycle_bin", _("The recycle bin is emptied of what is over its time"), UPKEEP, at=DAILY),
    Job("check_files", _("Public files are compared with what pages say"), UPKEEP, at=DAILY, options=("--mend",)),
)


def jobs_by_name() -> dict[str, Job]:
    """Return every job by the name of its command."""
    return {job.name: job for job in JOBS}
