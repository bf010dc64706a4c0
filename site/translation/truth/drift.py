"""What changed between two revisions of a Polish page, segment by segment, and how much depends on it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice

from django.utils.translation import gettext_lazy as _

from translation.facts.changes import DriftClass, classify
from translation.facts.kinds import FactKind, kinds_in_words
from translation.segments import Kind, Part, Path, Segment


class How(StrEnum):
    """What happened to a segment."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        """In words."""
        return str(HOW_LABELS[self])


HOW_LABELS = {
    How.ADDED: _("added"),
    How.REMOVED: _("removed"),
    How.MOVED: _("moved"),
    How.CHANGED: _("changed"),
}
RANKS = {DriftClass.TYPO: 1, DriftClass.WORDING: 2, DriftClass.FACT: 3}


@dataclass(frozen=True)
class Difference:
    """One segment that is not what it was. `before` is None for one that was added, `after` for one removed."""

    how: How
    before: Segment | None
    after: Segment | None
    drift_class: DriftClass
    kinds: frozenset[FactKind] = frozenset()

    @property
    def segment(self) -> Segment:
        """The newer segment, or the one that is gone."""
        found = self.after or self.before
        if found is None:
            raise ValueError("A difference has a segment on one side at least.")
        return found

    @property
    def clears_itself(self) -> bool:
        """Whether it asks nothing of a translator: a slip of the pen that was put right."""
        return self.drift_class == DriftClass.TYPO

    @property
    def kinds_in_words(self) -> str:
        """The kinds of facts that changed, in words."""
        return kinds_in_words(self.kinds)

    @property
    def path(self) -> Path:
        """Where it stands now, or stood."""
        return self.segment.path


def drift_between(base: Mapping[Path, Part], now: Mapping[Path, Part]) -> list[Difference]:
    """Return what changed from one revision to a later one, in the order of the later one, what is gone last.

    Parts that say the same are not taken apart, so a page of which little changed costs little. A choice, such as the
    level of a heading, holds no text that anybody could compare; it comes over with the structure.
    """
    found: list[Difference] = []
    base, now = ({path: part for path, part in each.items() if part.kind != Kind.CHOICE} for each in (base, now))
    for path, part in now.items():
        former = base.get(path)
        if former is None or former.kind != part.kind:
            found += [_difference(None, segment) for segment in part.segments]
        elif not part.is_like(former):
            found += _within(former, part)
    for path, part in base.items():
        if path not in now or now[path].kind != part.kind:
            found += [_difference(segment, None) for segment in part.segments]
    return [*_join_moved(found), *_reordered(base, now)]


def worst(differences: Iterable[Difference]) -> DriftClass | None:
    """Return the class of the difference that most depends on, or None if there is none."""
    return max((each.drift_class for each in differences), key=RANKS.__getitem__, default=None)


def weightier(one: Difference, other: Difference) -> Difference:
    """Return the difference that more depends on, of two as weighty ones the first."""
    return other if RANKS[other.drift_class] > RANKS[one.drift_class] else one


def fact_kinds(differences: Iterable[Difference]) -> frozenset[FactKind]:
    """Return the kinds of facts that changed."""
    return frozenset().union(*(each.kinds for each in differences))


Row = tuple[Segment, ...]


def _within(former: Part, part: Part) -> Iterator[Difference]:
    for before, after in _unlike(_rows(former), _rows(part)):
        yield from (_difference(*pair) for pair in _cells(before or (), after or ()))


def _rows(part: Part) -> list[Row]:
    """Return the rows of a table, its caption first: what a cell says depends on its row. All else stands alone."""
    if part.kind != Kind.TABLE or not part.segments:
        return [(each,) for each in part.segments]
    cells = iter(part.segments)
    return [tuple(islice(cells, length)) for length in (1, *(len(row or ()) for row in part.raw.get("data") or ()))]


def _unlike(before: Sequence[Row], after: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the rows that are not the same, each with the version of it on the other side, or None.

    Of as many rows as before, those that differ only in their numbers have kept their place: two amounts that changed
    places are two other amounts, not two paragraphs that moved.
    """
    tell = _frame if len(before) == len(after) else _says
    then, now = (list(map(tell, rows)) for rows in (before, after))
    for operation, i1, i2, j1, j2 in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if operation == "equal":
            kept = zip(before[i1:i2], after[j1:j2], strict=True)
            yield from (pair for pair in kept if _says(pair[0]) != _says(pair[1]))
        else:
            yield from _pairs(before[i1:i2], after[j1:j2])


def _cells(before: Row, after: Row) -> Iterator[tuple[Segment | None, Segment | None]]:
    """Yield the cells that are not the same in two versions of a row."""
    if len(before) == len(after):
        yield from (pair for pair in zip(before, after, strict=True) if _said(pair[0]) != _said(pair[1]))
        return
    for old, new in _unlike([(each,) for each in before], [(each,) for each in after]):
        yield old[0] if old else None, new[0] if new else None


def _says(row: Row) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(map(_said, row))


_NUMBER = re.compile(r"\d(?:[\s.,:]?\d)*")


def _frame(row: Row) -> tuple[str, ...]:
    """Return the words of a row without its numbers.

    A number that it begins with and that others follow is its name, such as the year of a row of figures, and stays.
    """
    texts = [each.text for each in row]
    frame = [_NUMBER.sub("#", text) for text in texts]
    numbers = [number for text in texts for number in _NUMBER.findall(text)]
    is_named = len(numbers) > 1 and next(filter(None, texts)).startswith(numbers[0])
    return (numbers[0] if is_named else "", *frame)


def _said(segment: Segment) -> tuple[str, tuple[str, ...]]:
    return segment.markup, segment.targets


ALIKE = 0.35  # of the words, for two rows to be versions of one


def _pairs(before: Sequence[Row], after: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Pair what was with what is, in order: versions of one row with each other, the rest with nothing."""
    if len(before) == len(after):
        yield from zip(before, after, strict=True)
        return
    waiting = list(before)
    for row in after:
        likeness = [(_likeness(old, row), -number) for number, old in enumerate(waiting)]
        best, number = max(likeness, default=(0.0, 0))
        if best < ALIKE:
            yield None, row
            continue
        yield from ((old, None) for old in waiting[:-number])
        yield waiting[-number], row
        del waiting[: 1 - number]
    yield from ((old, None) for old in waiting)


def _likeness(one: Row, other: Row) -> float:
    then, now = ([word for cell in row for word in cell.text.split()] for row in (one, other))
    return SequenceMatcher(None, then, now, autojunk=False).ratio()


def _difference(before: Segment | None, after: Segment | None) -> Difference:
    how = How.ADDED if before is None else How.REMOVED if after is None else How.CHANGED
    kind = (after or before).kind  # type: ignore[union-attr] # never both are None
    if kind in (Kind.LINK, Kind.FILE):
        fact = FactKind.LINK if kind == Kind.LINK else FactKind.FILE
        return Difference(how, before, after, DriftClass.FACT, frozenset({fact}))
    if not kind.is_words:
        return Difference(how, before, after, DriftClass.WORDING)
    change = classify(
        before.text if before else "",
        after.text if after else "",
        before.targets if before else (),
        after.targets if after else (),
    )
    # A sentence that is new or gone is never the correction of a slip.
    is_slip = change.drift == DriftClass.TYPO and how == How.CHANGED
    drift_class = change.drift if is_slip or change.kinds else DriftClass.WORDING
    return Difference(how, before, after, drift_class, change.kinds)


def _join_moved(found: list[Difference]) -> list[Difference]:
    """Make one difference of a segment that is gone in one place and new, word for word, in another."""
    gone: dict[tuple[str, tuple[str, ...]], list[Difference]] = {}
    for each in found:
        if each.how == How.REMOVED:
            gone.setdefault(_said(each.segment), []).append(each)
    joined: list[Difference] = []
    dropped: set[int] = set()
    for each in found:
        match = gone.get(_said(each.segment)) if each.how == How.ADDED else None
        if match:
            former = match.pop(0)
            dropped.add(id(former))
            each = replace(each, how=How.MOVED, before=former.before, drift_class=DriftClass.WORDING, kinds=frozenset())
        joined.append(each)
    return [each for each in joined if id(each) not in dropped]


def _reordered(base: Mapping[Path, Part], now: Mapping[Path, Part]) -> Iterator[Difference]:
    """Yield the first words of each block that stands in another order than before among those that stayed."""
    before = [path for path in base if path in now]
    after = [path for path in now if path in base]
    if before == after:
        return
    stayed = {
        path
        for start, _other, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        for path in before[start : start + size]
    }
    told: set[Path] = set()
    for path in after:
        block = path[:2]
        if path in stayed or block in told or not now[path].kind.is_words or not now[path].segments:
            continue
        told.add(block)
        segment = now[path].segments[0]
        former = base[path].segments[0] if base[path].segments else segment
        yield Difference(How.MOVED, former, segment, DriftClass.WORDING)
