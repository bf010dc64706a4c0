"""Takes the texts of English pages out: one PO file, or a ZIP file with one for each page."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from editorial.visibility import visible_pages
from translation.exchange.page_texts import PageTexts, Slot
from translation.exchange.po import OutEntry, write_po
from translation.facts.changes import DriftClass
from translation.locales import SOURCE_LANGUAGE, locale_of
from translation.truth.drift import Difference, How

PAGE = "page:"
_KEY_OF_PAGE = re.compile(rf"{PAGE}([0-9]{{1,18}})")  # longer numbers are in no database


def po_of(pages: Sequence[PageTexts], project: str) -> str:
    """Return one PO file with the texts of some pages, page by page."""
    titles = titles_of_targets(pages)
    entries = [entry for page in pages for entry in entries_of(page, titles)]
    return write_po(entries, project, list(_header(pages)))


def zip_of(pages: Sequence[PageTexts], project: str) -> bytes:
    """Return a ZIP file with one PO file for each page."""
    titles = titles_of_targets(pages)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for page in pages:
            po = write_po(entries_of(page, titles), project, list(_header([page])))
            archive.writestr(f"{file_stem(page)}.po", po.encode())
    return packed.getvalue()


def file_stem(page: PageTexts) -> str:
    """Return a name for the file of a page in plain letters, which no other page has."""
    english = page.state.page if page.state else None
    return f"{english.pk}-{slugify(english.slug)[:60]}" if english else page.key


def _header(pages: Sequence[PageTexts]) -> Iterator[str]:
    yield _('Translate each msgid into msgstr. Keep elements such as <b> and <a id="a1">, and leave msgctxt as it is.')
    yield _("A text that is marked as fuzzy is not taken: the Polish has changed. Correct it and remove the mark.")
    left_out = sum(page.without_place for page in pages)
    if left_out:
        yield ngettext(
            "%(number)d Polish text is not here: its block is not on the English page yet.",
            "%(number)d Polish texts are not here: their blocks are not on the English page yet.",
            left_out,
        ) % {"number": left_out}


def entries_of(page: PageTexts, titles: Mapping[str, str]) -> Iterator[OutEntry]:
    """Yield the texts of a page.

    Args:
        page: with its texts.
        titles: of the pages that links lead to, by target: see `titles_of_targets`.
    """
    title = page.state.source.title if page.state else ""
    for slot in page.slots:
        changed = slot.change is not None and slot.change.how == How.CHANGED
        has_drifted = changed and slot.change is not None and slot.change.drift_class != DriftClass.TYPO
        yield OutEntry(
            slot.context,
            slot.pair.polish.markup,
            slot.pair.english if slot.is_translated else "",
            _previous(slot) if changed and slot.is_translated else None,
            slot.is_translated and (has_drifted or not slot.pair.is_certain),
            list(_notes(title, slot, titles)),
        )


def _previous(slot: Slot) -> str | None:
    before = slot.change.before if slot.change else None
    return before.markup if before else None


def _notes(title: str, slot: Slot, titles: Mapping[str, str]) -> Iterator[str]:
    if title:
        yield _("Page: %(title)s") % {"title": title}
    yield _("Field: %(label)s") % {"label": slot.label}
    names = slot.pair.polish.attributes
    for name, target in zip(names, slot.pair.polish.targets, strict=False):
        yield _("Link %(name)s leads to: %(target)s") % {"name": name, "target": titles.get(target, target)}
    if slot.change is not None:
        yield _changed(slot.change)
    if not slot.pair.is_certain:
        yield _("The Polish text has other paragraphs now. This English may belong to another one.")


def _changed(change: Difference) -> str:
    if not change.kinds:
        return _("Changed in Polish since: %(how)s") % {"how": change.how.label}
    said = {"how": change.how.label, "kinds": change.kinds_in_words}
    return _("Changed in Polish since: %(how)s (%(kinds)s)") % said


def titles_of_targets(pages: Iterable[PageTexts]) -> dict[str, str]:
    """Return the titles of the pages that links lead to, as far as every reader may see them, by target."""
    targets = {target for page in pages for slot in page.slots for target in slot.pair.polish.targets}
    keys = [int(found[1]) for target in targets if (found := _KEY_OF_PAGE.fullmatch(target))]
    shown = visible_pages(Page.objects.filter(pk__in=keys), locale_of(SOURCE_LANGUAGE))
    return {f"{PAGE}{key}": f"{PAGE}{key} ({title})" for key, title in shown.values_list("pk", "title")}
