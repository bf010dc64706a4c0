"""The record of a page („metryczka”): who answers for it, when it came and changed, and how.

Polish readers look for it on the pages of public bodies. It is taken from the audit log, names people by their names
and never by an account or an e-mail address, and says of each change what kind it was, not what it said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry

from translation.follow import TAKEN_DOWN, TAKEN_OVER

if TYPE_CHECKING:
    from core.pages import BasePage

CREATED, PUBLISHED, UNPUBLISHED = "wagtail.create", "wagtail.publish", "wagtail.unpublish"
PUBLIC_ACTIONS = (CREATED, PUBLISHED, UNPUBLISHED, TAKEN_OVER, TAKEN_DOWN)
CHANGES_SHOWN = 20


@dataclass(frozen=True)
class Change:
    """One entry of the history. `kind` is in the reader's language, `who` empty where code made the change."""

    at: datetime
    kind: str
    who: str


@dataclass(frozen=True)
class PageRecord:
    """What readers are told of a page's origin; times are None where the log does not say."""

    responsible: str
    entered_by: str
    created_at: datetime | None
    published_at: datetime | None
    changed_at: datetime | None
    changes: Sequence[Change]


def record_of(page: "BasePage", association: str) -> PageRecord | None:
    """Return the record of a page that is saved, in one query; None for one that is not.

    Args:
        page: its `owner` is asked for, so it is better loaded with it.
        association: its name, which answers where the page names nobody.
    """
    if page.pk is None:
        return None
    newest_first = list(
        PageLogEntry.objects.filter(page=page.pk, action__in=PUBLIC_ACTIONS)
        .select_related("user")
        .order_by("-timestamp", "-pk")[: CHANGES_SHOWN + 1]
    )
    return PageRecord(
        responsible=page.responsible or association,
        entered_by=name_of(page.owner) or association,
        created_at=newest_first[-1].timestamp if newest_first else page.first_published_at,
        published_at=page.first_published_at,
        changed_at=page.last_published_at if page.last_published_at != page.first_published_at else None,
        changes=[
            Change(entry.timestamp, kind_of(entry, page), name_of(entry.user))
            for entry in newest_first[:CHANGES_SHOWN]
            if entry.action != CREATED
        ],
    )


def name_of(user: AbstractUser | None) -> str:
    """Return the name of a person, or nothing for code and for accounts without a name."""
    return user.get_full_name() if user else ""


def kind_of(entry: PageLogEntry, page: Page) -> str:
    """Return what an entry of the log means to readers."""
    if entry.action == TAKEN_OVER:
        return _("dates or numbers updated")
    if entry.action in {UNPUBLISHED, TAKEN_DOWN}:
        return _("taken down")
    first = page.first_published_at
    is_first = first is not None and abs((entry.timestamp - first).total_seconds()) < 60
    return _("published") if is_first else _("changed")
