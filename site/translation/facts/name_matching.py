"""Which names of one text stand in another, in the other language or in the same.

Between languages only a name that is spelt alike can be told: an institution is translated. So a difference is a word
of the English text that is spelt as Polish names are and stands nowhere in the Polish text, or a Polish name that
stands where a name must be and nowhere in the English text.
"""

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import Final

from morphology.lemmas import knows_polish
from translation.facts.claims import Claim
from translation.facts.kinds import FactKind
from translation.facts.lexicon import readings
from translation.facts.name_index import Words, is_translated, is_translation
from translation.facts.name_meanings import ENGLISH, meanings_of_name
from translation.facts.name_words import ENGLISH_PLACES, FIRST_NAMES
from translation.facts.names import fold, looks_polish, same_name
from translation.facts.spelling import distance

# Names of fewer letters are too like each other
_SHORTEST: Final = 4
# From so many letters on, two may be wrong
_LONG: Final = 6
# „Projekt” and "project", „muzeum” and "museum"
_COGNATE: Final = frozenset(tuple(pair) for pair in ("kc", "wv", "zs", "yi", "jy", "ae", "yu", "iy"))
# With more names than this without a counterpart, they are paired in their order and not by likeness
_COMPARED: Final = 24
# Between the names of a list
_JOINT: Final = re.compile(r"(?:,|\s?[–/-])?\s?(?:(?:and|or|i|oraz|lub|a|to|do)\s)?(?:w\s|in\s)?")
_LONGEST_JOINT: Final = 8


def _names(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.fact.kind == FactKind.NAME]


def differing_names(
    polish: list[Claim],
    english: list[Claim],
    polish_texts: Mapping[Hashable, str],
    english_texts: Mapping[Hashable, str],
) -> list[tuple[Claim | None, Claim | None]]:
    """Return the names that differ between a Polish and an English text: changed ones in pairs, others alone."""
    polish_names, english_names = _names(polish), _names(english)
    if not polish_names and not english_names:
        return []
    polish_words, english_words = Words(polish_texts.values()), Words(english_texts.values())
    unknown = [
        claim
        for claim in english_names
        if not polish_words.hold(claim.fact.text) and not is_translation(claim.fact.text, polish_words)
    ]
    missing = [
        claim
        for claim in polish_names
        if not english_words.hold(claim.fact.text) and not is_translated(claim.fact.text, english_words)
    ]
    inside = any(not claim.fact.loose for claim in missing)
    strange = [
        claim
        for claim in unknown
        if looks_polish(claim.fact.text) or (inside and fold(claim.fact.text) in ENGLISH_PLACES)
    ]
    pairs_of_meaning = _mistranslated(missing, unknown, polish_names, english_words)
    certain = _certain(missing, polish_names, english_words)
    pairs = _paired_by_place(
        missing, certain, unknown, _Rows(polish_names, polish_texts), _Rows(english_names, english_texts)
    )
    free = {id(claim) for claim in unknown} - {id(pair[1]) for pair in pairs}
    for claim in strange:
        free.discard(id(claim))
    rest = [claim for claim in unknown if id(claim) in free and not claim.fact.loose][:_COMPARED]
    for other in rest:
        meant = next((each for each in missing[:_COMPARED] if _is_misspelt(each.fact.text, other.fact.text)), None)
        if meant is not None and not any(meant is pair[0] for pair in pairs):
            pairs.append((meant, other))
    paired = {id(claim) for pair in pairs for claim in pair}
    left = [[claim for claim in claims if id(claim) not in paired] for claims in (missing, strange, certain)]
    return pairs_of_meaning + pairs + _pairs(*left)


def _mistranslated(
    missing: list[Claim], unknown: list[Claim], polish: list[Claim], english: Words
) -> list[tuple[Claim | None, Claim | None]]:
    """Return names whose word was translated by one that means another thing: „Złoty Krzyż”, "Silver Cross"."""
    meant = frozenset[str]().union(*(meanings_of_name(claim.fact.text) for claim in polish))
    wrong = [
        claim
        for claim in unknown
        if claim.fact.text.lower() in ENGLISH and claim.fact.text.lower() not in meant and not claim.fact.text.isupper()
    ]
    untold = [
        claim
        for claim in missing
        if not claim.fact.loose and (meanings := meanings_of_name(claim.fact.text)) and not english.begin_with(meanings)
    ]
    return list(zip(untold, wrong, strict=False))


def _is_misspelt(polish: str, english: str) -> bool:
    """Whether an English word is a Polish one with a letter wrong, and not a word that both languages have."""
    one, other = fold(polish), fold(english)
    if min(len(one), len(other)) >= _LONG and one[0] == other[0] and _is_invented(polish):
        return distance(one, other, 2) <= 2
    if len(one) != len(other) or len(one) < _SHORTEST:
        return False
    wrong = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(wrong) == 2:
        return wrong[0] == wrong[1][::-1]
    return len(wrong) == 1 and wrong[0] not in _COGNATE


def _is_invented(name: str) -> bool:
    """Whether no dictionary has a name, so that no language has another for it: „Wodmirex”."""
    return knows_polish() and not readings(name.lower())


class _Rows:
    """The names of a text in their order, to ask which stands beside another, as „Anna Lis” or as „Lipa, Brzoza”."""

    def __init__(self, claims: list[Claim], texts: Mapping[Hashable, str]) -> None:
        self.claims = claims
        self.texts = texts
        self.places = {id(claim): place for place, claim in enumerate(claims)}

    def beside(self, claim: Claim, step: int, in_list: bool) -> Claim | None:
        """Return the name directly before (`step` -1) or after another (1), or the next one of a list."""
        place = self.places[id(claim)] + step
        other = self.claims[place] if 0 <= place < len(self.claims) else None
        if other is None or other.where != claim.where:
            return None
        first, last = (other, claim) if step < 0 else (claim, other)
        between = self.texts[claim.where][first.fact.end : last.fact.start]
        if in_list:
            return other if len(between) <= _LONGEST_JOINT and _JOINT.fullmatch(between) else None
        return other if between == " " else None

    def is_alone(self, claim: Claim) -> bool:
        """Whether it is no part of a name of several words."""
        return self.beside(claim, -1, False) is None and self.beside(claim, 1, False) is None


def _paired_by_place(
    missing: list[Claim], certain: list[Claim], unknown: list[Claim], polish: _Rows, english: _Rows
) -> list[tuple[Claim | None, Claim | None]]:
    """Pair missing names with unknown ones that stand beside the same known name."""
    pairs: list[tuple[Claim | None, Claim | None]] = []
    free = {id(claim) for claim in unknown}
    of_people = {id(claim) for claim in certain}
    for claim in missing[:_COMPARED]:
        other = None
        if id(claim) in of_people:
            other = _beside_the_same(claim, polish, english, in_list=False)
        elif not claim.fact.loose and polish.is_alone(claim):
            other = _beside_the_same(claim, polish, english, in_list=True)
            other = other if other is not None and english.is_alone(other) else None
        elif not claim.fact.loose:
            other = _beside_the_same(claim, polish, english, in_list=False)
            other = other if other is not None and _may_be_mistaken(claim.fact.text, other.fact.text) else None
        if other is not None and id(other) in free:
            pairs.append((claim, other))
            free.remove(id(other))
    return pairs


def _may_be_mistaken(one: str, other: str) -> bool:
    """Whether one of two names may wrongly stand for the other: „Kordula”, "Kordelia", and not „Rada”, "Council"."""
    return not meanings_of_name(one) and fold(other)[:2] == fold(one)[:2] and fold(other) not in ENGLISH


def _beside_the_same(claim: Claim, polish: _Rows, english: _Rows, in_list: bool) -> Claim | None:
    """Return the English name that stands where a missing Polish one should: „Anna Lis”, "Anna Wolf"."""
    for step in (-1, 1):
        beside = polish.beside(claim, step, in_list)
        known = beside and next((each for each in english.claims if same_name(each.fact.text, beside.fact.text)), None)
        if known:
            return english.beside(known, -step, in_list)
    return None


def _certain(missing: list[Claim], names: list[Claim], english: Words) -> list[Claim]:
    """Return the missing names that English does not translate: those of people, and those that are no word."""
    first = [claim for claim in names if _is_first_name(claim.fact.text)]
    known = {id(claim) for claim in names} - {id(claim) for claim in missing}
    ends = {(claim.where, claim.fact.end) for claim in first if id(claim) in known}
    names_of_people = {id(claim) for claim in first}
    return [
        claim
        for claim in missing
        if id(claim) in names_of_people
        or (claim.where, claim.fact.start - 1) in ends
        or (
            not claim.fact.loose
            and len(claim.fact.text) >= _SHORTEST
            and _is_invented(claim.fact.text)
            and not english.hold_relative(claim.fact.text)
        )
    ]


def _is_first_name(word: str) -> bool:
    folded = fold(word)
    return folded in FIRST_NAMES or any(
        name[:3] == folded[:3] and same_name(name, folded) for name in FIRST_NAMES if name[:1] == folded[:1]
    )


def _pairs(missing: list[Claim], strange: list[Claim], certain: list[Claim]) -> list[tuple[Claim | None, Claim | None]]:
    pairs: list[tuple[Claim | None, Claim | None]] = []
    left = list(missing)
    if len(strange) > _COMPARED or len(missing) > _COMPARED:
        return [*zip(missing, strange, strict=False), *((None, claim) for claim in strange[len(missing) :])]
    for claim in strange:
        best = max(left, key=lambda other: _likeness(other, claim), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((best, claim))
    pairs += [(claim, None) for claim in certain if any(claim is each for each in left)]
    return pairs


def _likeness(one: Claim, other: Claim) -> tuple[int, int, int]:
    first, second = fold(one.fact.text), fold(other.fact.text)
    shared = next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(first))
    return shared, not one.fact.loose, -abs(one.fact.start - other.fact.start)
