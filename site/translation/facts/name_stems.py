"""What the cases of a Polish name have in common, as stems that differ in vowels and softened consonants."""

from functools import lru_cache
from typing import Final

from translation.facts.word_tables import words

_ENDINGS: Final = (
    "",
    *words("""
        a u owi em iem ie e y i om ami ach ow ego emu iego iemu ej iej ym im ymi imi ych ich o iu ia io iami iach iom
        owie s
    """),
)
# A softened consonant at the end of a stem, without marks, and what it may be in other cases
_HARD: Final = (
    ("szcz", ("st", "szcz")),
    ("sc", ("st", "sk")),
    ("zdz", ("zd",)),
    ("dz", ("d", "g")),
    ("rz", ("r",)),
    ("sz", ("ch", "s")),
    ("c", ("t", "k")),
    ("z", ("g",)),
)
_SHORTEST: Final = 3  # letters; vowels change in stems that are one longer
_VOWELS: Final = "aeiouy"


@lru_cache(maxsize=20_000)
def stems(folded: str) -> frozenset[str]:
    """Return what may be the stem of a name, in small letters and without marks: two cases of a name share one."""
    found: set[str] = set()
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if len(stem) < _SHORTEST or not folded.endswith(ending):
            continue
        for each in (stem, *_hardened(stem)):
            found |= {each, *_with_other_vowels(each)}
    return frozenset(found)


def _hardened(stem: str) -> list[str]:
    for soft, hard in _HARD:
        if stem.endswith(soft):
            return [stem.removesuffix(soft) + each for each in hard]
    return []


def _with_other_vowels(stem: str) -> list[str]:
    """Return a stem with an a for its last e, and without that e: „las” and „lesie”, „-ec” and „-ca”."""
    place = next((place for place in range(len(stem) - 1, 1, -1) if stem[place] in _VOWELS), 0)
    if len(stem) <= _SHORTEST or not place or stem[place] != "e" or place == len(stem) - 1:
        return []
    before, after = stem[:place], stem[place + 1 :]
    hard = before.removesuffix("i")
    found = [f"{before}a{after}", f"{hard}a{after}", f"{hard}{after}"]
    return [*found, f"{hard[:-1]}{after}"] if hard.endswith("rz") else found  # „Jaworzec”, „Jaworcu”
