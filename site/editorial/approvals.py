"""The one place that decides whether content may go live, and says why not."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from accounts.models import User
from editorial.digest import page_digest
from editorial.records import Approval, Contribution
from editorial.validation import check_content

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def is_approved(page: Page, revision_id: int | None) -> bool:
    """Whether the content of a specific page was approved as this revision."""
    if revision_id is None:
        return False
    return Approval.objects.filter(page_id=page.pk, revision_id=revision_id, digest=page_digest(page)).exists()


def why_not_approve(user: "User | AnonymousUser | None", page: Page) -> "StrOrPromise | None":
    """Say why a person may not approve the newest content of a page, or None if they may.

    Whoever is recorded as having changed the content since it was last approved may not; superusers neither.
    """
    if user is None or not user.is_active:
        return _("Nobody is signed in who could approve this page.")
    if Contribution.since_approval(page).filter(user_id=user.pk).exists():
        return _(
            "You changed this page since it was last approved, so another person has to approve it. "
            "Your changes are saved."
        )
    return None


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
