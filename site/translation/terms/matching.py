"""Finds terms in texts, in whatever form they stand there."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from uuid import UUID

from morphology import keys_of, lemmas_of, words_of
from translation.terms.models import Glossary, Term

# What may stand between two words of one term: spaces, hyphens, the apostrophe of a possessive plural
_BETWEEN = re.compile(r"[\s\-\u2010\u2011'’\u200b\u2060]+")

# By language. In English, stems would join words that are only akin, municipality and municipal.
REDUCE: dict[str, Callable[[str, str], frozenset[str]]] = {"pl": keys_of, "en": lemmas_of}


@dataclass(frozen=True)
class Hit:
    """A term as it stands in a text, from `start` up to, but without, `end`."""

    term: Term
    start: int
    end: int


class ReducedText:
    """A text, its words and the keys of each.

    Raises:
        KeyError: the language is neither "pl" nor "en".
    """

    def __init__(self, text: str, language: str) -> None:
        reduce = REDUCE[language]
        self.text = text
        self.words = words_of(text)
        self.keys = [reduce(word.text, language) for word in self.words]

    @cached_property
    def _goes_on(self) -> list[bool]:
        """Whether each word stands right after the one before it."""
        before = [0, *(word.end for word in self.words)]
        return [
            bool(_BETWEEN.fullmatch(self.text, end, word.start)) for end, word in zip(before, self.words, strict=False)
        ]

    def has(self, phrase: "Phrase", place: int) -> bool:
        """Whether a phrase stands at a word, given by its number."""
        if place + len(phrase.keys) > len(self.words):
            return False
        for number, keys in enumerate(phrase.keys):
            at = place + number
            if self.keys[at].isdisjoint(keys) or (number and not self._goes_on[at]):
                return False
            if phrase.capitals[number] and not self.words[at].text.isupper():
                return False
        return True

    def span(self, phrase: "Phrase", place: int) -> tuple[int, int]:
        """Return where a phrase that stands at a word begins and ends."""
        return self.words[place].start, self.words[place + len(phrase.keys) - 1].end

    def places(self, phrase: "Phrase") -> list[tuple[int, int]]:
        """Return where a phrase stands, each place as its beginning and end."""
        return [self.span(phrase, place) for place in range(len(self.words)) if self.has(phrase, place)]


@dataclass(frozen=True)
class Phrase:
    """The words of a term: the keys of each, and whether each is written in capitals."""

    keys: tuple[frozenset[str], ...]
    capitals: tuple[bool, ...]

    @classmethod
    def of(cls, words: str, language: str) -> "Phrase":
        """Return the phrase that some words make."""
        text = ReducedText(words, language)
        return cls(tuple(text.keys), tuple(len(word.text) > 1 and word.text.isupper() for word in text.words))


class TermIndex:
    """Polish terms by the keys of their first words."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_key: defaultdict[str, list[tuple[Phrase, Term]]] = defaultdict(list)
        for term in terms:
            phrase = Phrase.of(term.polish, "pl")
            for key in phrase.keys[0] if phrase.keys else ():
                self._by_key[key].append((phrase, term))

    def find(self, text: str) -> list[Hit]:
        """Return the terms in a Polish text, in order. Of several that fit, the longest counts; none is in another."""
        reduced = ReducedText(text, "pl")
        hits, place = [], 0
        while place < len(reduced.words):
            found = self._longest(reduced, place)
            if found is None:
                place += 1
                continue
            phrase, term = found
            hits.append(Hit(term, *reduced.span(phrase, place)))
            place += len(phrase.keys)
        return hits

    def _longest(self, text: ReducedText, place: int) -> tuple[Phrase, Term] | None:
        """Return the longest term that stands at a word; of two, the one that shares more keys with it, or is older."""
        there = text.keys[place]
        longest, best = None, (0, 0, 0)
        for key in there:
            for phrase, term in self._by_key.get(key, ()):
                rank = len(phrase.keys), len(phrase.keys[0] & there), -term.pk
                if rank > best and text.has(phrase, place):
                    longest, best = (phrase, term), rank
        return longest


def current_index() -> TermIndex:
    """Return the index of all terms as they are now: with one query, and another one after a change of the glossary."""
    return _index_of(Glossary.current().version)


@lru_cache(maxsize=1)
def _index_of(_version: UUID | None) -> TermIndex:
    return TermIndex(Term.objects.all())


def terms_in(text: str) -> list[Hit]:
    """Return the terms of the glossary in a Polish text, in its order."""
    return current_index().find(text)
