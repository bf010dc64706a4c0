"""What stands in a dictionary for a form of a word."""

from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Protocol

# Parts that Morfeusz splits off a word: the ending of miałem, the beginning of arcyciekawy, signs
_NO_WORDS_OF_THEIR_OWN = ("aglt", "pref", "interp")


# What Morfeusz tells of a word: pieces of it, each with its form, lemma, tag, and what the tag leaves open
Reading = tuple[int, int, tuple[str, str, str, list[str], list[str]]]
_lock = Lock()  # its analyser is for one thread at a time


@cache
def _analyser() -> Callable[[str], list[Reading]] | None:
    """Return what takes a word apart, made at its first use: it reads a dictionary of some megabytes."""
    try:
        from morfeusz2 import IGNORE_CASE, Morfeusz
    except ImportError:
        return None
    analyse: Callable[[str], list[Reading]] = Morfeusz(
        generate=False, praet="composite", case_handling=IGNORE_CASE
    ).analyse
    return analyse


def knows_polish() -> bool:
    """Whether the grammatical dictionary of Polish (SGJP) is installed. It has no wheel for every machine."""
    return _analyser() is not None


def readings_of(word: str) -> list[Reading]:
    """Return what a Polish word may be, as Morfeusz has it; nothing where that is not installed."""
    analyse = _analyser()
    if analyse is None:
        return []
    with _lock:
        return analyse(word)


class Lemmatiser(Protocol):
    """Names the words that a form may belong to.

    Attributes:
        knows_all: whether it names all of them. One that names a single word is helped by the stem of that word.
    """

    knows_all: bool

    def lemmas(self, word: str) -> set[str]:
        """Return the dictionary's words for a form in small letters; none if it is not in the dictionary."""


class Morfeusz:
    """The grammatical dictionary of Polish: every word that a form may belong to. It has to be installed.

    It guesses nothing: what it does not know is its own lemma.
    """

    knows_all = True

    def lemmas(self, word: str) -> set[str]:
        return {
            lemma.partition(":")[0]
            for _start, _end, (_form, lemma, tag, *_rest) in readings_of(word)
            if not tag.startswith(_NO_WORDS_OF_THEIR_OWN)
        }


class SimpleDictionary:
    """The dictionary of simplemma in its form that takes little memory: one word for a form, the likeliest."""

    knows_all = False

    def __init__(self, language: str) -> None:
        from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

        self._words = LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(language)

    def lemmas(self, word: str) -> set[str]:
        # Names stand in it with a capital letter.
        found = (self._words.get(form) for form in (word, word.capitalize()))
        return {lemma for lemma in found if lemma is not None}
