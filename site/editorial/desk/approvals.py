"""What waits for approval: for those who may approve it, and for those who have submitted it."""

from django.db.models import CharField, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Case, Combinable, Value, When
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import TaskState, WorkflowState, get_default_page_content_type

from accounts.models import User
from editorial.decisions import contributed_by
from editorial.desk.rows import Columns, Consequence, Row, Section, name_of
from editorial.desk.sources import Source, register_source
from editorial.submissions import Submission
from editorial.tasks import FourEyesTask


def _of_pages(status: str) -> QuerySet[WorkflowState]:
    states = WorkflowState.objects.filter(base_content_type=get_default_page_content_type(), status=status)
    return states.annotate(number=Cast("object_id", IntegerField()))


def _columns(person: Combinable, note: Combinable, since: str) -> Columns:
    deadline = F("submission__deadline")
    return Columns(
        page=F("number"),
        since=F(since),
        consequence=Case(
            When(submission__deadline__lt=timezone.localdate(), then=Value(Consequence.OVERDUE)),
            When(submission__deadline__isnull=False, then=Value(Consequence.DEADLINE)),
            default=Value(Consequence.AGE),
        ),
        due=deadline,
        priority=Case(
            When(submission__isnull=False, then=F("submission__priority")),
            default=Value(Submission.Priority.NORMAL.value),
        ),
        person=person,
        note=note,
    )


def to_approve(user: User) -> tuple[QuerySet, Columns] | None:
    """Find what a person may approve and nobody else is asked to."""
    tasks = FourEyesTask.objects.filter(active=True)
    if not user.is_superuser:
        tasks = tasks.filter(groups__in=user.groups.all())
    states = _of_pages(WorkflowState.STATUS_IN_PROGRESS).filter(
        ~contributed_by(user.pk, OuterRef("number")),
        Q(submission__assigned_to=None) | Q(submission__assigned_to=user.pk),
        current_task_state__status=TaskState.STATUS_IN_PROGRESS,
        current_task_state__task__in=tasks.values("pk"),
    )
    return states, _columns(name_of("requested_by"), Value(""), "current_task_state__started_at")


def returned(user: User) -> tuple[QuerySet, Columns]:
    """Find what a person has submitted and was sent back."""
    answers = TaskState.objects.filter(workflow_state=OuterRef("pk"), status=TaskState.STATUS_REJECTED).order_by("-pk")
    states = _of_pages(WorkflowState.STATUS_NEEDS_CHANGES).filter(requested_by=user.pk)
    comment = Cast(Subquery(answers.values("comment")[:1]), CharField())
    return states, _columns(name_of("current_task_state__finished_by"), comment, "current_task_state__finished_at")


def submitted(user: User) -> tuple[QuerySet, Columns]:
    """Find what a person has submitted and nobody has answered yet."""
    states = _of_pages(WorkflowState.STATUS_IN_PROGRESS).filter(requested_by=user.pk)
    return states, _columns(name_of("submission__assigned_to"), Value(""), "created_at")


def _deadline(row: Row) -> str:
    return _(", to be live by %(day)s") % {"day": row.due_text} if row.due else ""


def _why_approve(row: Row) -> str:
    return _("waits for your approval, from %(person)s") % {"person": row.person or _("nobody")} + _deadline(row)


def _why_returned(row: Row) -> str:
    return _("sent back by %(person)s: %(comment)s") % {"person": row.person, "comment": row.note} + _deadline(row)


def _why_submitted(row: Row) -> str | Promise:
    waits = _("waits for %(person)s") % {"person": row.person} if row.person else _("waits for an approver")
    return waits + _deadline(row)


def _edit(row: Row) -> str:
    return reverse("wagtailadmin_pages:edit", args=[row.page_id])


def _ask(row: Row) -> str:
    return reverse("editorial:submission", args=[row.page_id])


def register() -> None:
    """Put these reasons on the desk."""
    register_source(
        Source("approve", Section.WAITING, to_approve, _why_approve, _edit, gettext_lazy("Read and decide"))
    )
    register_source(Source("returned", Section.WAITING, returned, _why_returned, _edit, gettext_lazy("Correct")))
    register_source(
        Source("submitted", Section.SUBMITTED, submitted, _why_submitted, _ask, gettext_lazy("Deadline and approver"))
    )
