"""Brings the structure of a published Polish page over into the English draft."""

import json
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from accounts.models import User
from editorial.bin import is_in_bin
from editorial.decisions import IN_BIN, Reason
from editorial.refusals import PublishingRefused
from translation.access import why_not_write
from translation.locales import target_locale_id
from translation.merging.base import base_revision, follow_structure, published_revision
from translation.merging.keeping import keep
from translation.merging.log_actions import DISMISS
from translation.merging.merge import Merge, merge, texts_that_vanish
from translation.merging.models import Leftover
from translation.merging.report import Report


@dataclass(frozen=True)
class Prepared:
    """What would be done to an English page, from which Polish revision and to which English one."""

    source: Revision
    target: Revision | None
    content: dict[str, Any]
    merge: Merge

    @property
    def changes_the_page(self) -> bool:
        """Whether the English page would be another than it is."""
        return self.merge.content != self.content

    @property
    def read(self) -> str:
        """The two revisions in one text, by which it is told whether somebody has published or saved another."""
        return " ".join(f"{each.pk} {each.created_at.isoformat()}" for each in (self.source, self.target) if each)


def why_not_bring_over(user: User, english: Page) -> Reason:
    """Say why a person may not bring the structure of the Polish page over into an English one."""
    if is_in_bin(english):
        return IN_BIN
    if not english.permissions_for_user(user).can_edit():
        return _("Only those who may change this page can bring the Polish structure over.")
    if english.locale_id != target_locale_id():
        return _("“%(title)s” is not an English page. Structure is brought over from Polish to English.") % {
            "title": english.get_admin_display_title()
        }
    if published_revision(english) is None:
        return _("The Polish version of this page was never published, so there is nothing to bring over.")
    return why_not_write(user, english)


def prepare(english: Page) -> Prepared:
    """Merge the published Polish page into the newest version of an English page, and change nothing.

    Args:
        english: as its specific class; its Polish version was published once.

    Raises:
        PublishingRefused: it was not.
    """
    source, target, base = published_revision(english), english.get_latest_revision(), base_revision(english)
    if source is None:
        raise PublishingRefused(
            _("The Polish version of this page was never published, so there is nothing to bring over.")
        )
    content = target.content if target else json.loads(english.to_json())
    merged = merge(english.specific_class, base.content if base else {}, source.content, content)
    return Prepared(source, target, content, merged)


@transaction.atomic
def bring_over_structure(english: Page, user: User, read: str | None = None) -> Report:
    """Save an English draft with the structure of the published Polish page, and say what that means.

    Readers see nothing of it: the live row is not touched. Texts that have no place any more are kept as `Leftover`.
    The Polish revision is the base of the next merge, also if the page needed no change.

    Args:
        english: the English page.
        user: who does it.
        read: `Prepared.read` of what the person agreed to, if they were shown it.

    Raises:
        PublishingRefused: the person may not do this now, or either version has changed since they were shown it.
    """
    page = Page.objects.select_for_update().get(pk=english.pk).specific
    if reason := why_not_bring_over(user, page):
        raise PublishingRefused(reason)
    prepared = prepare(page)
    if read is not None and read != prepared.read:
        raise PublishingRefused(
            _("The page was changed in the meantime. What would happen now is below: read it, then confirm it.")
        )
    report = prepared.merge.report
    if prepared.changes_the_page:
        draft = page.with_content_json(prepared.merge.content)
        draft.save_revision(user=user, log_action=True, clean=False)  # what it lacks is asked for at its submission
        lost = texts_that_vanish(type(page), prepared.merge.content, draft.serializable_data())
        keep(page, prepared.target, report.leftovers, Leftover.Reason.REMOVED, user)
        keep(page, prepared.target, lost, Leftover.Reason.UNKNOWN, user)
    follow_structure(page, prepared.source, user)
    return report


def why_not_dismiss(user: User, page: Page) -> Reason:
    """Say why a person may not forget the texts of a page that have no place. A lock does not stand in the way."""
    if page.locale_id != target_locale_id() or not page.permissions_for_user(user).can_edit():
        return _("Only those who may change this English page can dismiss its texts.")
    return None


@transaction.atomic
def dismiss(leftover: Leftover, user: User) -> None:
    """Forget a text that has no place. The history of the page says which one it was, and who did it."""
    said = f"{leftover.label}: {leftover.text}"
    log(instance=leftover.page.specific, action=DISMISS, user=user, data={"reason": said})
    leftover.delete()
