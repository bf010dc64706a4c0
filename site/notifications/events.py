"""What happens to pages, and who is told: Wagtail's signals of workflows, and the audit log of the steps beside them.

Each handler runs in the transaction of the action, so that action and message stand or fall together.
"""

from collections.abc import Callable
from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Comment, Page, PageLogEntry, Revision, TaskState, WorkflowState
from wagtail.signals import page_published, task_rejected, task_submitted, workflow_approved

from accounts.models import User
from editorial import log_actions
from editorial.records import Approval
from editorial.take_downs import TakeDown
from notifications.kinds import Kind
from notifications.outbox import Notification
from notifications.people import approvers, asked_for, confirmers, writers_now, writers_of
from notifications.posting import post, shortened

MOST_COMMENTS = 20  # in one letter


def tell_of_submission(sender: type[TaskState], instance: TaskState, user: User | None, **_kwargs: Any) -> None:
    """Tell the person who is named for it, or else everybody who may approve the page."""
    page = page_of(instance.workflow_state)
    if page is None:
        return
    person, submission = asked_for(instance.workflow_state)
    post(
        Kind.ASSIGNED if person else Kind.SUBMITTED,
        f"submitted:{instance.pk}",
        page,
        [person] if person else approvers(instance),
        by=user,
        task_state=instance.pk,
        deadline=submission.deadline.isoformat() if submission and submission.deadline else "",
        priority=submission.priority if submission else None,
    )


def tell_of_return(sender: type[TaskState], instance: TaskState, user: User | None, **_kwargs: Any) -> None:
    """Tell who submitted a page and who changed it, with the comment and those beside fields that are open."""
    page = page_of(instance.workflow_state)
    if page is None:
        return
    post(
        Kind.RETURNED,
        f"returned:{instance.pk}",
        page,
        writers_now(page, instance.workflow_state),
        by=user,
        comment=shortened(instance.comment),
        fields=open_comments(page),
    )


def tell_of_approval(sender: type[WorkflowState], instance: WorkflowState, user: User | None, **_kwargs: Any) -> None:
    """Tell who wrote a page when it goes live, if that is not now; `tell_of_publication` tells of the rest."""
    page = page_of(instance)
    task_state = instance.current_task_state
    if page is None or task_state is None or page.live_revision_id == task_state.revision_id:
        return
    go_live_at = Revision.objects.values_list("approved_go_live_at", flat=True).get(pk=task_state.revision_id)
    post(
        Kind.APPROVED,
        f"approved:{instance.pk}",
        page,
        writers_of(page),
        by=user,
        comment=shortened(task_state.comment),
        go_live_at=go_live_at.isoformat() if go_live_at else "",
    )


def tell_of_publication(sender: type[Page], instance: Page, revision: Revision, **_kwargs: Any) -> None:
    """Tell who wrote a page that readers see it. Wagtail sends this signal when a page is only scheduled, too."""
    if not instance.live or instance.live_revision_id != revision.pk:
        return
    approval = Approval.objects.filter(page_id=instance.pk, revision_id=revision.pk).select_related("user").last()
    if approval is None or approval.kind == Approval.Kind.CONTENT:
        return
    was_scheduled = instance.go_live_at is not None and approval.created_at < instance.go_live_at
    post(
        Kind.PUBLISHED,
        f"published:{approval.pk}",
        instance,
        writers_of(instance),
        by=None if was_scheduled else approval.user,
        approver=str(approval.user),
        way="scheduled" if was_scheduled else approval.kind,
        comment=shortened(approval.reason),
    )


def tell_of_emergency(entry: PageLogEntry, page: Page) -> None:
    """Tell those who may confirm it."""
    approvals = Approval.objects.filter(page_id=page.pk, kind=Approval.Kind.EMERGENCY).select_related("user", "page")
    if approval := approvals.last():
        post_emergency(approval, f"emergency:{approval.pk}")


def post_emergency(approval: Approval, key: str, **options: Any) -> None:
    """Ask for the confirmation of an emergency publication."""
    post(
        Kind.EMERGENCY,
        key,
        approval.page,
        confirmers(approval),
        by=approval.user,
        approval=approval.pk,
        since=approval.created_at.isoformat(),
        reason=shortened(approval.reason),
        **options,
    )


def tell_of_handing_over(entry: PageLogEntry, page: Page) -> None:
    """Tell the person who is now to approve a page, unless they were the last to be told.

    Who takes it themselves is not told, but stands in the outbox, so that it can be given back to the one before.
    """
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
        return
    person, submission = asked_for(state)
    told = Notification.objects.filter(kind=Kind.ASSIGNED, page_id=page.pk)
    last = told.filter(data__task_state=state.current_task_state_id).last()
    if person is None or submission is None or (last is not None and last.recipient_id == person.pk):
        return
    takes_it = entry.user == person
    post(
        Kind.ASSIGNED,
        f"assigned:{entry.pk}",
        page,
        [person],
        by=None if takes_it else entry.user,
        state=Notification.State.DROPPED if takes_it else Notification.State.WAITING,
        task_state=state.current_task_state_id,
        deadline=submission.deadline.isoformat() if submission.deadline else "",
        priority=submission.priority,
    )


# How a page comes down, by what the log calls it. "translation.take_down" is that of an app beside this one.
WAYS_DOWN = {
    log_actions.ERROR: "error",
    log_actions.CONSOLIDATED: "consolidated",
    log_actions.WITHDRAW: "withdrawn",
    "wagtail.unpublish.scheduled": "expired",
    "wagtail.unpublish": "unpublished",
    "translation.take_down": "with_source",
}


def tell_of_taking_down(entry: PageLogEntry, page: Page) -> None:
    """Tell who wrote a page, and who wrote its versions in other languages, if those stay for readers.

    Where several languages come down together, one after the other, each writer hears of their own page alone.
    """
    writers = writers_of(page)
    down = TakeDown.objects.in_force().values("page_id")
    others = page.get_translations()
    details: dict[str, Any] = {
        "way": WAYS_DOWN[entry.action],
        "reason": shortened((entry.data or {}).get("reason", "")),
    }
    known = Notification.objects.filter(kind=Kind.DOWN, state=Notification.State.WAITING, data__of_another=True)
    known.filter(page_id__in=others.values("pk"), recipient__in=writers).delete()
    post(Kind.DOWN, f"down:{entry.pk}", page, writers, by=entry.user, **details)
    staying = {person for other in others.filter(live=True).exclude(pk__in=down) for person in writers_of(other)}
    post(Kind.DOWN, f"down:{entry.pk}", page, staying, by=entry.user, of_another=True, **details)


TOLD_FROM_THE_LOG: dict[str, Callable[[PageLogEntry, Page], None]] = {
    log_actions.EMERGENCY: tell_of_emergency,
    log_actions.HAND_OVER: tell_of_handing_over,
    **dict.fromkeys(WAYS_DOWN, tell_of_taking_down),
}


def read_log(sender: type[PageLogEntry], instance: PageLogEntry, created: bool, raw: bool = False, **_: Any) -> None:
    """Tell of the steps that have no signal of their own; the log knows who took them, and why."""
    tell = TOLD_FROM_THE_LOG.get(instance.action)
    if tell is not None and created and not raw:
        tell(instance, instance.page.specific)


def page_of(state: WorkflowState) -> Page | None:
    """Return the page that goes through a workflow, as the database has it now, or None for something else."""
    if not isinstance(state.content_object, Page):
        return None
    return Page.objects.select_related("locale").get(pk=state.object_id)


def open_comments(page: Page) -> list[dict[str, str]]:
    """Return the comments beside fields that nobody has resolved: path of the field, text, who wrote it."""
    comments = Comment.objects.filter(page_id=page.pk, resolved_at=None).select_related("user").order_by("pk")
    return [comment_data(each) for each in comments[:MOST_COMMENTS]]


def comment_data(comment: Comment) -> dict[str, str]:
    """Return what a letter says of a comment."""
    return {"path": comment.contentpath, "text": shortened(comment.text), "who": str(comment.user)}


def connect() -> None:
    """Listen to what happens to pages."""
    task_submitted.connect(tell_of_submission, dispatch_uid="notifications.submitted")
    task_rejected.connect(tell_of_return, dispatch_uid="notifications.returned")
    workflow_approved.connect(tell_of_approval, dispatch_uid="notifications.approved")
    page_published.connect(tell_of_publication, dispatch_uid="notifications.published")
    post_save.connect(read_log, sender=PageLogEntry, dispatch_uid="notifications.log")
