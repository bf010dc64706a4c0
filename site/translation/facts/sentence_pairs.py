"""Which sentences of a translation say what one of its source does, whatever their number and order."""

import re
from functools import cached_property
from typing import Final

from translation.facts.kinds import Language
from translation.facts.meanings import meanings_of
from translation.facts.names import fold
from translation.facts.sentences import sentence_at, sentence_starts

_WORD: Final = re.compile(r"\w+")
# Of longer texts the whole is asked, since each sentence is compared with each
_MOST: Final = 12
_COGNATE: Final = 4  # letters that names and words of both languages begin with


class Sentences:
    """A text, parted into sentences.

    Attributes:
        text: all of it.
        language: of it.
    """

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self._starts = sentence_starts(text)

    def at(self, place: int) -> int:
        """Return the number of the sentence that a place of the text is in."""
        return sentence_at(self._starts, place)

    @cached_property
    def all(self) -> list[str]:
        """The sentences, which put together are the text."""
        return [self.text[start:end] for start, end in zip([0, *self._starts], [*self._starts, None], strict=True)]

    @cached_property
    def _features(self) -> list[frozenset[object]]:
        return [_features(sentence, self.language) for sentence in self.all]

    def counterpart(self, number: int, other: "Sentences") -> str:
        """Return what the other text has for a sentence: those of its sentences that are most like it, or all."""
        if max(len(self.all), len(other.all)) > _MOST:
            return other.text
        found = [
            sentence
            for place, sentence in enumerate(other.all)
            if self._most_like(other._features[place], place) == number
        ]
        return " ".join(found) or other.text

    def _most_like(self, features: frozenset[object], place: int) -> int:
        return max(range(len(self.all)), key=lambda each: (len(features & self._features[each]), -abs(each - place)))


def _features(sentence: str, language: Language) -> frozenset[object]:
    """Return what a sentence shares with its translation: meanings, numbers, beginnings of names."""
    found: set[object] = set()
    for word in _WORD.findall(sentence.lower()):
        found |= meanings_of(word, language)
        if word.isdecimal():
            found.add(word)
        elif len(word) > _COGNATE:
            found.add(fold(word)[:_COGNATE])
    return frozenset(found)
