"""What becomes of each text of a file: taken, unchanged, left empty, or refused and why. Nothing is written here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translation.exchange.markup import BrokenMarkupError, UnsafeMarkupError, read_markup, why_unlike
from translation.exchange.page_texts import PageTexts, Slot
from translation.exchange.po import FileRefused, InEntry
from translation.exchange.writing import write_texts


class Outcome(StrEnum):
    """What becomes of a text."""

    TAKEN = "taken"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """In words."""
        return str(LABELS[self])


LABELS: dict[Outcome, str | Promise] = {
    Outcome.TAKEN: gettext_lazy("taken"),
    Outcome.UNCHANGED: gettext_lazy("unchanged"),
    Outcome.EMPTY: gettext_lazy("left empty"),
    Outcome.REFUSED: gettext_lazy("refused"),
}


@dataclass(frozen=True)
class Row:
    """One text of a file and what becomes of it.

    Attributes:
        entry: as the file has it.
        outcome: what becomes of it.
        slot: where it belongs, or None if the page has no such text.
        markup: what is written, if it is taken.
        reason: why not, if it is refused.
    """

    entry: InEntry
    outcome: Outcome
    slot: Slot | None = None
    markup: str = ""
    reason: str = ""

    @property
    def replaced(self) -> str:
        """What the English page says in its place now; empty if it says nothing."""
        return self.slot.pair.english if self.slot is not None else ""

    @property
    def source_has_changed(self) -> bool:
        """Whether the Polish text is another than the one in the file, so that both have to be shown."""
        return self.slot is not None and self.slot.pair.polish.markup != self.entry.source


@dataclass(frozen=True)
class PageReport:
    """What becomes of the texts of one page.

    Attributes:
        page: with its texts; None of a page that the person may not edit, or that is not there.
        rows: in the order of the file.
        reason: why the page takes nothing at all; empty if it may.
        content: of the English revision that would be saved.
    """

    page: PageTexts | None
    rows: list[Row] = field(default_factory=list)
    reason: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)

    def of(self, outcome: Outcome) -> list[Row]:
        """Return the rows with an outcome."""
        return [row for row in self.rows if row.outcome == outcome]

    @property
    def taken(self) -> list[Row]:
        """What would be written."""
        return self.of(Outcome.TAKEN)

    @property
    def unchanged(self) -> list[Row]:
        """What the page says already."""
        return self.of(Outcome.UNCHANGED)

    @property
    def empty(self) -> list[Row]:
        """What is not translated in the file."""
        return self.of(Outcome.EMPTY)

    @property
    def refused(self) -> list[Row]:
        """What is not written, though the file has it."""
        return self.of(Outcome.REFUSED)

    @property
    def answers_all_changes(self) -> bool:
        """Whether the file has English for every Polish text that is another than the English was made from."""
        settled = [*self.taken, *(row for row in self.unchanged if not row.entry.is_fuzzy)]
        answered = {row.slot.context for row in settled if row.slot}
        slots = self.page.slots if self.page else []
        return all(slot.context in answered for slot in slots if slot.change is not None)


def judge(page: PageTexts, entries: Iterable[InEntry], reason: str = "") -> PageReport:
    """Say what becomes of the texts of one page.

    Args:
        page: with its texts now.
        entries: of this page.
        reason: why the page takes nothing at all, if it does not.

    Raises:
        FileRefused: a text holds what no translator writes.
    """
    slots = {slot.context: slot for slot in page.slots}
    rows, unsafe = [], []
    for entry in entries:
        try:
            rows.append(_judge_entry(entry, slots.get(entry.context)))
        except UnsafeMarkupError as error:
            unsafe.append(_("It holds %(what)s (%(place)s).") % {"what": error, "place": entry.place})
    if unsafe:
        raise FileRefused(*unsafe)
    if reason:
        rows = [_refused(row.entry, row.slot, reason) if row.outcome == Outcome.TAKEN else row for row in rows]
        return PageReport(page, rows, reason)
    taken = {(row.slot.path, row.slot.pair.polish.index): row.markup for row in rows if row.slot and row.markup}
    content, refused = write_texts(page.content, page.model, taken, page.source, page.base)
    rows = [_unless_refused(row, refused) for row in rows]
    return PageReport(page, rows, content=content)


def _unless_refused(row: Row, refused: Mapping[Any, str]) -> Row:
    if row.outcome != Outcome.TAKEN or row.slot is None:
        return row
    reason = refused.get((row.slot.path, row.slot.pair.polish.index))
    return replace(row, outcome=Outcome.REFUSED, markup="", reason=reason) if reason else row


def _refused(entry: InEntry, slot: Slot | None, reason: str | Promise) -> Row:
    return Row(entry, Outcome.REFUSED, slot, reason=str(reason))


def _judge_entry(entry: InEntry, slot: Slot | None) -> Row:
    """Say what becomes of one text, as far as the page as a whole does not matter.

    Raises:
        UnsafeMarkupError: it holds what no translator writes.
    """
    current = slot.pair.english if slot else ""
    markup, broken = entry.text, ""
    if entry.text and entry.text != current:
        try:
            markup = read_markup(entry.text, slot.pair.polish.markup if slot else "")
        except BrokenMarkupError as error:
            broken = str(error)
    if reason := _why_no_text(entry, slot):
        return _refused(entry, slot, reason)
    if not entry.text:
        return Row(entry, Outcome.EMPTY, slot)
    if markup == current:
        return Row(entry, Outcome.UNCHANGED, slot)
    if entry.is_fuzzy:
        return _refused(entry, slot, _("It is marked as fuzzy in the file. Check it and remove the mark."))
    unlike = broken or why_unlike(markup, entry.source, current)
    return _refused(entry, slot, unlike) if unlike else Row(entry, Outcome.TAKEN, slot, markup)


def _why_no_text(entry: InEntry, slot: Slot | None) -> str:
    if entry.is_obsolete:
        return _("The file marks it as obsolete (#~).")
    if entry.is_plural:
        return _("It has plural forms, which no text of this site has.")
    if slot is None:
        return _("The page has no such text, or has it no more.")
    if entry.source != slot.pair.polish.markup:
        return _("The Polish text is another now than the one that was translated.")
    return ""
