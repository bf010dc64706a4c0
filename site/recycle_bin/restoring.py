"""How a page gets out of the recycle bin again."""

from dataclasses import dataclass, field
from typing import cast

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import LogContext, log
from wagtail.models import Page

from accounts.models import User
from editorial.refusals import PublishingRefused
from recycle_bin.decisions import why_not_restore, why_not_there
from recycle_bin.log_actions import RESTORE
from recycle_bin.models import BinnedPage
from recycle_bin.places import is_in_bin, put


@dataclass
class Restored:
    """What came back.

    Attributes:
        page: the page at its new place.
        renamed: the pages that another one had taken the address of meanwhile, as they are now.
        left_behind: translations for which there is no place; they stay in the bin.
    """

    page: Page
    renamed: list[Page] = field(default_factory=list)
    left_behind: list[Page] = field(default_factory=list)


@transaction.atomic
def restore(binned: BinnedPage, user: User, parent: Page | None = None) -> Restored:
    """Bring a page back with all below it and with the translations that it took along.

    Args:
        parent: the page for it to stand below; none: the one that it stood below.

    Raises:
        PublishingRefused: the person may not, or it may not stand there, or somebody else was faster.
    """
    row = BinnedPage.objects.select_for_update().filter(pk=binned.pk).first()
    if row is None:
        raise PublishingRefused(_("This page is not in the recycle bin any more."))
    place = parent or row.parent
    if refusal := why_not_restore(user, row) or why_not_there(user, row, place):
        raise PublishingRefused(refusal)
    place = cast(Page, place)  # or it would have been refused
    companions = list(row.companions.select_related("page", "parent"))
    is_back = place.pk == row.parent_id
    done = Restored(row.page)
    done.page = _bring_back(row, user, place, done)
    for companion in companions:
        below = _place_for(companion, done.page, prefer_former=is_back)
        if below is None:
            done.left_behind.append(companion.page)
        else:
            _bring_back(companion, user, below, done)
    return done


def _bring_back(row: BinnedPage, user: User, parent: Page, done: Restored) -> Page:
    slug = find_available_slug(parent, row.slug)
    sibling = row.next_sibling
    if sibling is not None and sibling.is_child_of(parent):
        page = put(row.page, sibling, "left", slug)
    else:
        page = put(row.page, parent, "last-child", slug)
    if slug != row.slug:
        _rename_draft(page, slug, user)
        done.renamed.append(page)
    said = _("below “%(parent)s”") % {"parent": parent.draft_title}
    for each in page.get_descendants(inclusive=True).specific():
        with LogContext(user):  # a history shows one entry of each action in a context, whichever page it is about
            log(instance=each, action=RESTORE, user=user, data={"reason": said})
    row.delete()
    return page


def _rename_draft(page: Page, slug: str, user: User) -> None:
    """Give the newest version of a page its new slug too: the editor shows that one, and publishing takes it."""
    if page.latest_revision_id is not None:
        draft = page.get_latest_revision_as_object()
        draft.slug = slug
        draft.save_revision(user=user, log_action=True, clean=False)


def _place_for(companion: BinnedPage, source: Page, *, prefer_former: bool) -> Page | None:
    """Return the page for a translation to stand below: the translation of what its source page stands below."""
    former = companion.parent
    if former is not None and is_in_bin(former):
        former = None
    page = companion.page.specific
    sources = source.get_descendants(inclusive=True).filter(translation_key=page.translation_key)
    translated = (sources.first() or source).get_parent().get_translation_or_none(page.locale)
    if translated is not None and is_in_bin(translated):
        translated = None
    places = [former, translated] if prefer_former else [translated, former]
    return next((each for each in places if each is not None and page.can_move_to(each)), None)
