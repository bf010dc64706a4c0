"""Which texts of a Polish page and of its English page say the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translation.memory.models import MemoryUnit
from translation.memory.sentences import sentences
from translation.memory.texts import has_letters, normalised
from translation.segments import Part, Path, Segment


@dataclass(frozen=True)
class Pair:
    """A Polish text, its English one, and where both stand.

    `sentence` counts the sentences of the segment at `index` from 1; 0 is all of it.
    """

    path: Path
    index: int
    sentence: int
    unit: MemoryUnit


def pairs_of(polish: Mapping[Path, Part], english: Mapping[Path, Part]) -> Iterator[Pair]:
    """Yield the pairs of texts of two pages, in the order of the Polish one.

    Parts at the same path belong together if they have the same number of segments. Two paragraphs with the same
    number of sentences are also paired sentence by sentence, without markup. What has words and was left as it is in
    Polish is no translation.
    """
    for path, part in polish.items():
        other = english.get(path)
        if other is None or not part.kind.is_words or part.kind != other.kind:
            continue
        if _size(part) == _size(other):
            for source, target in zip(part.segments, other.segments, strict=True):
                yield from _pairs_of_segments(source, target)


def _size(part: Part) -> tuple[int, int]:
    """Return how many segments a part has, and of a table the number of its columns too."""
    rows = part.raw.get("data") if isinstance(part.raw, dict) else None
    return len(part.segments), len(rows[0] or ()) if rows else 0


def _pairs_of_segments(source: Segment, target: Segment) -> Iterator[Pair]:
    if _is_translation(source.text, target.text):
        unit = MemoryUnit.of(source.text, target.text, source.markup, target.markup)
        yield Pair(source.path, source.index, 0, unit)
    polish, english = sentences(source.text), sentences(target.text)
    if len(polish) == len(english) > 1:
        for number, (one, other) in enumerate(zip(polish, english, strict=True), start=1):
            if _is_translation(one, other):
                yield Pair(source.path, source.index, number, MemoryUnit.of(one, other, "", ""))


def _is_translation(source: str, target: str) -> bool:
    one, other = normalised(source), normalised(target)
    return bool(one and other) and (one != other or not has_letters(one))
