"""Publishing on one person's word: with a reason, listed until another person confirms it."""

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page

from accounts.models import User
from editorial.approvals import record_approval
from editorial.decisions import why_not_confirm, why_not_publish_in_emergency
from editorial.log_actions import CONFIRM, EMERGENCY
from editorial.records import Approval, Confirmation
from editorial.refusals import PublishingRefused


@transaction.atomic
def publish_in_emergency(page: Page, user: User, reason: str) -> Approval:
    """Publish the newest version of a specific page at once, whatever schedule it has, and end its way to approval.

    Raises:
        PublishingRefused: the person may not, a field is wrong or missing, or another condition is not met.
    """
    if refusal := why_not_publish_in_emergency(user, page):
        raise PublishingRefused(refusal)
    workflow = page.current_workflow_state
    if workflow is not None:
        workflow.cancel(user=user)
    revision = page.get_latest_revision()
    if page.go_live_at is not None or revision.as_object().go_live_at is not None:
        revision = _without_schedule(page, user)
    approval = record_approval(revision, kind=Approval.Kind.EMERGENCY, user=user, reason=reason)
    log(instance=page, action=EMERGENCY, user=user, revision=revision, data={"reason": reason})
    PublishPageRevisionAction(revision, user=user).execute(skip_permission_checks=True)
    return approval


def _without_schedule(page: Page, user: User) -> "Page":
    """Return a revision that says the same and does not wait for a day."""
    newest = page.get_latest_revision_as_object()
    newest.go_live_at = None
    return newest.save_revision(user=user)


def unconfirmed() -> QuerySet[Approval]:
    """Return the emergency publications that nobody has confirmed, the oldest first.

    What was approved in the ordinary way since, or taken down, needs no confirmation any more: nobody reads it.
    """
    newest = Approval.objects.filter(page=OuterRef("page")).order_by("-pk").values("pk")[:1]
    return (
        Approval.objects.filter(kind=Approval.Kind.EMERGENCY, confirmation=None, page__live=True)
        .filter(pk=Subquery(newest))
        .select_related("page__locale", "user")
    )


@transaction.atomic
def confirm(approval: Approval, user: User) -> Confirmation:
    """Record that another person stands by an emergency publication.

    Raises:
        PublishingRefused: the person may not.
    """
    if refusal := why_not_confirm(user, approval):
        raise PublishingRefused(refusal)
    log(instance=approval.page.specific, action=CONFIRM, user=user, data={"approval": approval.pk})
    return Confirmation.objects.create(
        approval=approval,
        user=user,
        page_id=approval.page_id,
        revision_id=approval.revision_id,
        digest=approval.digest,
    )
