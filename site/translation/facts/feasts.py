"""Days that have a name, and ends of months and years: „w Wigilię”, "by the end of May"."""

import calendar
from typing import Final

from translation.facts.kinds import FactKind, Language, Value
from translation.facts.rows import Row
from translation.facts.word_tables import words

# The beginnings of the words of a name, with month and day
_FEASTS: Final[dict[Language, tuple[tuple[tuple[str, ...], tuple[int, int]], ...]]] = {
    "pl": (
        (("wigili",), (12, 24)),
        (("sylwest",), (12, 31)),
        (("now", "rok"), (1, 1)),
        (("trzech", "król"), (1, 6)),
        (("boż", "narodz"), (12, 25)),
        (("wszystkich", "święt"), (11, 1)),
        (("święt", "niepodległ"), (11, 11)),
        (("święt", "prac"), (5, 1)),
        (("święt", "konstytuc"), (5, 3)),
    ),
    "en": (
        (("christmas", "eve"), (12, 24)),
        (("new", "year's", "eve"), (12, 31)),
        (("new", "year's", "day"), (1, 1)),
        (("new", "year"), (1, 1)),
        (("epiphany",), (1, 6)),
        (("christmas", "day"), (12, 25)),
        (("all", "saints"), (11, 1)),
        (("independence", "day"), (11, 11)),
        (("labour", "day"), (5, 1)),
        (("constitution", "day"), (5, 3)),
    ),
}
_BEGINNINGS: Final = {language: {names[0][:3] for names, _day in feasts} for language, feasts in _FEASTS.items()}
_ENDS: Final[dict[Language, frozenset[str]]] = {"pl": words("koniec końca końcem końcu"), "en": words("end")}
_STARTS: Final[dict[Language, frozenset[str]]] = {
    "pl": words("początek początku początkiem"),
    "en": words("beginning start"),
}
_YEAR: Final = frozenset({"roku", "year"})
_FEBRUARY: Final = 2
_ANY_YEAR: Final = 2001


def find_feasts(row: Row) -> None:
    """Take the days that have a name; a text need not give them in days and months."""
    for position, token in enumerate(row.tokens):
        if token.low[:3] in _BEGINNINGS[row.language] and token.fact is None:
            for names, (month, day) in _FEASTS[row.language]:
                last = position + len(names) - 1
                if all(row.low(place).startswith(name) for place, name in enumerate(names, position)):
                    row.take(FactKind.DATE, (None, month, day), position, last, loose=True)
                    break
        elif token.low in _YEAR and (edge := _edge(row, position)):
            month, day = (12, 31) if edge == "end" else (1, 1)
            row.take(FactKind.DATE, (None, month, day), position, position, loose=True)


def _edge(row: Row, position: int) -> str:
    """Return whether "end of" or "beginning of" stands before a month or a year."""
    before = position - 1
    while row.low(before) in ("the", "of", "tego", "bieżącego", "this"):
        before -= 1
    low = row.low(before)
    return "end" if low in _ENDS[row.language] else "start" if low in _STARTS[row.language] else ""


def days_at_an_edge(row: Row, position: int, year: int | None, month: int) -> tuple[tuple[FactKind, Value], ...]:
    """Return the days that the end or the beginning of a month may be, which begins at a token."""
    edge = _edge(row, position)
    if edge == "start":
        return ((FactKind.DATE, (year, month, 1)),)
    if edge != "end":
        return ()
    last = calendar.monthrange(year or _ANY_YEAR, month)[1]
    days = (28, 29) if month == _FEBRUARY and year is None else (last,)
    return tuple((FactKind.DATE, (year, month, day)) for day in days)
