"""How a page gets into the recycle bin."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext, log
from wagtail.models import Page

from accounts.models import User
from editorial.log_actions import TAKE_BACK
from editorial.refusals import PublishingRefused
from recycle_bin.companions import companions_of
from recycle_bin.decisions import why_not_bin
from recycle_bin.log_actions import BIN
from recycle_bin.models import BinnedPage
from recycle_bin.places import bin_slug, put


@transaction.atomic
def move_to_bin(page: Page, user: User) -> BinnedPage:
    """Move a page, all below it and its translations into the recycle bin.

    What is under way ends: submissions are taken back, schedules cancelled, locks lifted.

    Raises:
        PublishingRefused: the person may not.
    """
    page = Page.objects.select_for_update().get(pk=page.pk)
    if refusal := why_not_bin(user, page):
        raise PublishingRefused(refusal)
    companions = companions_of(page)
    binned = _put_away(page, user)
    for companion in companions:
        _put_away(companion, user, companion_of=binned)
    return binned


def _put_away(page: Page, user: User, companion_of: BinnedPage | None = None) -> BinnedPage:
    page = Page.objects.get(pk=page.pk)
    parent = page.get_parent()
    binned = BinnedPage.objects.create(
        page=page,
        slug=page.slug,
        parent=parent,
        parent_title=parent.draft_title,
        next_sibling=page.get_next_sibling(),
        companion_of=companion_of,
        user=user,
    )
    said = _("from “%(parent)s”, can be restored until %(day)s") % {
        "parent": parent.draft_title,
        "day": binned.last_day,
    }
    for each in page.get_descendants(inclusive=True).specific():
        with LogContext(user):  # a history shows one entry of each action in a context, whichever page it is about
            _end_what_is_under_way(each, user)
            log(instance=each, action=BIN, user=user, data={"reason": said})
    put(page, Page.get_first_root_node(), "last-child", bin_slug(page))
    return binned


def _end_what_is_under_way(page: Page, user: User) -> None:
    if (state := page.current_workflow_state) is not None:
        state.cancel(user=user)
        log(instance=page, action=TAKE_BACK, user=user, data={"reason": _("moved to the recycle bin")})
    for revision in page.revisions.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = None
        revision.save(user=user, update_fields=["approved_go_live_at"])  # writes the log
    if page.locked:
        page.locked, page.locked_by, page.locked_at = False, None, None
        page.save(update_fields=["locked", "locked_by", "locked_at"])
        log(instance=page, action="wagtail.unlock", user=user)
