"""What a negation denies, and what a text affirms: the words that stand in no negation's clause.

A negation without a counterpart is a difference if the other text affirms what it denies. „Nie podniesie podatku” and
"will raise the tax" contradict each other; "the tax stays as it is" says the same in other words.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from translation.facts.clause_words import (
    AFTER_THEIR_OBJECT,
    CONTRASTS,
    DENIES,
    DENYING_PAIRS,
    EXCEPTING,
    LIGHT,
    LIMITS,
    LISTED,
    MODALS,
    OF_THINGS,
    SEMI_LIGHT,
    TO_COME,
    UNDENIED,
    VERBS_ANEW,
)
from translation.facts.kinds import Language
from translation.facts.meanings import meanings_of

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()\n–—]")
# How many characters around a negation, and how many words after it, are looked at
_REACH, _WORDS, _WORDS_AFTER_EXCEPTING = 160, 6, 3
# Forms of a word share so many letters at least, and differ in so many at the end
_SHARED, _LONGEST_ENDING, _MOST_ALIKE = 4, 3, 50
_WITHOUT: Final = ("-free", "less")  # "debt-free", "cashless"
_NON: Final = ("non-", "un-", "in-")
_HAVE: Final = frozenset({"have", "has", "had"})
_LONGEST_PREFIX: Final = 3
_MOST_DENIED, _TELLING = 4, 2
_JOINTS: Final = frozenset({"i", "oraz", "and"})
_CLAUSE_ENDS: Final = frozenset(".,;:!?()\n–—")


@dataclass(frozen=True)
class Affirmed:
    """What a text affirms.

    Attributes:
        meanings: of the words that it affirms, with how often each stands there.
        words: these words.
        said: all its words.
    """

    meanings: Mapping[int, int]
    words: "Forms"
    said: "Forms"


class Forms:
    """The words of a text in small letters, to ask for the forms of one."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self.tokens = Counter(tokens)
        self._by_beginning: dict[str, list[str]] = {}
        for token in self.tokens:
            self._by_beginning.setdefault(token[:_SHARED], []).append(token)

    def count(self, word: str) -> int:
        """Return how many of them may be forms of a word; of very many that begin alike, some are not looked at."""
        alike = self._by_beginning.get(word[:_SHARED], ())[:_MOST_ALIKE]
        return sum(self.tokens[each] for each in alike if is_same(word, each))

    def starting_with(self, beginnings: tuple[str, ...]) -> bool:
        """Whether one of them begins so."""
        return any(token.startswith(beginnings) for token in self.tokens)


def affirmed_by(text: str, language: Language) -> Affirmed:
    """Return what a text affirms."""
    affirmed: list[str] = []
    left = clause = 0
    is_of_things = False
    tokens = [found[0].lower().replace("’", "'") for found in _TOKEN.finditer(text)]
    for token, following in zip(tokens, [*tokens[1:], ""], strict=False):
        if token in _CLAUSE_ENDS or token in CONTRASTS:
            left, clause = 0, len(affirmed)
        elif token in _JOINTS and not is_of_things:
            left = 0
        elif token.startswith(AFTER_THEIR_OBJECT):
            del affirmed[clause:]
        elif (token, following) in TO_COME:
            del affirmed[clause:]
            left = _WORDS
        elif token in DENIES[language] or token.endswith("n't") or (token, following) in DENYING_PAIRS:
            if following in UNDENIED or following in LIMITS:
                left = 0
            else:
                left = _WORDS_AFTER_EXCEPTING if token in EXCEPTING else _WORDS
            is_of_things = token in LISTED
            affirmed.append(token)
        elif token.endswith(_WITHOUT):
            left = max(0, left - 1)
        elif left and not (left < _WORDS - 1 and token in VERBS_ANEW):
            left -= 1
        else:
            left = 0
            affirmed.append("must" if token in _HAVE and following == "to" else token)
            affirmed += [] if token.startswith(_NON) else token.split("-")[1:]  # "wheelchair-accessible"
    meanings = Counter(meaning for word in affirmed for meaning in meanings_of(word, language))
    return Affirmed(meanings, Forms(affirmed), Forms(token for token in tokens if token not in _CLAUSE_ENDS))


@dataclass(frozen=True)
class Denied:
    """What a negation denies.

    Attributes:
        words: the one that tells most first.
        modals: words beside it that say that something must or may be.
        is_before: the words stand before the negation, where they look affirmed.
    """

    words: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    is_before: bool = False


def denied_by(text: str, start: int, language: Language) -> Denied:
    """Return what a negation denies.

    Args:
        text: that the negation stands in.
        start: where it begins.
        language: of the text.
    """
    before = _clause(text[max(0, start - _REACH) : start], backwards=True)
    negation, *after = _clause(text[start : start + _REACH], backwards=False) or [""]
    light = LIGHT[language]
    if negation not in OF_THINGS:
        after = _until(VERBS_ANEW, after)
    elif "nie" in after:
        after = after[after.index("nie") + 1 :]  # „ani jedno dziecko nie zostało odesłane”
    content = [word for word in _until(_JOINTS, after[: 2 * _WORDS]) if word not in light]
    earlier = [word for word in reversed(before[-_WORDS:]) if word not in light]
    if negation.startswith(AFTER_THEIR_OBJECT):
        return Denied(tuple(earlier[:_MOST_DENIED]))
    if len(negation) > _LONGEST_PREFIX and negation.startswith("nie"):
        content.insert(0, negation.removeprefix("nie"))
    modals = [word for word in (negation, *after[:_WORDS]) if word in MODALS[language]]
    if earlier and all(word.startswith(SEMI_LIGHT) for word in content):  # „odwołanie nie przysługuje”
        return Denied((*content, *earlier)[:_MOST_DENIED], tuple(modals), is_before=True)
    return Denied(tuple((content or modals)[:_MOST_DENIED]), tuple(modals))


def _until(ends: Container[str], words: list[str]) -> list[str]:
    """Return words up to one of the ends, which is not the first of them."""
    return words[: next((place for place, word in enumerate(words) if place and word in ends), None)]


def _clause(text: str, backwards: bool) -> list[str]:
    tokens = [found[0].lower().replace("’", "'") for found in _TOKEN.finditer(text)]
    kept: list[str] = []
    for place, token in enumerate(reversed(tokens) if backwards else tokens):
        if token in _CLAUSE_ENDS or (place and token in CONTRASTS):
            break
        kept.append(token)
    return kept[::-1] if backwards else kept


def is_affirmed(
    denied: Denied,
    language: Language,
    other: Affirmed,
    other_language: Language,
    own: Affirmed,
    *,
    is_loose: bool = False,
) -> bool | None:
    """Whether another text affirms what a negation denies; None if no word of that is known.

    Args:
        denied: what is denied. If its first word is not known, the others can tell only that it is not affirmed.
        language: of these.
        other: what the other text affirms. The first word of a known meaning decides, if the own text affirms it less
            often.
        other_language: of that text.
        own: what the text of the negation affirms itself.
        is_loose: the negation may have no counterpart; then any word of that meaning in the own text counts.
    """
    if language == other_language:
        # What only leaves out or puts in a negation says the contrary; what has other words may say the same
        return any(map(other.words.count, denied.words[:_TELLING])) or adds_nothing(other, own)

    def is_said(word: str) -> bool:
        itself = own.words.count(word) - denied.is_before
        return any(
            other.meanings.get(meaning, 0) > (own.meanings.get(meaning, 0) if is_loose else itself)
            for meaning in meanings_of(word, language)
        )

    known = [word for word in denied.words if meanings_of(word, language)]
    if not known:
        return None
    if known[0] != denied.words[0]:
        return None if is_said(known[0]) else False
    # „Nie zapisuje się automatycznie” denies how, and not that
    if any(_is_adverb(word, language) and not is_said(word) for word in known[1:]):
        return False
    if known[0].startswith(SEMI_LIGHT):
        return any(map(is_said, known[:_TELLING]))
    # „Nie muszą składać wniosku” and "are required to make an application"
    return is_said(known[0]) or (any(map(is_said, denied.modals)) and any(map(is_said, known)))


def _is_adverb(word: str, language: Language) -> bool:
    """Whether a word tells how, and is no noun like „otwieranie”."""
    if language == "en":
        return word.endswith("ly")
    return word.endswith(("nie", "owo", "ście")) and not word.endswith(("anie", "enie"))


def adds_nothing(one: Affirmed, other: Affirmed) -> bool:
    """Whether a text has no word that another text of its language has not."""
    return all(map(other.said.count, one.said.tokens))


def is_same(word: str, other: str) -> bool:
    """Whether two words of one language may be forms of one."""
    shared = max(_SHARED, min(len(word), len(other)) - _LONGEST_ENDING)
    return word[:shared] == other[:shared]
