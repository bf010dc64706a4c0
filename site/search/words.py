"""What a reader typed, taken apart to plain words before any database sees it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from wagtail.search.query import And, Or, PlainText

from morphology import keys_of, words_of

MAX_LENGTH = 200
MAX_WORDS = 12
SHORTEST_TELLING = 4  # letters of a word that is marked as a part of an expression: no „do”, no “of”
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Query:
    """A query as readers see it again, and the words that are looked for.

    Attributes:
        text: what was typed, without control characters, no longer than `MAX_LENGTH`.
        words: its words, at most `MAX_WORDS`.
        shortened: whether anything was left out.
    """

    text: str
    words: tuple[str, ...]
    shortened: bool


def take_apart(typed: str) -> Query:
    """Return the plain words of a query. Quotes, operators and punctuation only separate words."""
    cut = typed[:MAX_LENGTH].replace(SOFT_HYPHEN, "")
    plain = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in cut)
    text = " ".join(unicodedata.normalize("NFC", plain).split())
    words = [word.text for word in words_of(text)]
    return Query(text, tuple(words[:MAX_WORDS]), len(typed.strip()) > MAX_LENGTH or len(words) > MAX_WORDS)


@dataclass(frozen=True)
class Part:
    """One or more words that a page must have, or one of the expressions that mean the same."""

    words: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...] = ()


def plain_parts(words: Sequence[str]) -> list[Part]:
    """Return a part for each word, without synonyms."""
    return [Part((word,)) for word in words]


def as_search_query(parts: Sequence[Part], language: str) -> And:
    """Return what Wagtail's index is asked: of each part all words, or all of a synonym; of each word one key at least.

    Raises:
        ValueError: the language is neither "pl" nor "en".
    """
    return And([Or([_all_of(each, language) for each in (part.words, *part.synonyms)]) for part in parts])


def wanted_keys(parts: Sequence[Part], language: str) -> list[frozenset[str]]:
    """Return the keys of each word that is looked for; those of synonyms stand with the first word of their part.

    Raises:
        ValueError: the language is neither "pl" nor "en".
    """
    wanted = []
    for part in parts:
        first, *others = [keys_of(word, language) for word in part.words]
        alike = [keys_of(word, language) for each in part.synonyms for word in each if _tells_something(word, each)]
        wanted += [first.union(*alike), *others]
    return wanted


def _all_of(words: Sequence[str], language: str) -> And | Or:
    each = [Or([PlainText(key) for key in sorted(keys_of(word, language))]) for word in words]
    return each[0] if len(each) == 1 else And(each)


def _tells_something(word: str, expression: Sequence[str]) -> bool:
    return len(expression) == 1 or len(word) >= SHORTEST_TELLING
