"""Sentences of which each names something of its own and claims one fact or none, and what pages say in them.

So it can be told what became of each sentence without asking the site: a sentence keeps its name when its author gives
it other words or another fact, and nobody writes a name twice.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from random import Random
from typing import Any, NamedTuple

POLISH, ENGLISH = "po", "en"  # how names begin
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu")
NAME = re.compile(rf"\b(?:{POLISH}|{ENGLISH})(?:{'|'.join(SYLLABLES)})+x\b")
WORD_FIELDS = ("title", "lead", "summary", "introduction", "body")
CLAIMS = {
    "amount": re.compile(r"(\d+) zł|PLN (\d+)"),
    "day": re.compile(r"(\d+) (?:maja|May) 2027"),
    "email": re.compile(r"(biuro\d+)@example\.org"),
}
NUMBERS = {"amount": (100, 999), "day": (1, 31), "email": (1, 99)}
# Two ways to say it, and the first with a slip of the pen
POLISH_WORDS = {
    "amount": ("Na {} damy {} zł.", "Gmina przeznaczy na {} kwotę {} zł.", "Na {} dammy {} zł."),
    "day": (
        "Otwieramy {} dnia {} maja 2027 r.",
        "Otwarcie {} odbędzie się {} maja 2027 r.",
        "Otwieeramy {} dnia {} maja 2027 r.",
    ),
    "email": (
        "O {} pisz na adres biuro{}@example.org.",
        "Pytania o {} przyjmuje biuro{}@example.org.",
        "O {} piszz na adres biuro{}@example.org.",
    ),
    "": ("Budujemy {}.", "Wkrótce powstanie tu {}.", "Budujeemy {}."),
}
ENGLISH_WORDS = {
    "amount": ("For {} we give PLN {}.", "The municipality gives {} as much as PLN {}."),
    "day": ("We open {} on {} May 2027.", "The opening of {} is on {} May 2027."),
    "email": ("About {} write to biuro{}@example.org.", "Questions about {} go to biuro{}@example.org."),
    "": ("We are building {}.", "Soon there will be {} here."),
}


class Fact(NamedTuple):
    """What a sentence claims; no kind: nothing."""

    kind: str = ""
    number: int = 0


class Sentences:
    """Makes sentences, each about something that no other one is about."""

    def __init__(self) -> None:
        self._number = 0

    def name(self, language: str) -> str:
        """Return a name that nobody has written before."""
        self._number += 1
        return language + "".join(SYLLABLES[int(digit)] for digit in str(self._number)) + "x"

    def polish(self, random: Random) -> str:
        """Return a new Polish sentence."""
        return polish(self.name(POLISH), any_fact(random), 0)

    def english(self, random: Random, fact: Fact) -> str:
        """Return a new English sentence that claims a fact."""
        return _say(ENGLISH_WORDS, self.name(ENGLISH), fact, random.randrange(2))


def polish(name: str, fact: Fact, words: int) -> str:
    """Return a Polish sentence in the first or second words that there are for it; 2: with a slip of the pen."""
    return _say(POLISH_WORDS, name, fact, words)


def _say(languages_words: Mapping[str, tuple[str, ...]], name: str, fact: Fact, words: int) -> str:
    return languages_words[fact.kind][words].format(name, fact.number)


def any_fact(random: Random, kind: str | None = None) -> Fact:
    """Return a fact of some kind, or none."""
    kind = random.choice(["", *NUMBERS]) if kind is None else kind
    return Fact(kind, random.randint(*NUMBERS[kind])) if kind else Fact()


def fact_in(line: str) -> Fact:
    """Return what a sentence claims."""
    for kind, pattern in CLAIMS.items():
        if found := pattern.search(line):
            return Fact(kind, int(re.sub(r"\D", "", next(filter(None, found.groups())))))
    return Fact()


def name_in(line: str) -> str:
    """Return what a sentence is about; nothing if it is none of ours."""
    found = NAME.search(line)
    return found[0] if found else ""


def lines(content: Mapping[str, Any]) -> list[str]:
    """Return the sentences of a revision's content, in their order."""
    return [line for name in WORD_FIELDS for line in _lines(content.get(name)) if name_in(line)]


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.startswith(("[", "{")):
        value = json.loads(value)
    if isinstance(value, str):
        yield from re.split(r"<[^>]*>", value)
    elif isinstance(value, Mapping | list):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _lines(each)


def claims(content: Mapping[str, Any]) -> dict[str, Fact]:
    """Return what each sentence claims, by what it is about; those that claim nothing are not there."""
    return {name_in(line): fact_in(line) for line in lines(content) if fact_in(line).kind}


def names_in(texts: Iterable[str], language: str = ENGLISH) -> set[str]:
    """Return what the sentences of one language in some texts are about, of which each may hold several."""
    return {name for text in texts for name in NAME.findall(text) if name.startswith(language)}


def names(content: Mapping[str, Any], language: str = ENGLISH) -> set[str]:
    """Return what the sentences of one language are about."""
    return {name for line in lines(content) if (name := name_in(line)).startswith(language)}
