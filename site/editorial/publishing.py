"""How approved content goes live.

Wagtail imports this module while its own models load (`WAGTAIL_FINISH_WORKFLOW_ACTION`), so models are imported
inside the functions.
"""

from typing import TYPE_CHECKING, Any

from django.db import transaction

from editorial.refusals import PublishingRefused

if TYPE_CHECKING:
    from wagtail.models import Page, WorkflowState

    from accounts.models import User


def publish_approved(workflow_state: "WorkflowState", user: "User | None" = None) -> None:
    """Record the approval that ends a workflow and publish the very revision that was approved.

    Raises:
        PublishingRefused: the person contributed to it, it is not the newest one any more, it does not meet a condition
            any more, or the workflow has no step in which anybody could have approved it.
    """
    from django.utils.translation import gettext as _
    from wagtail.actions.publish_page_revision import PublishPageRevisionAction

    from editorial.approvals import record_approval
    from editorial.decisions import why_not_approve
    from editorial.guard import NOT_APPROVED
    from editorial.records import Approval
    from editorial.submission_conditions import NOT_APPROVED_YET, check_submission_conditions

    task_state = workflow_state.current_task_state
    if task_state is None:
        raise PublishingRefused(NOT_APPROVED % {"title": workflow_state.content_object.title})
    revision = task_state.revision
    page = revision.content_object.specific
    if reason := why_not_approve(user, page):
        raise PublishingRefused(reason)
    if revision.pk != page.latest_revision_id:
        raise PublishingRefused(_("The page has changed since you opened it. Read it again, then approve it."))
    check_submission_conditions(revision.as_object(), NOT_APPROVED_YET)
    with transaction.atomic():
        record_approval(revision, kind=Approval.Kind.WORKFLOW, user=user, reason=task_state.comment)
        PublishPageRevisionAction(revision, user=user).execute(skip_permission_checks=True)


def publish_loaded_content(page: "Page", reason: str, **save_options: Any) -> None:
    """Publish a page that code has made: the site's structure, or example content.

    Args:
        page: a specific page that stands in the tree.
        reason: what loaded it, for the record.
    """
    from editorial.approvals import record_approval
    from editorial.records import Approval

    with transaction.atomic():
        revision = page.save_revision(**save_options)
        record_approval(revision, kind=Approval.Kind.CONTENT, reason=reason)
        revision.publish()
