"""The one place that decides what a person may do towards readers, in each state of a page, and says why not.

Every function returns the reason in words, or None if the person may. Buttons, views, tasks and code ask the same
functions; superusers are asked like everyone. The guard stands behind them all.
"""

from typing import TypeAlias

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, Subquery, Sum
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.locks import BasicLock, ScheduledForPublishLock
from wagtail.models import Page, WorkflowState

from accounts.models import User
from editorial.bin import is_in_bin
from editorial.records import Approval, Confirmation, Contribution
from editorial.reviews import ReviewDate
from editorial.take_downs import TakeDown

Reason: TypeAlias = str | Promise | None

HOME_DEPTH = 2  # of the home page of each language
IN_BIN = _("This page is in the recycle bin. Restore it first.")
SCHEDULED = _("This page was approved and has a time to go live. Ask an editor to cancel that first.")
NO_RIGHT = _("Only those who may publish this page can do this: an editor or an administrator.")


def contributed_by(user: Combinable | int, page: Combinable | int) -> Q:
    """Return the condition that a person contributed to what a page says since it was last approved by another.

    A few characters of plain words in what somebody else has written (`APPROVERS_OWN_CHARACTERS`) make nobody a
    contributor: an approver may correct a comma. All of their changes count together. Whoever changed a fact is one,
    and so is whoever changed anything if nobody else did.

    Args:
        user: the primary key of the person, or where the rows of the query have it, such as `OuterRef("pk")`.
        page: the same of the page.
    """
    approvals = Approval.by_second_person().filter(page_id=OuterRef("page_id")).order_by("-pk")
    last = Subquery(approvals.values("last_contribution_id")[:1])
    rows = Contribution.objects.filter(page_id=page, pk__gt=Coalesce(last, 0))
    own = rows.filter(user_id=user)
    characters = own.order_by().values("page_id").annotate(all=Sum("characters")).values("all")
    return Q(Exists(own)) & (
        Q(Exists(own.filter(touches_facts=True)))
        | GreaterThan(Subquery(characters), settings.APPROVERS_OWN_CHARACTERS)
        | ~Exists(rows.exclude(user=None).exclude(user_id=user))
    )


def contributor_ids(page: Page) -> set[int]:
    """Return the primary keys of those who contributed to a page since it was last approved: see `contributed_by`."""
    return set(User.objects.filter(contributed_by(OuterRef("pk"), page.pk)).values_list("pk", flat=True))


def is_contributor(user: User, page: Page) -> bool:
    """Whether a person is one of `contributor_ids`."""
    return User.objects.filter(contributed_by(OuterRef("pk"), page.pk), pk=user.pk).exists()


def why_not_approve(user: User | AnonymousUser | None, page: Page) -> Reason:
    """Say why a person may not approve the newest content of a page, or None if they may.

    Whoever contributed to the content since it was last approved may not; superusers neither.
    """
    if user is None or not user.is_active:
        return _("Nobody is signed in who could approve this page.")
    if is_contributor(user, page):
        return _(
            "You changed this page since it was last approved, so another person has to approve it. "
            "Your changes are saved."
        )
    return None


def has_publish_right(user: User, page: Page) -> bool:
    """Whether a person answers for what readers see of a page: editors and administrators do."""
    return not page.is_root() and page.specific.permissions_for_user(user).has_publish_right()


def why_not_publish_in_emergency(user: User, page: Page) -> Reason:
    """Say why a person may not publish the newest version of a page on their own word."""
    if not has_publish_right(user, page):
        return NO_RIGHT
    lock = page.get_lock()
    if isinstance(lock, BasicLock) and lock.for_user(user):
        return _("Somebody has locked this page. Ask them to unlock it first.")
    if page.live and not page.has_unpublished_changes:
        return _("Readers see the newest version of this page already. There is nothing to publish.")
    return None


def why_not_confirm(user: User, approval: Approval) -> Reason:
    """Say why a person may not confirm an emergency publication: another one has to, who did not write it."""
    if not has_publish_right(user, approval.page.specific):
        return NO_RIGHT
    if Confirmation.objects.filter(approval=approval).exists():
        return _("Somebody has confirmed this already.")
    if approval.user_id == user.pk:
        return _("You published this yourself. Another person has to confirm it.")
    if approval.contributions().filter(user_id=user.pk).exists():
        return _("You changed what was published. Somebody who did not has to confirm it.")
    return None


def why_not_delete(user: User, page: Page) -> Reason:
    """Say why a person may not delete a page with all below it. What is deleted goes to the recycle bin."""
    if is_in_bin(page):
        return IN_BIN
    if page.depth <= HOME_DEPTH:
        return _("The home page cannot be deleted.")
    tester = page.permissions_for_user(user)
    if not tester.has_delete_right():
        return _("You may delete only pages that you may change, and subpages only if your role lets you.")
    if was_public(page):
        return _(
            "Readers have seen this page or one below it. What was once public is not deleted: take it down, and its "
            "address still says something."
        )
    lock = page.get_lock()
    if isinstance(lock, ScheduledForPublishLock):
        return None if tester.has_publish_right() else SCHEDULED
    if (lock and lock.for_user(user)) or _others_locked_below(user, page):
        return _("Somebody has locked this page or one below it, or it waits for approval. Ask them first.")
    return None


def was_public(page: Page) -> bool:
    """Whether readers ever saw a page or one below it."""
    if page.first_published_at is not None or page.is_leaf():
        return page.first_published_at is not None
    return page.get_descendants().filter(first_published_at__isnull=False).exists()


def _others_locked_below(user: User, page: Page) -> bool:
    return not page.is_leaf() and page.get_descendants().filter(locked=True).exclude(locked_by=user).exists()


def why_not_take_down(user: User, page: Page) -> Reason:
    """Say why a person may not take a page down or mark it as withdrawn."""
    if not has_publish_right(user, page):
        return NO_RIGHT
    if not page.live:
        return _("Readers do not see this page now.")
    if page.depth <= HOME_DEPTH:
        return _("The home page cannot be taken down.")
    if page.get_descendants().filter(live=True).exists():
        return _("Readers see pages below this one. Take those down first.")
    return None


def why_not_reinstate(user: User, page: Page) -> Reason:
    """Say why a person may not lift the mark that a page is withdrawn."""
    if not has_publish_right(user, page):
        return NO_RIGHT
    if not TakeDown.objects.in_force().filter(page_id=page.pk, kind=TakeDown.Kind.WITHDRAWN).exists():
        return _("This page is not marked as withdrawn.")
    return None


def why_not_take_back(user: User, state: WorkflowState) -> Reason:
    """Say why a person may not take a submission back: who submitted it may, and who may approve it."""
    if not state.is_active:
        return _("This page is not waiting for approval any more.")
    if not state.user_can_cancel(user):
        return _("Only the person who submitted this page, or one who may approve it, can take it back.")
    return None


def why_not_hand_over(user: User, state: WorkflowState) -> Reason:
    """Say why a person may not set who is to approve a submission, by when, and how urgently."""
    if not state.is_active:
        return _("This page is not waiting for approval any more.")
    if user.pk != state.requested_by_id and not has_publish_right(user, state.content_object):
        return _("Only the person who submitted this page, or one who may publish it, can change this.")
    return None


def why_not_override(user: User, page: Page) -> Reason:
    """Say why a person may not say of a check that what it found may stay: who may change or approve the page may."""
    permissions = page.permissions_for_user(user)
    if not permissions.can_edit():
        return _("Only those who may change this page can give a reason.")
    if permissions.page_locked():
        return _("This page is locked for you now, so you cannot give a reason.")
    return None


def why_not_set_review(user: User, page: Page) -> Reason:
    """Say why a person may not set by when a page has to be read again."""
    if not has_publish_right(user, page):
        return NO_RIGHT
    return None if page.live else _("Readers do not see this page now.")


def why_not_review(user: User, page: Page, date: ReviewDate) -> Reason:
    """Say why a person may not say that a page still holds: who is named for it may, and who may publish it."""
    if not page.live:
        return _("Readers do not see this page now.")
    if user.pk != date.contact_id and not has_publish_right(user, page):
        return _("Only the person who is named for this page, or one who may publish it, can say that it still holds.")
    return None
