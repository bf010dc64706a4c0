"""Days of the week, one by one or as the working week."""

from typing import Final

from translation.facts.calendar_words import SHORT_WEEKDAYS, WEEKDAYS
from translation.facts.kinds import FactKind, Language, Value
from translation.facts.rows import LIST_WORDS, RANGE_WORDS, Row

ALL_BUT: Final = "all but"
_DAYS: Final = 7
_BUT: Final[dict[Language, tuple[str, ...]]] = {
    "pl": ("oprócz ", "prócz ", "poza ", "z wyjątkiem "),
    "en": ("except ", "except on ", "except for ", "apart from ", "other than ", "bar "),
}


def find_weekdays(row: Row) -> None:
    """Take the days of the week out of a row."""
    days, short_days = WEEKDAYS[row.language], SHORT_WEEKDAYS[row.language]
    for position, token in enumerate(row.tokens):
        if token.fact is not None or not token.is_word:
            continue
        day = days.get(token.low.removesuffix("'s"), 0)
        if not day and token.low in short_days and _is_short_weekday(row, position):
            day = short_days[token.low]
        if day:
            row.take(FactKind.DATE, ("weekday", day), position, position, also=_all_but(row, position, day))
        elif token.low.startswith("weekend"):
            _take_days(row, position, position, (6, 7))
        elif token.low in ("weekdays", "weekday"):
            _take_working_week(row, position, position)
        elif (
            token.low in ("dni", "dniach", "dniami", "dzień")
            and row.low(position + 1).startswith(("robocz", "powszedni"))
            and row.at(position - 1) is not None
            and row.tokens[position - 1].quantity is None
        ):
            _take_working_week(row, position, position + 1)


def _all_but(row: Row, position: int, day: int) -> tuple[tuple[FactKind, Value], ...]:
    """Return the one day that „oprócz poniedziałków” and "Tuesday to Sunday" leave out of the week."""
    if row.text[: row.tokens[position].start].lower().endswith(_BUT[row.language]):
        return ((FactKind.DATE, (ALL_BUT, day)),)
    last = WEEKDAYS[row.language].get(row.low(position + 2), 0)
    is_range = row.low(position + 1) in RANGE_WORDS[row.language] - LIST_WORDS[row.language]
    day_before = (day - 2) % _DAYS + 1
    if is_range and (last - day) % _DAYS == _DAYS - 2:
        return ((FactKind.DATE, (ALL_BUT, day_before)),)
    return ()


def _take_working_week(row: Row, first: int, last: int) -> None:
    """Record „dni robocze”, "weekdays" as Monday and Friday, which a text need not name."""
    _take_days(row, first, last, (1, 5))


def _take_days(row: Row, first: int, last: int, days: tuple[int, int]) -> None:
    for day in days:
        row.take(FactKind.DATE, ("weekday", day), first, last, loose=True)


def _is_short_weekday(row: Row, position: int) -> bool:
    days, short_days = WEEKDAYS[row.language], SHORT_WEEKDAYS[row.language]
    if row.language == "en" and not row.tokens[position].text[0].isupper():
        return False
    after = position + 2 if row.low(position + 1) in (".", ",") else position + 1
    if row.is_joint(after):
        after += 1
    following = row.at(after)
    if following is not None:
        if following.low in short_days or following.low in days:
            return True
        near = following.quantity is not None or following.fact is not None
        if near and (row.language == "en" or row.low(position + 1) == "."):
            return True
    before = row.fact(position - 3 if row.low(position - 2) == "." else position - 2)
    return row.is_joint(position - 1) and before is not None and before.value[0] == "weekday"
