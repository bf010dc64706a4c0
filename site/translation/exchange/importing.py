"""Takes the texts of a file in: first a report of what would become of each, then drafts of exactly that."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts.models import User
from translation.access import why_not_write
from translation.exchange.access import MOST_PAGES, states_for
from translation.exchange.judging import PageReport, Row, judge
from translation.exchange.page_texts import load_texts
from translation.exchange.po import FileRefused, InEntry
from translation.exchange.uploads import read_upload
from translation.locales import target_locale_id
from translation.truth.statements import worked_from

_KEY = re.compile(r"page:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\|")


class ChangedMeanwhile(Exception):  # noqa: N818 - an answer to the person, no error of the program
    """Something is not as it was when the report was made, which says what would become of the file now.

    Args:
        report: the one of now.
    """

    def __init__(self, report: "Report") -> None:
        super().__init__(report)
        self.report = report


@dataclass(frozen=True)
class Report:
    """What becomes of a file.

    Attributes:
        pages: one for each page of which the file has texts.
        elsewhere: texts that name no page.
    """

    pages: list[PageReport]
    elsewhere: list[InEntry]

    @property
    def taken(self) -> list[Row]:
        """What would be written."""
        return [row for page in self.pages for row in page.taken]

    @property
    def pages_taken(self) -> list[PageReport]:
        """The pages of which a draft would be saved."""
        return [page for page in self.pages if page.taken]

    def digest(self) -> str:
        """Return the SHA-256, in hexadecimal, of what would be written, in place of what, and beside which revisions.

        A revision alone does not say what is replaced: the editor may save into the newest one again.
        """
        said = [
            (page.page.key, page.page.revisions, [(row.entry.context, row.markup, row.replaced) for row in page.taken])
            for page in self.pages_taken
            if page.page is not None
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def examine(data: bytes, user: User, page: Page | None = None) -> Report:
    """Say what would become of a file, and write nothing.

    Args:
        data: a PO file or a ZIP file of some, as it was sent.
        user: who would write it.
        page: an English page: the file may have texts of it and of those below it only. None: of any page.

    Raises:
        FileRefused: nothing of it can be taken.
    """
    return _report(_read(data, page), user)


def _read(data: bytes, page: Page | None) -> dict[str, list[InEntry]]:
    """Return the entries of a file by the translation key of their page; those that name none by an empty one."""
    by_key: dict[str, list[InEntry]] = {}
    for entry in read_upload(data):
        key = _KEY.match(entry.context)
        by_key.setdefault(key[1] if key else "", []).append(entry)
    keys = _keys(by_key)
    if len(keys) > MOST_PAGES:
        raise FileRefused(_("The file has texts of more than %(number)d pages.") % {"number": MOST_PAGES})
    if page is not None:
        _check_scope(keys, page)
    return by_key


def _keys(by_key: Iterable[str]) -> list[UUID]:
    return [UUID(key) for key in by_key if key]


def _check_scope(keys: Sequence[UUID], page: Page) -> None:
    inside = Page.objects.filter(path__startswith=page.path, translation_key__in=keys, locale_id=target_locale_id())
    if inside.count() != len(keys):
        raise FileRefused(
            _("The file has texts of other pages than “%(title)s” and those below it. Nothing of it is taken.")
            % {"title": page.get_admin_display_title()}
        )


def _report(by_key: Mapping[str, list[InEntry]], user: User) -> Report:
    states = states_for(user).filter(source__translation_key__in=_keys(by_key))
    known = {page.key: page for page in load_texts(states)}
    pages, unsafe = [], []
    for key, entries in by_key.items():
        page = known.get(key)
        if page is None or page.state is None or page.state.page is None:
            if key:
                pages.append(PageReport(None, reason=_("There is no such English page, or you may not edit it.")))
            continue
        try:
            pages.append(judge(page, entries, str(why_not_write(user, page.state.page) or "")))
        except FileRefused as refusal:
            unsafe += refusal.reasons
    if unsafe:
        raise FileRefused(*unsafe)
    return Report(pages, by_key.get("", []))


@transaction.atomic
def take_in(data: bytes, user: User, expected: str, page: Page | None = None) -> list[Page]:
    """Save a draft of each English page of which a file has new texts, in the name of a person.

    Args:
        data, user, page: as in `examine`.
        expected: the digest of the report that the person has seen.

    Returns:
        The English pages, each with its new newest revision. What readers see is not touched. A page of which the file
        leaves no changed Polish text unanswered was worked on from the Polish text of now.

    Raises:
        ChangedMeanwhile: something would be written that was not in that report. Nothing is.
        FileRefused: as in `examine`.
    """
    by_key = _read(data, page)
    # Nobody saves another draft of these pages between the look at them and the writing
    states = states_for(user).filter(source__translation_key__in=_keys(by_key))
    list(Page.objects.select_for_update().filter(pk__in=states.order_by().values("page_id")).order_by("pk"))
    report = _report(by_key, user)
    if report.digest() != expected:
        raise ChangedMeanwhile(report)
    return [_save(each, user) for each in report.pages_taken]


def _save(report: PageReport, user: User) -> Page:
    if report.page is None or report.page.state is None or report.page.state.page is None:
        raise ValueError("A page of which texts are taken has a state and an English page.")
    page = report.page.state.page.specific.with_content_json(dict(report.content))
    # A draft need not be complete yet; the fields with new texts were asked
    page.save_revision(user=user, log_action=True, clean=False)
    polish_revision = report.page.revisions[1]
    if polish_revision is not None and report.answers_all_changes:
        worked_from(report.page.state, polish_revision)
    return page
