"""Where a translation says the contrary without a word that denies: „odmówił”, "agreed".

`opposites.txt` lists what excludes what. It is asked sentence by sentence, and only where nothing is denied: what is
denied has rules of its own.
"""

import re
from collections.abc import Hashable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from translation.facts.kinds import Fact, FactKind, Language
from translation.facts.meanings import Table, add_entries
from translation.facts.sentence_pairs import Sentences

OPPOSITE: Final = "opposite"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_DENYING: Final = frozenset(
    {
        *("nie", "bez", "ani", "nikt", "żaden", "żadna", "żadne", "brak", "not", "no", "never", "without", "nobody"),
        *("none", "nor", "neither", "cannot", "only", "tylko", "jedynie", "wyłącznie", "unless", "chyba", "dopiero"),
    }
)
Found = tuple[Hashable, Fact, Fact]  # what both texts are known by, the Polish word, the English one


@cache
def _tables() -> dict[str, Table]:
    """Return the Polish words, those English ones that say for certain what they say, and all of them.

    The words of row 3 have the number 6 and, on the other side, 7.
    """
    polish, certain, english = Table(), Table(), Table()
    text = Path(__file__).with_name("opposites.txt").read_text(encoding="utf-8")
    for number, row in enumerate(text.splitlines()):
        if row and not row.startswith("#"):
            for side, both in enumerate(row.split("/")):
                own, its = both.split(":")
                add_entries(polish, own, 2 * number + side, "pl")
                add_entries(certain, its.partition("~")[0], 2 * number + side, "en")
                add_entries(english, its.replace("~", ""), 2 * number + side, "en")
    return {"pl": polish, "certain": certain, "en": english}


def opposed(polish: Mapping[Hashable, str], english: Mapping[Hashable, str]) -> list[Found]:
    """Return the words of which an English sentence has the contrary; the texts are given by what they are known by."""
    found: list[Found] = []
    for where in polish.keys() & english.keys():
        one, other = Sentences(polish[where], "pl"), Sentences(english[where], "en")
        offset = 0
        for number, sentence in enumerate(one.all):
            pair = _opposed(_Sentence(sentence, "pl"), _Sentence(one.counterpart(number, other), "en"))
            if pair is not None:
                start = max(english[where].find(pair[1].string), 0)
                found.append((where, _fact(pair[0], offset), _fact(pair[1], start)))
            offset += len(sentence)
    return found


class _Sentence:
    """A sentence, or those that stand for one, with the listed meanings of its words.

    Attributes:
        denies: whether anything is denied in it.
        said: the first word for each meaning.
        certain: the same of the words that leave no doubt.
    """

    def __init__(self, text: str, language: Language) -> None:
        words = [(word[0].lower().replace("’", "'"), word) for word in _WORD.finditer(text)]
        self.denies = any(low in _DENYING or low.endswith("n't") for low, _word in words)
        self.said = _meanings(words, _tables()[language])
        self.certain = _meanings(words, _tables()["certain"]) if language == "en" else self.said


def _meanings(words: list[tuple[str, re.Match[str]]], table: Table) -> dict[int, re.Match[str]]:
    found: dict[int, re.Match[str]] = {}
    for low, word in words:
        for meaning in table.meanings(low):
            found.setdefault(meaning, word)
    return found


def _opposed(own: _Sentence, its: _Sentence) -> tuple[re.Match[str], re.Match[str]] | None:
    if own.denies or its.denies:
        return None
    for meaning, word in own.certain.items():
        contrary = its.certain.get(meaning ^ 1)
        if contrary is not None and meaning ^ 1 not in own.said and meaning not in its.said:
            return word, contrary
    return None


def _fact(word: re.Match[str], start: int) -> Fact:
    return Fact(FactKind.NEGATION, (OPPOSITE,), word[0], start + word.start(), start + word.end())
