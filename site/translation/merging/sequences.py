"""The order of a list after a merge: that of the Polish, with what is only in English after its neighbour."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from translation.merging.alignment import Pair, align_by_content, align_by_place
from translation.merging.places import Place, Three
from translation.merging.report import Report, What

Key = Hashable
Aligner = Callable[[Sequence[str], Sequence[str]], list[Pair]]


@dataclass(frozen=True)
class Member:
    """What tells an item of a list from others.

    Attributes:
        name: shared with the same item of the other lists, or None if it has none.
        kind: an item of another kind is never the same.
        content: as one text.
    """

    name: Hashable | None
    kind: str
    content: str


@dataclass(frozen=True)
class Order:
    """The result, each item as its places in the three lists, None where it is not.

    Attributes:
        kept: the items of the merged list, in order.
        gone: those that Polish had, and English still has.
        removed: those that Polish has as before, and English has not any more.
        moved: those of `kept` that both pages have, and that stand elsewhere among each other than in English.
    """

    kept: list[Three]
    gone: list[Three]
    removed: list[Three]
    moved: frozenset[Three]


def order_of(members: Three) -> Order:
    """Merge the order of three lists of members.

    Where Polish has left a list as it was, the English order stays; otherwise the order is the Polish one.
    """
    keys = keys_of(members)
    places = keys.each(lambda names: {key: number for number, key in enumerate(names)})
    base, source, target = places
    if keys.base == keys.source:
        result = list(keys.target)
    else:
        result = [key for key in keys.source if key in target or key not in base]
        _insert_english(result, keys.target, places)
    before, after = ([key for key in each if key in source and key in target] for each in (keys.target, result))
    return Order(
        kept=[_slot(key, places) for key in result],
        gone=[_slot(key, places) for key in keys.target if key in base and key not in source],
        removed=[_slot(key, places) for key in keys.source if key in base and key not in target],
        moved=frozenset(_slot(key, places) for key in _moved(before, after)),
    )


def note_order(
    order: Order,
    items: Three,
    place_of: Callable[[Three], Place],
    say: Callable[[Any], str],
    report: Report,
) -> None:
    """Report what comes in, moves, goes and stays away.

    Args:
        order: of the items of three lists.
        items: those lists.
        place_of: gives the place of an item of `order`.
        say: gives the words of an item of the lists.
        report: takes it.
    """
    for slot in order.kept:
        if slot.target is None:
            report.note(What.NEW, place_of(slot), after=say(items.source[slot.source]))
        elif slot in order.moved:
            report.note(What.MOVED, place_of(slot), after=say(items.source[slot.source]))
    for slot in order.gone:
        report.note(What.GONE, place_of(slot), before=say(items.target[slot.target]))
    for slot in order.removed:
        report.note(What.REMOVED, place_of(slot), after=say(items.source[slot.source]))


def _slot(key: Key, places: Three) -> Three:
    return Three(*(each.get(key) for each in places))


def _insert_english(result: list[Key], target: list[Key], places: Three) -> None:
    """Put what is only in English after what stands before it there, if that is left."""
    known = set(result)
    after = 0
    for key in target:
        if key in known:
            after = result.index(key) + 1
        elif key not in places.base and key not in places.source:
            result.insert(after, key)
            after += 1


def _moved(before: list[Key], after: list[Key]) -> list[Key]:
    if before == after:
        return []
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    still = {number for block in blocks for number in range(block.b, block.b + block.size)}
    return [key for number, key in enumerate(after) if number not in still]


def keys_of(members: Three) -> Three:
    """Return a key for each member of three lists: the same for what is the same, and only once in each list.

    Members are the same by name. Those without one are the same by content from Polish to Polish, and by place from
    Polish to English.
    """
    names = members.each(lambda each: _numbered([member.name for member in each]))
    base = [name if name is not None else ("base", number) for number, name in enumerate(names.base)]
    return Three(
        base,
        _follow(base, names.base, names.source, Three(members.base, members.source, "source"), align_by_content),
        _follow(base, names.base, names.target, Three(members.base, members.target, "target"), align_by_place),
    )


def _numbered(names: list[Hashable | None]) -> list[Hashable | None]:
    """Tell names that stand twice in one list apart."""
    seen: Counter[Hashable] = Counter()
    result: list[Hashable | None] = []
    for name in names:
        seen[name] += 1
        result.append(None if name is None else (name, seen[name]))
    return result


def _follow(
    keys: list[Key], names: list[Hashable | None], other: list[Hashable | None], members: Three, align: Aligner
) -> list[Key]:
    """Return the keys of another list, taken from the base for what is the same there."""
    polish, others, which = members
    found: dict[int, Key] = {}
    if None in names or None in other:
        known, wanted = set(other), set(names)
        loose = [number for number, name in enumerate(names) if name is None or name not in known]
        loose_other = [number for number, name in enumerate(other) if name is None or name not in wanted]
        pairs = align([polish[n].content for n in loose], [others[n].content for n in loose_other])
        for before, after in ((loose[one], loose_other[two]) for one, two in pairs):
            nameless = names[before] is None or other[after] is None
            if nameless and polish[before].kind == others[after].kind:
                found[after] = keys[before]
    return [found.get(n, name if name is not None else (which, n)) for n, name in enumerate(other)]
