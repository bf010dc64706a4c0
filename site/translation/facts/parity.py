"""Where a Polish and an English text claim different things."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from django.utils.translation import gettext as _

from translation.facts.claims import Claim, Sides, is_single_unit, magnitude
from translation.facts.contacts import link_value
from translation.facts.contradictions import differing_negations
from translation.facts.extraction import claims_in
from translation.facts.kinds import Fact, FactKind, Language
from translation.facts.limit_words import FIRST, LAST, LEAST, MOST
from translation.facts.matching import Said, match_plain
from translation.facts.name_matching import differing_names
from translation.facts.negation_matching import match_negations
from translation.facts.opposites import opposed
from translation.facts.sentences import sentence_at, sentence_starts

_POLISH: Final[Language] = "pl"
_ENGLISH: Final[Language] = "en"
# Kinds that an error may turn into one another
_NUMERIC: Final = frozenset(
    {
        *(FactKind.NUMBER, FactKind.AMOUNT, FactKind.CURRENCY, FactKind.PERCENTAGE, FactKind.DATE, FactKind.TIME),
        FactKind.PHONE,
    }
)
# With more than this many unmatched on a side, they are paired in their order and not by likeness
_COMPARED: Final = 24
# Beyond so many links on a page, only equal ones are counterparts
_MOST_TARGETS: Final = 500
_ORDINALS: Final = ("pierwsz", "drug", "first", "second")


@dataclass(frozen=True)
class Discrepancy:
    """One thing that the two texts say differently; a side that does not say it at all is None."""

    kind: FactKind
    polish: Fact | None
    english: Fact | None

    @property
    def sentence(self) -> str:
        """What differs, in the language of the reader."""
        words = {
            "kind": self.kind.label,
            "polish": self.polish.text if self.polish else "",
            "english": self.english.text if self.english else "",
        }
        if self.kind == FactKind.IMAGE:
            missing = _("An image of the Polish page is missing in the English one.")
            return missing if self.polish else _("An image of the English page is not in the Polish one.")
        if self._limits() == (LEAST, MOST):
            return _("%(kind)s: the Polish text says at least “%(polish)s”, the English one at most.") % words
        if self._limits() == (MOST, LEAST):
            return _("%(kind)s: the Polish text says at most “%(polish)s”, the English one at least.") % words
        if self._limits() == (FIRST, LAST):
            return _("%(kind)s: the Polish text says from “%(polish)s” on, the English one until then.") % words
        if self._limits() == (LAST, FIRST):
            return _("%(kind)s: the Polish text says until “%(polish)s”, the English one from then on.") % words
        if self.polish and self.english:
            return _("%(kind)s: the Polish text says “%(polish)s”, the English one “%(english)s”.") % words
        if self.polish:
            return _("%(kind)s: “%(polish)s” in the Polish text has no counterpart in the English one.") % words
        return _("%(kind)s: “%(english)s” in the English text has no counterpart in the Polish one.") % words

    def _limits(self) -> tuple[str, str]:
        """Return the limits of a number, a date or a time that is the same in both texts."""
        if self.polish is None or self.english is None or self.polish.value != self.english.value:
            return "", ""
        return self.polish.limit, self.english.limit

    def __str__(self) -> str:
        return self.sentence


Pair = tuple[Claim | None, Claim | None]


def compare(
    polish: str, english: str, polish_targets: Sequence[str] = (), english_targets: Sequence[str] = ()
) -> list[Discrepancy]:
    """Return what two texts say differently, in the order of the Polish one.

    Args:
        polish: the source.
        english: its translation.
        polish_targets: where the links of the source lead, in the form that the caller compares them in.
        english_targets: the same of the translation.
    """
    left, right = claims_of([(None, polish)], [(None, english)])
    targets = match_targets(
        [Claim(_target(each)) for each in polish_targets],
        [Claim(_target(each)) for each in english_targets],
        lambda one, other: one == other,
    )
    pairs = differing(left, right, {None: polish}, {None: english}, targets)
    return [_discrepancy(*pair) for pair in sorted(pairs, key=_order)]


def claims_of(
    polish: Sequence[tuple[Hashable, str]], english: Sequence[tuple[Hashable, str]], part: Hashable = None
) -> tuple[list[Claim], list[Claim]]:
    """Return the claims of two rows of texts, each with what it is known by; `part` tells these rows from others.

    Where both rows have as many texts, and two texts at one place as many sentences, the claims say near what they are.
    """
    starts = [[sentence_starts(text) for _where, text in row] for row in (polish, english)]
    alike = [len(one) == len(other) for one, other in zip(*starts, strict=False)] if len(polish) == len(english) else []
    claims: list[list[Claim]] = []
    for row, its_starts, language in ((polish, starts[0], _POLISH), (english, starts[1], _ENGLISH)):
        claims.append([])
        for place, (where, text) in enumerate(row):
            is_alike = place < len(alike) and alike[place]
            for fact in claims_in(text, language):
                near = (part, place, sentence_at(its_starts[place], fact.start)) if is_alike else None
                claims[-1].append(Claim(fact, where, near))
    return claims[0], claims[1]


def _order(pair: Pair) -> tuple[int, int]:
    claim = pair[0] or pair[1]
    return (0 if pair[0] else 1, claim.fact.start if claim else 0)


def _target(address: str) -> Fact:
    return target_fact(address)


def target_fact(address: str) -> Fact:
    """Return the fact that a link leads somewhere; it stands at no place of the text."""
    kind = FactKind.LINK
    if address.startswith("mailto:"):
        kind = FactKind.EMAIL
    elif address.startswith("tel:"):
        kind = FactKind.PHONE
    elif address.startswith("document:"):
        kind = FactKind.FILE
    return Fact(kind, (address,), address, -1, -1)


@dataclass
class Targets:
    """The targets of links on both sides: those without a counterpart, and all of them."""

    left: list[Claim]
    right: list[Claim]
    all_left: list[Claim]
    all_right: list[Claim]


def match_targets(left: list[Claim], right: list[Claim], same: Callable[[str, str], bool]) -> Targets:
    """Match the targets that are equal, then those of which `same` says that they are."""
    sides = Sides(left, right)
    sides.match(lambda fact: (fact.value,))
    rest = list(sides.right)
    without: list[Claim] = sides.left[_MOST_TARGETS:]
    for claim in sides.left[:_MOST_TARGETS]:
        found = next((other for other in rest if same(claim.fact.text, other.fact.text)), None)
        if found is None:
            without.append(claim)
        else:
            rest.remove(found)
    return Targets(without, rest, left, right)


def differing(
    left: list[Claim],
    right: list[Claim],
    polish_texts: dict[Hashable, str],
    english_texts: dict[Hashable, str],
    targets: Targets,
    said: tuple[list[Fact], list[Fact]] | None = None,
) -> list[Pair]:
    """Return the claims that differ: changed ones in pairs, missing and additional ones alone.

    Args:
        left: claims of the Polish text that may have no counterpart.
        right: the same of the English one.
        polish_texts: what the names of the English text are looked for in.
        english_texts: the same for those of the Polish one.
        targets: of the links.
        said: all facts of both, if the claims are only a part of them.
    """
    plain = _sides(left, right, lambda kind: kind not in (FactKind.NAME, FactKind.NEGATION))
    if said is not None:
        plain.all_left, plain.all_right = said
    match_plain(plain)
    pairs = paired(_reachable(plain, targets))
    pairs += _pair_in_order(targets.left, targets.right)
    negations = _sides(left, right, lambda kind: kind == FactKind.NEGATION)
    match_negations(negations)
    denied = _pair_in_order(*differing_negations(negations, polish_texts, english_texts))
    pairs += denied
    if not denied:
        pairs += [
            (Claim(one, where), Claim(other, where)) for where, one, other in opposed(polish_texts, english_texts)
        ]
    pairs += differing_names(left, right, polish_texts, english_texts)
    return pairs


def _sides(left: list[Claim], right: list[Claim], belongs: Callable[[FactKind], bool]) -> Sides:
    return Sides(
        [claim for claim in left if belongs(claim.fact.kind)], [claim for claim in right if belongs(claim.fact.kind)]
    )


def _reachable(sides: Sides, targets: Targets) -> Sides:
    """Leave out the addresses written in one text that a link of the other leads to."""

    def without(claims: list[Claim], others: list[Claim]) -> list[Claim]:
        led_to = {_address(other.fact) for other in others}
        return [claim for claim in claims if not led_to or _address(claim.fact) not in led_to]

    sides.left = without(sides.left, targets.all_right)
    sides.right = without(sides.right, targets.all_left)
    return sides


def _address(fact: Fact) -> str:
    if fact.kind == FactKind.PHONE:
        return "".join(sign for sign in str(fact.value[0]) if sign.isdecimal()).removeprefix("48")
    return link_value(str(fact.value[0]).removeprefix("mailto:"))


# Pairs of what is left


def paired(sides: Sides) -> list[Pair]:
    """Pair what is left: by kind, then what is a number; what may stand alone and has no pair is no difference."""
    pairs: list[Pair] = []
    left, right = list(sides.left), list(sides.right)
    if not left and not right:
        return pairs
    said_left, said_right = Said(sides.all_left), Said(sides.all_right)
    # A number that is told by others stands alone; one beside it that differs is a change
    left = [claim for claim in left if right or not said_right.tells(claim.fact)]
    right = [claim for claim in right if left or not said_left.tells(claim.fact)]
    droppable = {
        id(claim)
        for said, claims in ((said_right, left), (said_left, right))
        for claim in claims
        if said.holds(claim.fact)
    }

    def take(allowed: Callable[[Claim, Claim], bool]) -> None:
        nonlocal left, right
        found = _nearest(left, right, allowed)
        gone = {id(claim) for pair in found for claim in pair}
        pairs.extend(found)
        left = [claim for claim in left if id(claim) not in gone]
        right = [claim for claim in right if id(claim) not in gone]

    def is_hard(claim: Claim) -> bool:
        return not claim.fact.loose and id(claim) not in droppable

    take(lambda one, other: one.fact.kind == other.fact.kind and is_hard(one) and is_hard(other))
    take(lambda one, other: _are_numeric(one, other) and is_hard(one) and is_hard(other))
    take(lambda one, other: one.fact.kind == other.fact.kind and (is_hard(one) or is_hard(other)))
    take(
        lambda one, other: (
            one.fact.loose
            and other.fact.loose
            and is_single_unit(one.fact) == is_single_unit(other.fact)
            and _are_of_a_sort(one.fact, other.fact)
        )
    )
    pairs += [(claim, None) for claim in left if is_hard(claim)]
    pairs += [(None, claim) for claim in right if is_hard(claim)]
    return pairs


def _are_numeric(one: Claim, other: Claim) -> bool:
    return one.fact.kind in _NUMERIC and other.fact.kind in _NUMERIC


def _are_of_a_sort(one: Fact, other: Fact) -> bool:
    """Whether two loose facts are formats of files, or whole numbers that are both ordinal or both not."""
    if one.kind == other.kind == FactKind.FILE:
        return True
    return (
        one.kind == other.kind == FactKind.NUMBER
        and min(magnitude(one.value) or 0, magnitude(other.value) or 0) >= 1
        and one.value != other.value
        and one.value[1:] == other.value[1:]
        and one.text.lower().startswith(_ORDINALS) == other.text.lower().startswith(_ORDINALS)
    )


def _nearest(
    left: list[Claim], right: list[Claim], allowed: Callable[[Claim, Claim], bool]
) -> list[tuple[Claim, Claim]]:
    """Pair claims that are most alike; with very many of them, those at the same place of the order."""
    if not left or not right:
        return []
    if len(left) > _COMPARED or len(right) > _COMPARED:
        return [(one, other) for one, other in zip(left, right, strict=False) if allowed(one, other)]
    costs = sorted(
        (
            (_distance(one, other), place, other_place)
            for place, one in enumerate(left)
            for other_place, other in enumerate(right)
            if allowed(one, other)
        ),
    )
    found: list[tuple[Claim, Claim]] = []
    gone_left: set[int] = set()
    gone_right: set[int] = set()
    for _cost, place, other_place in costs:
        if place not in gone_left and other_place not in gone_right:
            gone_left.add(place)
            gone_right.add(other_place)
            found.append((left[place], right[other_place]))
    return found


def _distance(one: Claim, other: Claim) -> tuple[bool, bool, float, int]:
    own, its = one.fact, other.fact
    number, its_number = magnitude(own.value), magnitude(its.value)
    same_number = number is not None and number == its_number
    likeness = SequenceMatcher(None, own.text[:40], its.text[:40], autojunk=False).ratio()
    return one.where != other.where, not same_number, -likeness, abs(own.start - its.start)


def _pair_in_order(left: Iterable[Claim], right: Iterable[Claim]) -> list[Pair]:
    lefts, rights = list(left), list(right)
    shared = min(len(lefts), len(rights))
    pairs: list[Pair] = list(zip(lefts[:shared], rights[:shared], strict=True))
    pairs += [(claim, None) for claim in lefts[shared:]]
    pairs += [(None, claim) for claim in rights[shared:]]
    return pairs


def _discrepancy(left: Claim | None, right: Claim | None) -> Discrepancy:
    return discrepancy(left.fact if left else None, right.fact if right else None)


def discrepancy(polish: Fact | None, english: Fact | None) -> Discrepancy:
    """Return the discrepancy of two facts, of which one may be missing, with the kind that differs."""
    one = polish or english
    assert one is not None  # noqa: S101 - a pair has at least one side
    kind = one.kind
    if polish and english and FactKind.AMOUNT in (polish.kind, english.kind):
        same = magnitude(polish.value) == magnitude(english.value)
        kind = FactKind.CURRENCY if same and polish.value[1:2] != english.value[1:2] else FactKind.AMOUNT
    elif polish and english and polish.kind != english.kind:
        shared = [each for each in _kinds(polish) if each in _kinds(english)]
        if shared:
            kind = shared[0]
        elif {polish.kind, english.kind} == {FactKind.NUMBER, FactKind.TIME}:
            kind = FactKind.TIME  # „od 10 do 14” may say no more than two numbers
    elif polish and english and FactKind.TIME in _kinds(polish) and FactKind.TIME in _kinds(english):
        kind = FactKind.TIME  # „od ósmej do dwunastej”
    return Discrepancy(kind, polish, english)


def _kinds(fact: Fact) -> list[FactKind]:
    """Return the kinds of which a fact may be, its own first."""
    return [fact.kind, *(kind for kind, _value in fact.also)]
