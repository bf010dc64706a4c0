"""What becomes of a value that holds no others, and of the English texts in what goes."""

from collections import defaultdict
from typing import Any

from translation.merging.places import MISSING, Path, Place, Three
from translation.merging.reading import Definition, Leaf, kind_of, leaves, markup_of, readable, same, text_of
from translation.merging.report import Report, What


def merge_leaf(definition: Definition, three: Three, place: Place, report: Report) -> Any:
    """Return what becomes of a value in English, and report where somebody has to know."""
    words = kind_of(definition).is_words
    if three.base is MISSING:
        # Both languages have it, and nobody knows since when: what is English stays.
        if not words and not same(definition, three.source, three.target):
            _note(What.KEPT, definition, three, place, report)
        return three.target
    if same(definition, three.base, three.source) or same(definition, three.source, three.target):
        return three.target
    if same(definition, three.base, three.target):
        _note(What.REPLACED if words else What.TAKEN, definition, three, place, report)
        return three.source
    _note(What.AGAIN if words else What.KEPT, definition, three, place, report)
    return three.target


def _note(what: What, definition: Definition, three: Three, place: Place, report: Report) -> None:
    before, after = (_said(definition, value) for value in (three.base, three.source))
    report.note(what, place, before, after)


def _said(definition: Definition, value: Any) -> str:
    if value is MISSING:
        return ""
    return text_of(Leaf(Place(), definition, value)) or readable(definition, value)


def leave_texts(definition: Definition, english: Any, polish: Any, place: Place, report: Report) -> None:
    """Report every text of an English value that goes, unless the Polish value that it was made from says the same."""
    known: defaultdict[Path, list[Any]] = defaultdict(list)
    if polish is not MISSING:
        for leaf in leaves(definition, polish, place):
            known[leaf.place.path].append(leaf.raw)
    for leaf in leaves(definition, english, place):
        text, markup = text_of(leaf), markup_of(leaf)
        is_said = text.strip() or "<embed" in markup
        if is_said and not any(same(leaf.definition, leaf.raw, raw) for raw in known[leaf.place.path]):
            report.leave(leaf.place, text, markup)
