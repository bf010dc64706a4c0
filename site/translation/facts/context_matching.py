"""Which facts say less than their counterparts, told by what stands beside them: "the other forty" of per cents."""

from collections.abc import Callable, Hashable, Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Final

from translation.facts.claims import Claim, Keys, Sides, is_date, magnitude
from translation.facts.kinds import Fact, FactKind

# Of more times than this in a text, only these are counted from
_MOST: Final = 24


def _bare(fact: Fact) -> Iterable[tuple[str, Hashable]]:
    """Return the key of a number that does not say what it counts."""
    is_bare = fact.kind == FactKind.NUMBER and len(fact.value) == 2 and not fact.value[1]
    return (("bare", fact.value[0]),) if is_bare else ()


def _told_by(facts: Iterable[Fact]) -> Keys:
    """Return keys of what a bare number of a text may be, since its facts say of what others are."""
    facts = list(facts)
    currencies = {fact.value[1] for fact in facts if fact.kind == FactKind.AMOUNT}
    months = {fact.value[1] for fact in facts if is_date(fact)}
    shares = {fact.value[1] for fact in facts if fact.kind == FactKind.PERCENTAGE}
    shares |= {"pp"} if "%" in shares else set()  # „z 41 do 48 proc., o 7 punktów”

    def keys(fact: Fact) -> Iterable[Hashable]:
        if fact.kind == FactKind.PERCENTAGE:
            return (("bare", fact.value[0]),) if fact.value[1] in shares else ()
        if fact.kind == FactKind.AMOUNT:
            return (("bare", fact.value[0]),) if fact.value[1] in currencies else ()
        return (("bare", fact.value[2]),) if is_date(fact) and fact.value[2] and fact.value[1] in months else ()

    return keys


def times_reached(facts: Iterable[Fact]) -> Callable[[Fact], list[tuple[Hashable, ...]]]:
    """Return what tells of a stretch of time which times it reaches to, from those that a text says."""
    times = [fact.value for fact in facts if fact.kind == FactKind.TIME][:_MOST]
    minutes = [int(str(hour)) * 60 + int(str(minute)) for hour, minute in times]

    def reached(fact: Fact) -> list[tuple[Hashable, ...]]:
        if fact.kind != FactKind.NUMBER or len(fact.value) != 2 or fact.value[1] not in ("minute", "hour"):
            return []
        shift = (magnitude(fact.value) or Fraction(0)) * (60 if fact.value[1] == "hour" else 1)
        ends = [minute + sign * shift for minute in minutes for sign in (1, -1)]
        return [(each // 60 % 24, each % 60) for each in ends]

    return reached


def _time(fact: Fact) -> Iterable[Hashable]:
    return (fact.value,) if fact.kind == FactKind.TIME else ()


def _match_two(
    own: list[Claim],
    others: list[Claim],
    number: Callable[[Fact], int],
    say: Callable[[int, int, Fact], bool],
) -> None:
    """Take out two facts that together say one of the other text: "three in four" and 75%.

    Args:
        own: claims of one text that have no counterpart.
        others: those of the other.
        number: what is counted of a fact that may be one of two, or 0.
        say: whether two such numbers say a fact.
    """
    few = [(claim, number(claim.fact)) for claim in own if number(claim.fact)][:_MOST]
    for (one, first), (other, second) in pairwise(few):
        found = next((each for each in others if say(first, second, each.fact)), None) if one in own else None
        if found is not None:
            others.remove(found)
            own.remove(one)
            own.remove(other)


def _plain_number(fact: Fact) -> int:
    number = fact.value[0] if tuple(_bare(fact)) else 0
    return number if isinstance(number, int) else 0


def _say_share(part: int, whole: int, fact: Fact) -> bool:
    if not 0 < part < whole:
        return False
    if fact.kind == FactKind.PERCENTAGE:
        return fact.value == (Fraction(100 * part, whole), "%")
    return bool(tuple(_bare(fact))) and fact.value[0] == Fraction(part, whole)


def _month(fact: Fact) -> int:
    month = fact.value[1] if is_date(fact) and fact.value[2] is None else 0
    return month if isinstance(month, int) else 0


def _say_months(first: int, last: int, fact: Fact) -> bool:
    """Whether a fact is so many months, or the quarter that they are."""
    is_quarter = last == first + 2 and last % 3 == 0
    return fact.value == (last - first + 1, "month") or (is_quarter and fact.value == ("quarter", last // 3))


def match_told(sides: Sides) -> None:
    """Match what says less than its counterpart, but is told by what stands beside it."""
    sides.match_limited(_bare, _told_by(sides.all_left))
    sides.match_limited(_told_by(sides.all_right), _bare)
    for own, others in ((sides.left, sides.right), (sides.right, sides.left)):
        _match_two(own, others, _plain_number, _say_share)
        _match_two(own, others, _month, _say_months)
    sides.match(times_reached(sides.all_left), _time)
    sides.match(_time, times_reached(sides.all_right))
