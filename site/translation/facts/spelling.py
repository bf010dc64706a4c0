"""Whether one word was corrected into another, or another word was put in its place."""

from typing import Final

from morphology.lemmas import knows_polish
from translation.facts.kinds import Language
from translation.facts.lexicon import readings
from translation.facts.names import fold, same_name

_LONGEST: Final = 40  # letters; of longer words nothing is a correction
# What two words may begin with and be two words: „zmiana” and „zamiana”, „pisać” and „opisać”
_PREFIXES: Final = frozenset(
    {
        *("z", "za", "na", "nad", "o", "ob", "od", "po", "pod", "prze", "przy", "roz", "u", "w", "wy", "s", "ze", "do"),
        *("bez", "nie", "a", "we", "wz", "pre", "re", "de", "współ", "un", "in", "im", "dis", "mis", "non", "over"),
    }
)
_ENGLISH_ENDINGS: Final = frozenset(
    {("", "s"), ("", "es"), ("", "d"), ("", "ed"), ("", "ing"), ("e", "ing"), ("y", "ies"), ("", "n"), ("s", "ed")}
)


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters were added, left out, changed, or swapped with the next; `most` + 1 if it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        earlier, before, row = before, row, [place]
        for other_place, its in enumerate(other, 1):
            cost = min(
                before[other_place] + 1,
                row[other_place - 1] + 1,
                before[other_place - 1] + (letter != its),
            )
            if place > 1 and other_place > 1 and letter == other[other_place - 2] and its == one[place - 2]:
                cost = min(cost, earlier[other_place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def is_correction(before: str, after: str, language: Language = "pl") -> bool:
    """Whether the change from one word to the other corrects its spelling or its form, and leaves the word itself."""
    one, other = before.lower(), after.lower()
    if one == other or (fold(one) == fold(other) and not _are_nouns(one, other)):
        return True
    if max(len(one), len(other)) > _LONGEST or not (one.isalpha() and other.isalpha()):
        return False
    if language == "pl" and knows_polish():
        known, others = readings(one), readings(other)
        if known and others:
            # „strategi” is a form of „strateg”, but „strategii” was meant
            return not known.isdisjoint(others) or f"{one}i" == other or f"{other}i" == one
        return _is_likely(one, other)
    return _is_form(one, other, language) or _is_slip(one, other)


def _are_nouns(one: str, other: str) -> bool:
    """Whether both are Polish nouns as a dictionary lists them: „sad” and „sąd”. Else marks are often left out."""
    return (one, "noun") in readings(one) and (other, "noun") in readings(other)


def _allowed(one: str, other: str) -> int:
    """How many letters may differ in words of this length."""
    longest = max(len(one), len(other))
    return 0 if longest < 3 else 1 if longest < 6 else 2 if longest < 11 else 3


def _is_likely(one: str, other: str) -> bool:
    return distance(fold(one), fold(other), _allowed(one, other)) <= _allowed(one, other)


# Without a dictionary


def _is_form(one: str, other: str, language: Language) -> bool:
    if language == "en":
        shared = _shared(one, other)
        ends = one[shared:], other[shared:]
        return shared > 2 and (ends in _ENGLISH_ENDINGS or ends[::-1] in _ENGLISH_ENDINGS)
    return len(one) > 3 and len(other) > 3 and same_name(one, other)


def _is_slip(one: str, other: str) -> bool:
    """Whether letters were mistyped: inside of the word, and not so that another prefix comes out."""
    if not _is_likely(one, other):
        return False
    rest = _shared_end(one, other)
    heads = one[: len(one) - rest], other[: len(other) - rest]
    if (
        rest > 2
        and heads[0] != heads[1]
        and (heads[0] in _PREFIXES or not heads[0])
        and (heads[1] in _PREFIXES or not heads[1])
    ):
        return False
    return len(one) > 3 or len(other) > 3


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _shared_end(one: str, other: str) -> int:
    return _shared(one[::-1], other[::-1])
