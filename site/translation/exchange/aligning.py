"""Which English segment stands for which Polish one, inside of one part, and where the links of the English lead."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from translation.segments import Kind, Part, Segment
from translation.truth.drift import drift_between

Attributes = Mapping[str, Mapping[str, str]]
_LINK_NAME = re.compile(r'(<[a-z]+ id=")([a-z]+[0-9]+)(")')


@dataclass(frozen=True)
class Pair:
    """A Polish segment and what the English page says in its place.

    Attributes:
        polish: the segment.
        english: markup, with each link named as the Polish link that it stands for; empty if there is nothing.
        slot: the number of the English segment in its part, or None if there is no place for it yet.
        attributes: what the links are, by name.
        is_certain: whether the two surely belong together, so that `english` may pass for a translation.
    """

    polish: Segment
    english: str
    slot: int | None
    attributes: Attributes = field(default_factory=dict, compare=False)
    is_certain: bool = True


def pairs_of(polish: Part, english: Part, base: Part | None) -> list[Pair]:
    """Pair the segments of a Polish part with those of the English one at the same path.

    Args:
        polish: as readers see it now.
        english: as the newest draft has it, of the same kind.
        base: the Polish part that the English was made from, if it is known.
    """
    base = base if base is not None and base.kind == polish.kind else None
    slots, is_certain = _slots(polish, english, base)
    former_links = [each for segment in (base.segments if base else ()) for each in segment.attributes.values()]
    pairs = []
    for segment, slot in zip(polish.segments, slots, strict=True):
        if slot is None or slot >= len(english.segments):
            pairs.append(Pair(segment, "", slot, segment.attributes, is_certain))
            continue
        markup, attributes = _with_names_of(segment, english.segments[slot], former_links)
        pairs.append(Pair(segment, markup, slot, attributes, is_certain))
    return pairs


def shape_of_table(raw: object) -> list[int] | None:
    """Return how many cells each row of a table has, or None if it is no table."""
    return [len(row or ()) for row in raw.get("data") or ()] if isinstance(raw, dict) else None


def _slots(polish: Part, english: Part, base: Part | None) -> tuple[list[int | None], bool]:
    numbers: list[int | None] = list(range(len(polish.segments)))
    if polish.kind == Kind.TABLE:
        alike = shape_of_table(polish.raw) == shape_of_table(english.raw)
        return (numbers if alike else [None] * len(numbers)), True
    if polish.kind != Kind.RICH_TEXT:
        return numbers, True
    # With as many segments as the Polish had before, the English follows that; with as many as now, maybe either
    followed = _where_from(base, polish) if base and len(base.segments) == len(english.segments) else None
    if len(english.segments) == len(polish.segments):
        return numbers, followed in (None, numbers)
    return followed or [None] * len(numbers), True


def _where_from(base: Part, polish: Part) -> list[int | None]:
    """Return, for each segment, the number of the one in the base that it was, or None if it is new."""
    found = drift_between({polish.path: base}, {polish.path: polish})
    known = {each.after.index: each.before.index if each.before else None for each in found if each.after}
    gone = {each.before.index for each in found if each.before}
    stayed = iter([each.index for each in base.segments if each.index not in gone])
    return [known[each.index] if each.index in known else next(stayed) for each in polish.segments]


def _with_names_of(
    polish: Segment, english: Segment, former_links: Collection[Mapping[str, str]]
) -> tuple[str, Attributes]:
    """Return the English markup with the names of the Polish links, and what the links are.

    A link that leads where a Polish one leads has its name; the others follow in their order. Where the two lead
    elsewhere, the English link stays if somebody chose it, and follows the Polish if it is where that led before.
    """
    free = dict(polish.attributes)
    names: dict[str, str] = {}
    for own, link in english.attributes.items():
        name = next((each for each, target in free.items() if target == link), None)
        if name is not None:
            names[own] = name
            del free[name]
    attributes = dict(polish.attributes)
    for own, link in english.attributes.items():
        if own in names:
            continue
        name = next(iter(free), f"en{len(names) + 1}")
        was_left_behind = name in free and (not former_links or link in former_links)
        free.pop(name, None)
        names[own] = name
        if not was_left_behind:
            attributes[name] = link
    renamed = _LINK_NAME.sub(lambda found: found[1] + names.get(found[2], found[2]) + found[3], english.markup)
    return renamed, attributes
