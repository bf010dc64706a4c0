"""The words of a text by their beginnings, to ask whether a name is one of them in any of its cases."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from translation.facts.name_words import EXONYMS, EXONYMS_BACK, IRREGULAR
from translation.facts.names import fold, same_name

# An adjective of a place, without marks
_OF_PLACE: Final = re.compile(r"(\w{3,}?)(?:sk|ck|zk)(?:i|a|ie|iego|iej|iemu|im|imi|ich)")
_SHORTEST, _LONGEST_SUFFIX = 4, 4
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST: Final = 2
# Of more words that begin alike than any text has, only equal ones are asked for
_MOST: Final = 500


class Words:
    """The words of a text, to ask whether a name is one of them in any case."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.by_beginning: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for word in _WORD.findall(text):
                folded = fold(word)
                self.by_beginning[folded[:_FEWEST]].add(folded)
        self._asked: dict[str, bool] = {}

    def hold(self, name: str) -> bool:
        """Whether they hold a name, in any of its cases."""
        folded = fold(name)
        if folded not in self._asked:
            self._asked[folded] = any(map(self._holds, (folded, *IRREGULAR.get(folded, ()))))
        return self._asked[folded]

    def _holds(self, folded: str) -> bool:
        words = self.by_beginning[folded[:_FEWEST]]
        alike = () if len(words) > _MOST else words
        return folded in words or any(same_name(folded, word) or _is_of_place(word, folded) for word in alike)

    def hold_relative(self, name: str) -> bool:
        """Whether one of them begins as a name does, but for an ending or a suffix: „Wełniski” and "Wełniszka"."""
        folded = fold(name)
        beginning = folded[: max(_SHORTEST, len(folded) - _LONGEST_SUFFIX)]
        return self.begin_with((beginning,))

    def begin_with(self, beginnings: Iterable[str]) -> bool:
        """Whether one of them begins so; the beginnings are folded."""
        return any(
            word.startswith(beginning) for beginning in beginnings for word in self.by_beginning[beginning[:_FEWEST]]
        )


def _is_of_place(word: str, place: str) -> bool:
    """Whether a word is the adjective of a place: „sosnowski” of „Sosnowo”."""
    found = _OF_PLACE.fullmatch(word)
    if found is None:
        return False
    shared = max(_SHORTEST, len(place) - 2)
    return found[1][:shared] == place[:shared] and len(found[1]) >= shared


def is_translated(polish: str, english: Words) -> bool:
    """Whether English has its own name for a Polish one, and the text holds it."""
    folded = fold(polish)
    return any(
        folded.startswith(beginning) and english.begin_with(names)
        for beginning, names in EXONYMS.get(folded[:_FEWEST], ())
    )


def is_translation(english: str, polish: Words) -> bool:
    """Whether a word is an English name of something that the Polish text names."""
    return polish.begin_with(EXONYMS_BACK.get(fold(english), ()))
