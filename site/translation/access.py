"""Who may do what about translations."""

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from accounts.models import User
from editorial.bin import outside_bin
from editorial.decisions import SCHEDULED, Reason
from translation.locales import source_locale_id, target_locale_id

START = "wagtail_localize.submit_translation"


def may_start_translations(user: User | AnonymousUser) -> bool:
    """Whether a person may start English pages where they may edit them."""
    return user.has_perm(START)


def may_see_translations(user: User | AnonymousUser) -> bool:
    """Whether a person works on English pages: starts them, edits them or approves them."""
    if may_start_translations(user):
        return True
    rights = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return any(
        right.permission.codename in ("change_page", "publish_page")
        and (right.page.depth == 1 or right.page.locale_id != source_locale_id())
        for right in rights
    )


# Who does one of these with an English page works on it: edits it, or answers for it
RIGHTS = ("change", "publish")


def may_see_source(user: User | AnonymousUser, english: Page) -> bool:
    """Whether a person may read the Polish text of an English page, its newest draft too: who edits or approves it."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission_for_instance(user, RIGHTS, english))


def english_pages_of(user: User | AnonymousUser, rights: Collection[str] = RIGHTS) -> PageQuerySet:
    """Return the English pages, outside of the recycle bin, that a person may edit or approve."""
    pages = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, rights)
    return pages.filter(outside_bin(), locale_id=target_locale_id())


def why_not_write(user: User, english: Page) -> Reason:
    """Say why a draft of an English page cannot be replaced now, other than in its editor, by somebody who may edit it.

    Not even by those whom its approval waits for: they would approve what they have not read.
    """
    page = english.specific
    if page.workflow_in_progress:
        return _("This page waits for approval. Take the submission back first, or ask for it to be sent back.")
    lock = page.get_lock()
    if isinstance(lock, ScheduledForPublishLock):
        return SCHEDULED
    if lock is not None and lock.for_user(user):
        return _("Somebody has locked this page. Ask them to unlock it first.")
    return None
