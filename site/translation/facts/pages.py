"""Where a Polish and an English page claim different things: part by part, and then over the whole page.

What the translator moved from one paragraph or block to another is no difference: what has no counterpart in the part
at the same path may have it anywhere else on the page.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from translation.facts.claims import Claim, Sides
from translation.facts.kinds import Fact, FactKind
from translation.facts.matching import match_plain
from translation.facts.negation_matching import match_negations
from translation.facts.parity import Discrepancy, claims_of, differing, discrepancy, match_targets, target_fact
from translation.segments import Kind, Part, Path


@dataclass(frozen=True)
class Where:
    """A segment of a page."""

    path: Path
    index: int


@dataclass(frozen=True)
class PartDiscrepancy:
    """One thing that two pages say differently, and where.

    Attributes:
        path: of the part, in the Polish page unless it says nothing about it.
        polish_index: of the segment in its part of the Polish page, or None.
        english_path: of the part in the English page, or None.
        english_index: of the segment there, or None.
        discrepancy: what differs.
    """

    path: Path
    polish_index: int | None
    english_path: Path | None
    english_index: int | None
    discrepancy: Discrepancy


def compare_parts(
    polish: Mapping[Path, Part], english: Mapping[Path, Part], same_target: Callable[[str, str], bool]
) -> list[PartDiscrepancy]:
    """Return what two pages say differently, in the order of the Polish one.

    Args:
        polish: the parts of the source, as `translation.segments.parts_of` returns them.
        english: the parts of its translation.
        same_target: whether a link of the source and one of the translation lead to the same.
    """
    left, right = _Page(polish), _Page(english)
    said: tuple[list[Fact], list[Fact]] = ([], [])
    rest: tuple[list[Claim], list[Claim]] = ([], [])
    for path in {**left.words, **right.words}:
        claims = claims_of(left.words.get(path, ()), right.words.get(path, ()), path)
        for facts, of_the_part in zip(said, claims, strict=True):
            facts += [claim.fact for claim in of_the_part]
        for kept, unmatched in zip(rest, _without_matched(*claims), strict=True):
            kept += unmatched
    targets = match_targets(left.targets, right.targets, same_target)
    pairs = differing(*rest, left.texts(), right.texts(), targets, said)
    found = [_located(one, other) for one, other in pairs]
    found += _missing(polish, english, FactKind.HEADING, _headings)
    found += _missing(polish, english, FactKind.IMAGE, _images)
    places = {path: part.place for path, part in (*english.items(), *polish.items())}
    return sorted(found, key=lambda each: (places.get(each.path, 0), each.polish_index or 0))


class _Page:
    """The words of a page by the path of their part, and the targets of its links."""

    def __init__(self, parts: Mapping[Path, Part]) -> None:
        self.words: dict[Path, list[tuple[Where, str]]] = {}
        self.targets: list[Claim] = []
        for path, part in parts.items():
            for segment in part.segments:
                where = Where(path, segment.index)
                self.targets += [Claim(target_fact(target), where) for target in segment.targets if target]
                if segment.kind.is_words:
                    self.words.setdefault(path, []).append((where, segment.text))

    def texts(self) -> dict[Hashable, str]:
        """Return the texts of the segments."""
        return {where: text for row in self.words.values() for where, text in row}


def _without_matched(own: list[Claim], its: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Return the claims of two parts without those that have their counterpart in the other one."""
    plain = Sides([each for each in own if _is_plain(each)], [each for each in its if _is_plain(each)])
    match_plain(plain)
    negations = Sides([each for each in own if _denies(each)], [each for each in its if _denies(each)])
    match_negations(negations)
    names = [[each for each in claims if each.fact.kind == FactKind.NAME] for claims in (own, its)]
    return [*plain.left, *negations.left, *names[0]], [*plain.right, *negations.right, *names[1]]


def _is_plain(claim: Claim) -> bool:
    return claim.fact.kind not in (FactKind.NAME, FactKind.NEGATION)


def _denies(claim: Claim) -> bool:
    return claim.fact.kind == FactKind.NEGATION


def _located(one: Claim | None, other: Claim | None) -> PartDiscrepancy:
    own = one.where if one is not None and isinstance(one.where, Where) else None
    its = other.where if other is not None and isinstance(other.where, Where) else None
    said = discrepancy(one.fact if one else None, other.fact if other else None)
    first = own or its or Where((), 0)
    return PartDiscrepancy(
        first.path, own.index if own else None, its.path if its else None, its.index if its else None, said
    )


# Headings and images


def _headings(parts: Mapping[Path, Part]) -> dict[Path, str]:
    """Return the headings of a page: the texts of heading blocks, which have a level, and of fields so named."""
    return {
        path: str(part.raw)
        for path, part in parts.items()
        if part.kind == Kind.TEXT
        and part.raw
        and (path[-1] == "heading" or (path[-1] == "text" and (*path[:-1], "level") in parts))
    }


def _images(parts: Mapping[Path, Part]) -> dict[Path, str]:
    return {path: str(part.raw) for path, part in parts.items() if part.kind == Kind.IMAGE and part.raw}


def _missing(
    polish: Mapping[Path, Part],
    english: Mapping[Path, Part],
    kind: FactKind,
    listed: Callable[[Mapping[Path, Part]], dict[Path, str]],
) -> list[PartDiscrepancy]:
    """Return what one page has more of than the other, leaving out those that are elsewhere on the other."""
    left, right = listed(polish), listed(english)
    own = [path for path in left if path not in right]
    its = [path for path in right if path not in left]
    shared = min(len(own), len(its))
    return [
        *(
            PartDiscrepancy(path, 0, None, None, Discrepancy(kind, _whole(kind, left[path]), None))
            for path in own[shared:]
        ),
        *(
            PartDiscrepancy(path, None, path, 0, Discrepancy(kind, None, _whole(kind, right[path])))
            for path in its[shared:]
        ),
    ]


def _whole(kind: FactKind, text: str) -> Fact:
    return Fact(kind, (text,), text, 0, len(text))
