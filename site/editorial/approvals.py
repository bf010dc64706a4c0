"""Approvals: whether there is one for some content, and how one is recorded."""

from django.db.models import Max, QuerySet
from wagtail.models import Page, Revision

from accounts.models import User
from editorial.digest import page_digest
from editorial.records import Approval, Contribution
from editorial.take_downs import DOWN, TakeDown
from editorial.validation import check_content


def is_approved(page: Page, revision_id: int | None) -> bool:
    """Whether the content of a specific page was approved as this revision, and not taken down since."""
    return revision_id is not None and (
        approvals_in_force(page).filter(revision_id=revision_id, digest=page_digest(page)).exists()
    )


def approvals_in_force(page: Page) -> QuerySet[Approval]:
    """Return the approvals of a page since it was last taken down, which makes earlier ones void."""
    void = TakeDown.objects.filter(page_id=page.pk, kind__in=DOWN).aggregate(last=Max("last_approval_id"))["last"]
    return Approval.objects.filter(page_id=page.pk, pk__gt=void or 0)


def record_approval(revision: Revision, *, kind: Approval.Kind, user: User | None = None, reason: str = "") -> Approval:
    """Record that the content of a revision may go live.

    Raises:
        PublishingRefused: a field is wrong or missing, whatever route it was saved by.
        IntegrityError: no user, for a kind that a person answers for.
    """
    # Checking reads the blocks, which fills in what their JSON leaves out; the digest is of what the revision holds.
    check_content(revision.as_object())
    page = revision.as_object()
    # Somebody may have saved a newer revision at this very moment; that contribution is not covered.
    last = Contribution.objects.filter(page_id=page.pk, revision_id__lte=revision.pk).last()
    return Approval.objects.create(
        page_id=page.pk,
        revision_id=revision.pk,
        digest=page_digest(page),
        kind=kind,
        user=user,
        reason=reason,
        last_contribution_id=last.pk if last else 0,
    )
