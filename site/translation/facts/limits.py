"""Whether a number is the least or the most that is meant, and a date or a time the first or the last.

„Co najmniej 40” is "no fewer than 40", „ponad 40” is "over 40", „do 3 marca” is "by 3 March". Only what stands directly
beside a fact is read. What a plain preposition says counts only in a sentence that denies and ends nothing:
„do 3 marca nieczynne” is "open from 3 March".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from translation.facts.kinds import Fact, FactKind, Language
from translation.facts.limit_words import (
    AFTER,
    BEFORE,
    BEFORE_A_DAY,
    DENYING,
    EITHER,
    FIRST,
    LAST,
    LAST_BEFORE_A_DAY,
    LEAST,
    MOST,
    RANGE,
    RANGE_AFTER,
    WEAKLY_AFTER,
    WEAKLY_BEFORE,
)
from translation.facts.sentences import sentence_at, sentence_starts

LIMITS: Final = (LEAST, MOST, FIRST, LAST)
_COUNTING: Final = frozenset({FactKind.NUMBER, FactKind.AMOUNT, FactKind.PERCENTAGE})
_OF_TIME: Final = frozenset({FactKind.DATE, FactKind.TIME})
# How many characters before and after a fact are looked at
_REACH: Final = 40
_Patterns = Mapping[str, re.Pattern[str]]


def with_limits(facts: Iterable[Fact], text: str, language: Language) -> Iterator[Fact]:
    """Yield facts, with the limit that they are, if the text says so directly beside them."""
    sentences = _Denying(text, language)
    for fact in facts:
        limit = _limit(fact, text, language, sentences)
        yield replace(fact, limit=limit) if limit else fact


class _Denying:
    """The sentences of a text, to ask which of them deny or end something."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._starts: list[int] | None = None
        self._found: dict[int, bool] = {}

    def at(self, place: int) -> bool:
        """Whether the sentence at a place does."""
        if self._starts is None:
            self._starts = sentence_starts(self._text)
        number = sentence_at(self._starts, place)
        if number not in self._found:
            bounds = [0, *self._starts, len(self._text)]
            sentence = self._text[bounds[number] : bounds[number + 1]]
            self._found[number] = DENYING[self._language].search(sentence) is not None
        return self._found[number]


def _limit(fact: Fact, text: str, language: Language, denying: _Denying) -> str:
    if fact.kind not in _COUNTING and fact.kind not in _OF_TIME:
        return ""
    names = (LEAST, MOST) if fact.kind in _COUNTING else (FIRST, LAST)
    before, after = text[max(0, fact.start - _REACH) : fact.start], text[fact.end : fact.end + _REACH]
    if fact.kind in _COUNTING and BEFORE_A_DAY.match(after):
        found = _said(names, before, after, BEFORE[language], AFTER[language])
        found = found or _said(names, before, after, LAST_BEFORE_A_DAY[language], AFTER[language])
        return "" if EITHER[language].search(before) else found
    if RANGE.search(before) or RANGE_AFTER.match(after):
        return ""
    found = _said(names, before, after, BEFORE[language], AFTER[language])
    if not found:
        found = _said(names, before, after, WEAKLY_BEFORE[language], WEAKLY_AFTER[language])
        return "" if found and denying.at(fact.start) else found
    return found


def _said(names: tuple[str, str], before: str, after: str, befores: _Patterns, afters: _Patterns) -> str:
    return next((name for name in names if befores[name].search(before) or afters[name].match(after)), "")
