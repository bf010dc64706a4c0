"""The record of a page („metryczka”): who answers for it, when it came and changed, and how.

Polish readers look for it on the pages of public bodies. It is taken from the audit log, names people by their names
and never by an account or an e-mail address, and says of each change what kind it was, not what it said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Min, OuterRef, Q, Subquery, Window
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from editorial.log_actions import CONSOLIDATED, ERROR, REINSTATE, WITHDRAW
from editorial.records import ChangeNote
from translation.follow import TAKEN_DOWN, TAKEN_OVER

if TYPE_CHECKING:
    from core.pages import BasePage

CREATED = ("wagtail.create", "wagtail.copy", "wagtail.copy_for_translation")
PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
DOWN = ("wagtail.unpublish", "wagtail.unpublish.scheduled", TAKEN_DOWN, ERROR, CONSOLIDATED)
PUBLIC_ACTIONS = (*CREATED, *PUBLISHED, *DOWN, WITHDRAW, REINSTATE, TAKEN_OVER)
CHANGES_SHOWN = 20


@dataclass(frozen=True)
class Change:
    """One entry of the history. `kind` is in the reader's language, `who` empty where code made the change.

    `note` says in the words of staff what a major change meant; others have none.
    """

    at: datetime
    kind: str
    who: str
    note: str = ""


@dataclass(frozen=True)
class PageRecord:
    """What readers are told of a page's origin; times are None where the log does not say."""

    responsible: str
    entered_by: str
    created_at: datetime | None
    published_at: datetime | None
    changed_at: datetime | None
    changes: Sequence[Change]

    @property
    def major_changes(self) -> Sequence[Change]:
        """The changes that staff wrote a note about, the newest first."""
        return [change for change in self.changes if change.note]


def record_of(page: "BasePage", association: str) -> PageRecord | None:
    """Return the record of a page that is saved, in one query; None for one that is not.

    Args:
        page: its `owner` is asked for, so it is better loaded with it.
        association: its name, which answers where the page names nobody.
    """
    if page.pk is None:
        return None
    notes = ChangeNote.objects.filter(page=page.pk, revision_id=OuterRef("revision_id"))
    # One entry more than is shown: what the oldest one means depends on what stood before it.
    newest_first = list(
        PageLogEntry.objects.filter(page=page.pk, action__in=PUBLIC_ACTIONS)
        .annotate(
            since=Window(Min("timestamp")),
            first_published=Window(Min("timestamp", filter=Q(action__in=PUBLISHED))),
            note=Subquery(notes.values("text")[:1]),
        )
        .select_related("user")
        .order_by("-timestamp", "-pk")[: CHANGES_SHOWN + 1]
    )
    changes = [
        Change(entry.timestamp, kind_of(entry, before), name_of(entry.user), _note_of(entry))
        for entry, before in zip_longest(newest_first, newest_first[1:])
        if entry.action not in CREATED
    ]
    return PageRecord(
        responsible=page.responsible or association,
        entered_by=name_of(page.owner) or association,
        created_at=newest_first[0].since if newest_first else page.first_published_at,
        published_at=page.first_published_at,
        changed_at=page.last_published_at if page.last_published_at != page.first_published_at else None,
        changes=changes[:CHANGES_SHOWN],
    )


def _note_of(entry: Any) -> str:
    return entry.note or "" if entry.action in PUBLISHED else ""


def name_of(user: AbstractUser | None) -> str:
    """Return the name of a person, or nothing for code and for accounts without a name."""
    return user.get_full_name() if user else ""


def kind_of(entry: Any, before: Any) -> str:
    """Return what an entry of the log means to readers.

    Args:
        entry: of the log, annotated with the time of the first publication, `first_published`.
        before: the entry before it, if there is one.
    """
    if entry.action == TAKEN_OVER:
        return _("dates or numbers updated")
    if entry.action in DOWN:
        return _("taken down")
    if entry.action == WITHDRAW:
        return _("marked as withdrawn")
    if entry.action == REINSTATE:
        return _("withdrawal lifted")
    if entry.timestamp == entry.first_published:
        return _("published")
    return _("published again") if before is not None and before.action in DOWN else _("changed")
