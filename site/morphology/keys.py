"""The keys of a word: two words are forms of one word if they share a key.

A key is a lemma, Snowball's stem or the word itself, without case and marks. Texts are reduced to keys when they are
indexed and queries when they are asked, in the language that they are written in, and both on the same machine: where
the package morfeusz2 is installed, Polish lemmas are all of them, else the likeliest one.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any

import Stemmer

from morphology.lemmas import Lemmatiser, Morfeusz, SimpleDictionary, knows_polish
from morphology.words import folded, normal

LONGEST = 50  # letters; what is longer is no word of a language
SHORTEST_STEM = 3  # letters; shorter ones join words that have nothing in common
CACHED = 16_384  # words of a text are few and come again and again; some 10 MB

# What is added to a word after an apostrophe: council's, councils'; Kennedy'ego, Google'a
_ADDED = {"en": re.compile(r"'s?$"), "pl": re.compile(r"'\w{1,3}$")}
_ALGORITHMS = {"en": "english", "pl": "polish"}


@dataclass(frozen=True)
class Reducer:
    """Reduces the words of one language. Neither it nor what it holds may be used by two threads at once."""

    language: str
    lemmatiser: Lemmatiser
    stemmer: Any

    def lemmas(self, word: str) -> frozenset[str]:
        """Return the lemmas of a word, folded; the word itself, folded, is always among them."""
        base, names = self._names(word)
        return frozenset(map(folded, {base, *names}))

    def keys(self, word: str) -> frozenset[str]:
        """Return all keys of a word."""
        base, names = self._names(word)
        stemmed = {base} if self.lemmatiser.knows_all else {base, *map(str.lower, names)}
        stems = (stem for stem in self.stemmer.stemWords(sorted(stemmed)) if len(stem) >= SHORTEST_STEM)
        return frozenset(map(folded, {base, *names, *stems}))

    def _names(self, word: str) -> tuple[str, set[str]]:
        base = _ADDED[self.language].sub("", word) or word
        return base, self.lemmatiser.lemmas(base)


def reducer(language: str, lemmatiser: Lemmatiser | None = None) -> Reducer:
    """Return a new reducer of a language, with the best dictionary that is installed, or with the given one.

    Raises:
        ValueError: the language is neither Polish nor English.
    """
    if language not in _ALGORITHMS:
        raise ValueError(f"Words of the language {language!r} cannot be reduced; only those of {sorted(_ALGORITHMS)}.")
    stemmer = Stemmer.Stemmer(_ALGORITHMS[language])
    stemmer.maxCacheSize = 0  # the keys are kept here
    return Reducer(language, lemmatiser or _best_dictionary(language), stemmer)


def _best_dictionary(language: str) -> Lemmatiser:
    return Morfeusz() if language == "pl" and knows_polish() else SimpleDictionary(language)


_lock = Lock()
_reducer_of = cache(reducer)


@lru_cache(maxsize=CACHED)
def _keys(word: str, language: str) -> frozenset[str]:
    with _lock:
        return _reducer_of(language).keys(normal(word))


@lru_cache(maxsize=CACHED // 4)
def _lemmas(word: str, language: str) -> frozenset[str]:
    with _lock:
        return _reducer_of(language).lemmas(normal(word))


def keys_of(word: str, language: str) -> frozenset[str]:
    """Return what a word shares with its other forms: lemmas, stem and itself, in small letters of ASCII.

    Args:
        word: one word, as `words_of` gives it; of what is longer than `LONGEST` only the beginning counts.
        language: "pl" or "en".

    Raises:
        ValueError: the language is another.
    """
    return _keys(word, language) if len(word) <= LONGEST else _beginning(word)


def lemmas_of(word: str, language: str) -> frozenset[str]:
    """Return the same without stems, which also join words that are only akin: commune and communication.

    Raises:
        ValueError: the language is neither "pl" nor "en".
    """
    return _lemmas(word, language) if len(word) <= LONGEST else _beginning(word)


def _beginning(word: str) -> frozenset[str]:
    return frozenset({folded(normal(word[:LONGEST]))})
