"""Decides what a person may do with the recycle bin, and says why not, as `editorial.decisions` does for all else."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accounts.models import User
from editorial.decisions import IN_BIN, Reason, was_public, why_not_delete
from recycle_bin.access import restorable, rights_at
from recycle_bin.companions import companions_of
from recycle_bin.models import BinnedPage
from recycle_bin.places import is_in_bin


def why_not_bin(user: User, page: Page) -> Reason:
    """Say why a person may not delete a page with all that goes along: the pages below it and the translations."""
    if reason := why_not_delete(user, page):
        return reason
    for companion in companions_of(page):
        if was_public(companion):
            return _("Readers have seen the other version, “%(title)s”. What was once public is not deleted.") % {
                "title": companion.draft_title
            }
        if companion.locked and companion.locked_by_id != user.pk:
            return _("Somebody has locked the other version, “%(title)s”. Ask them to unlock it first.") % {
                "title": companion.draft_title
            }
    return None


def why_not_restore(user: User, binned: BinnedPage) -> Reason:
    """Say why a person may not have a page back, wherever it would stand."""
    if binned.companion_of_id is not None:
        return _("This page comes back with the page that it translates. Restore that one.")
    if binned.pk not in restorable(user):
        return _("Only those who could delete this page where it stood can restore it.")
    return None


def why_not_there(user: User, binned: BinnedPage, parent: Page | None) -> Reason:
    """Say why a page that a person may have back may not stand below another one."""
    if parent is None:
        return _("The page that it stood below is gone. Choose another one for it to stand below.")
    if is_in_bin(parent):
        return _(
            "“%(parent)s”, which it stood below, is in the recycle bin too. Restore that one first, or choose another "
            "page for it to stand below."
        ) % {"parent": parent.draft_title}
    page = binned.page.specific
    if not parent.is_root() and parent.locale_id != page.locale_id:
        return _("“%(parent)s” is in another language. Choose a page in the language of this one.") % {
            "parent": parent.draft_title
        }
    if not page.can_move_to(parent):
        return _("A page of the type “%(type)s” cannot stand below “%(parent)s”. Choose another one.") % {
            "type": page.get_verbose_name(),
            "parent": parent.draft_title,
        }
    if parent.pk != binned.parent_id and "add" not in rights_at(user, parent):
        return _("You may not add pages below “%(parent)s”. Choose another one.") % {"parent": parent.draft_title}
    return None


def why_not_live(page: Page) -> Reason:
    """Say why a specific page may not go live: it is in the recycle bin."""
    return IN_BIN if is_in_bin(page) else None
