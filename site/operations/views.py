"""How the jobs and the tasks of the site are doing, and trying again what was given up."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from accounts.models import User
from operations.background.retrying import try_given_up_again
from operations.background.rows import BackgroundTask, TaskQuerySet
from operations.jobs.schedule import JOBS
from operations.jobs.state import JobState
from operations.lateness import GRACE


def may_see_work(user: Any) -> bool:
    """Whether a person is an administrator, who answers for what the site does by itself."""
    return isinstance(user, User) and user.has_perm("accounts.change_user")


@dataclass(frozen=True)
class JobLine:
    """A job as the report shows it."""

    label: str | Promise
    last_run: datetime | None
    next_run: datetime | None
    error: str
    is_late: bool


def job_lines(now: datetime) -> list[JobLine]:
    """Return a line for each job that a scheduler has seen; none where none has ever run."""
    states = {state.name: state for state in JobState.objects.all()}
    return [
        JobLine(job.label, state.finished_at, state.due_at, state.error, state.is_late(now, GRACE))
        for job in JOBS
        if (state := states.get(job.name))
    ]


class BackgroundWorkView(ReportView):
    """Lists the jobs with their last run, and the tasks that failed: what is tried again, and what was given up."""

    page_title = _("Background work")
    header_icon = "tasks"
    index_url_name = "operations:work"
    index_results_url_name = "operations:work_results"
    template_name = "operations/work.html"
    model = BackgroundTask
    default_ordering = "-enqueued_at"
    list_export = ["task_path", "args_kwargs", "enqueued_at", "attempts", "state", "next_attempt", "traceback"]
    export_headings = {
        "task_path": _("Task"),
        "args_kwargs": _("What it was given"),
        "enqueued_at": _("Asked for"),
        "attempts": _("Attempts"),
        "state": _("State"),
        "next_attempt": _("Next attempt"),
        "traceback": _("Error"),
    }
    columns = [
        Column("task_path", label=_("Task")),
        DateColumn("enqueued_at", label=_("Asked for"), sort_key="enqueued_at"),
        Column("attempts", label=_("Attempts")),
        Column("state", label=_("State")),
        DateColumn("next_attempt", label=_("Next attempt")),
        Column("last_error", label=_("Error")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person is no administrator.
        """
        if not may_see_work(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> TaskQuerySet:
        return BackgroundTask.objects.troubled()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(*args, **kwargs) | {"job_lines": job_lines(timezone.now())}


@require_POST
def retry_view(request: HttpRequest) -> HttpResponse:
    """Have every task that was given up begun again.

    Raises:
        PermissionDenied: the person is no administrator.
    """
    if not may_see_work(request.user):
        raise PermissionDenied
    number = try_given_up_again()
    said = ngettext(
        "%(number)s task is begun again as soon as a worker is free.",
        "%(number)s tasks are begun again as soon as a worker is free.",
        number,
    )
    messages.success(request, said % {"number": number})
    return redirect("operations:work")
