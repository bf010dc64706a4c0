"""Which negations of one text have their counterpart in another, in the same language or not."""

from collections.abc import Hashable, Iterable
from typing import Final

from translation.facts.claims import Claim, Keys, Sides
from translation.facts.kinds import Fact, Language
from translation.facts.meanings import meanings_of
from translation.facts.negation_words import DENIES, EXCEPT, NOT, OTHER, UNLESS

_POLISH: Final[Language] = "pl"
_ENGLISH: Final[Language] = "en"


def match_negations(sides: Sides, left: Language = _POLISH, right: Language = _ENGLISH) -> None:
    """Match negations that deny the same thing, then those of a family, then what must have a counterpart.

    Args:
        sides: the negations of both texts; those that have their counterpart are taken out.
        left: language of the one text.
        right: language of the other.
    """
    places = {claim.near for claim in sides.left} & {claim.near for claim in sides.right}
    lefts, rights = _by_place(sides.left), _by_place(sides.right)
    for place in places:
        there = Sides(lefts[place], rights[place])
        there.match(_of_the_same(left, 1), _of_the_same(right, 1))
        there.match(_of_the_same(left), _of_the_same(right))
        there.match(_family)
        there.match(_exception)
        there.match(_hard)
        lefts[place], rights[place] = there.left, there.right
    sides.left = [claim for claims in lefts.values() for claim in claims]
    sides.right = [claim for claims in rights.values() for claim in claims]
    sides.match(_of_the_same(left, 1), _of_the_same(right, 1))
    sides.match(_family)
    sides.match(_exception)
    sides.match(_hard)


def _by_place(claims: list[Claim]) -> dict[Hashable, list[Claim]]:
    found: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.near, []).append(claim)
    return found


def _of_the_same(language: Language, most: int | None = None) -> Keys:
    """Return keys of what a negation denies, or of the first words of that."""

    def keys(fact: Fact) -> Iterable[Hashable]:
        return [meaning for word in denied_words(fact)[:most] for meaning in sorted(meanings_of(word, language))]

    return keys


def denied_words(fact: Fact) -> list[str]:
    """Return the words that a negation denies, as they were found with it."""
    return words_of(fact, DENIES)


def _family(fact: Fact) -> Iterable[Hashable]:
    return (fact.value[0],) if fact.loose and fact.value[0] != OTHER else ()


def _exception(fact: Fact) -> Iterable[Hashable]:
    """Return one key for „chyba że” and „z wyjątkiem”."""
    return (EXCEPT,) if fact.value[0] in (EXCEPT, UNLESS) else ()


def _hard(fact: Fact) -> Iterable[Hashable]:
    return () if fact.loose else (NOT,)


def words_of(fact: Fact, kind: str) -> list[str]:
    """Return the words of a kind that were found with a negation."""
    return [str(value[1]) for _kind, value in fact.also if value[0] == kind]
