"""Dates, days of the week, and longer stretches of the calendar."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from translation.facts.calendar_words import (
    MONTHS,
    ROMAN_MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    YEAR_WORDS,
)
from translation.facts.feasts import days_at_an_edge, find_feasts
from translation.facts.kinds import Fact, FactKind, Value
from translation.facts.money import is_currency, is_percent
from translation.facts.periods import find_periods
from translation.facts.rows import Row
from translation.facts.units import unit_after
from translation.facts.weekdays import find_weekdays
from translation.facts.word_tables import words

_YEAR = r"(?:19|20)\d\d"
_ISO = re.compile(rf"(?<![\w./-])({_YEAR})-(\d\d)-(\d\d)(?![\w-])", re.ASCII)
_DAY_FIRST = re.compile(
    rf"(?<![\w./])(?<!\d-)(\d{{1,2}})(?:\.\s?(\d{{1,2}})\.\s?|/(\d{{1,2}})/|-(\d{{1,2}})-)({_YEAR})(?!\w)", re.ASCII
)
_WITH_ROMAN = re.compile(rf"(?<![\w./-])(\d{{1,2}})[. ]?(X?I{{1,3}}|I?[VX]|VI{{1,3}})[. ]({_YEAR})(?!\w)", re.ASCII)
# Between dates of one list or range that share a year: joints, days of the week, prepositions
_STREETS: Final = frozenset({"ul", "al", "os", "pl"})
_BETWEEN: Final = frozenset("(),.") | {
    *("w", "we", "dnia", "dniach", "on", "the", "from", "od", "until", "between", "of", "także", "also", "oraz", "r"),
}
_BEFORE_MAY: Final = words("""
    in of by until till from since before after between during last next early late mid end this for the on through per
""")
_THIS_YEAR: Final = frozenset({"br", "bieżącego", "tego"})
FIRST_YEAR, LAST_YEAR = 1900, 2100


def whole_dates_in(text: str) -> Iterator[Fact]:
    """Yield the dates in digits."""
    for found in _ISO.finditer(text):
        yield from _whole(found, found[1], found[2], found[3])
    for found in _DAY_FIRST.finditer(text):
        month = found[2] or found[3] or found[4]
        if int(month) > 12 >= int(found[1]) and found[3]:
            yield from _whole(found, found[5], found[1], month)
        else:
            yield from _whole(found, found[5], month, found[1])
    for found in _WITH_ROMAN.finditer(text):
        yield from _whole(found, found[3], str(ROMAN_MONTHS.index(found[2]) + 1), found[1])


def _whole(found: re.Match[str], year: str, month: str, day: str) -> Iterator[Fact]:
    if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        yield Fact(FactKind.DATE, (int(year), int(month), int(day)), found[0], *found.span())


@dataclass
class _Date:
    """A date while its year may still come from the one after it."""

    first: int
    last: int
    year: int | None
    month: int | None
    day: int | None
    any_year: bool = False


def find_dates(row: Row) -> None:
    """Take the dates out of a row."""
    _Finder(row).find()


class _Finder:
    def __init__(self, row: Row) -> None:
        self.row = row
        self.dates: list[_Date] = []
        self.months = MONTHS[row.language]
        self.short_months = SHORT_MONTHS[row.language]
        self.weekdays = WEEKDAYS[row.language]

    def find(self) -> None:
        find_periods(self.row)
        free_from = 0
        for position, token in enumerate(self.row.tokens):
            if token.fact is not None:
                if token.fact.kind == FactKind.DATE and token.fact.text == token.text and len(token.fact.value) == 3:
                    year, month, day = token.fact.value
                    date = _Date(position, position, year, month, day)  # type: ignore[arg-type] # numbers, see `_whole`
                    self._add(date, free_from)
                    free_from = position + 1
                continue
            month = self._month(position)
            if month and (found := self._around(position, month, free_from)) is not None:
                self._add(found, free_from)
                free_from = found.last + 1
                self._add_days_after(found)
                free_from = self.dates[-1].last + 1
        self._share_years()
        for date in self.dates:
            self._take(date)
        find_feasts(self.row)
        find_weekdays(self.row)
        self._find_years()

    def _take(self, date: _Date) -> None:
        if self.row.fact(date.first) is None:
            last = self._with_year_word(date.last) if date.year else date.last
            also: tuple[tuple[FactKind, Value], ...] = ()
            if date.any_year:
                also = ((FactKind.DATE, ("this year", date.month, date.day)),)
            elif date.month and not date.day:
                also = days_at_an_edge(self.row, date.first, date.year, date.month)
            self.row.take(FactKind.DATE, (date.year, date.month, date.day), date.first, last, also=also)

    def _with_year_word(self, last: int) -> int:
        if self.row.language == "pl" and self.row.low(last + 1) in YEAR_WORDS:
            return last + 2 if self.row.low(last + 1) == "r" and self.row.low(last + 2) == "." else last + 1
        return last

    # A month and what stands around it

    def _month(self, position: int) -> int:
        token = self.row.tokens[position]
        if token.quantity is not None:
            # „16 V”
            is_month = self.row.language == "pl" and token.quantity.roman and token.quantity.value <= 12
            return int(token.quantity.value) if is_month and self._day(position - 1) else 0
        month = self.months.get(token.low, 0)
        if self.row.language == "en":
            if not token.text[0].isupper():
                return 0 if token.low in ("may", "march") else month
            if not month and self._day(position - 1):
                return MONTHS["pl"].get(token.low, 0) or self.short_months.get(token.low, 0)
            if token.low == "may" and not self._is_may(position):
                return 0
        elif month and token.text[0].isupper() and not self._day(position - 1):
            # „ul. Lipcowa” is a name, though a full stop stands before it
            of_a_street = self.row.low(position - 1) == "." and self.row.low(position - 2) in _STREETS
            return month if self.row.starts_sentence(position) and not of_a_street else 0
        if not month and token.low in self.short_months:
            near = self._day(position - 1) or self._day_or_year_after(position)
            return self.short_months[token.low] if near else 0
        return month

    def _is_may(self, position: int) -> bool:
        """Whether "May" is the month, and not the verb that begins a sentence or a heading."""
        before, after = self.row.low(position - 1), self.row.at(position + 1)
        return (
            before in _BEFORE_MAY
            or self.row.is_joint(position - 1)
            or self.row.quantity(position - 1) is not None
            or (after is not None and (after.quantity is not None or self.row.is_joint(position + 1)))
        )

    def _day_or_year_after(self, position: int) -> bool:
        after = position + 2 if self.row.low(position + 1) == "." else position + 1
        return bool(self._year(after) or (self.row.language == "en" and self._day(after)))

    def _around(self, position: int, month: int, free_from: int) -> _Date | None:
        row = self.row
        before = position - 1
        if row.low(before) in ("of", "."):
            before -= 1
        if row.language == "en" and row.low(before) == "the" and self._day(before - 1):
            before -= 1
        day = self._day(before) if before >= free_from else 0
        first = before if day else position
        last = position
        if row.low(last + 1) == "." and row.tokens[position].low in self.short_months:
            last += 1
        if not day and row.language == "en":
            after = last + 1
            if row.low(after) == "the":
                after += 1
            after_day = self._day(after)
            if after_day and not self._counts(after):
                day, last = after_day, after
        year_at = last + 1
        if row.low(year_at) in (",", "of", "w") and self._year(year_at + 1):
            year_at += 1
        year = self._year(year_at)
        if year:
            return _Date(first, year_at, year, month, day or None)
        return _Date(first, last, None, month, day or None, any_year=row.low(last + 1) in _THIS_YEAR)

    def _day(self, position: int) -> int:
        quantity = self.row.quantity(position)
        if quantity is None or not isinstance(quantity.value, int) or not 1 <= quantity.value <= 31:
            return 0
        if quantity.dotted or quantity.unit or quantity.roman or not (quantity.plain or quantity.ordinal):
            return 0
        return quantity.value

    def _year(self, position: int) -> int:
        quantity = self.row.quantity(position)
        if quantity is None or not isinstance(quantity.value, int) or quantity.roman:
            return 0
        in_words = quantity.words and quantity.scale == 1000
        is_year = (quantity.plain or in_words) and FIRST_YEAR <= quantity.value <= LAST_YEAR
        return quantity.value if is_year and not self._counts(position) else 0

    def _counts(self, position: int) -> bool:
        """Whether a number is of money, a share or a measure, and so no day or year."""
        row = self.row
        if (
            is_currency(row, position + 1)
            or is_currency(row, position - 1, before=True)
            or is_percent(row, position + 1)
        ):
            return True
        unit, _after = unit_after(row, position)
        return bool(unit) and unit != "year"

    # What shares a month or a year

    def _add(self, date: _Date, free_from: int) -> None:
        """Add a date, and before it the days that share its month: „3 i 10”, "3–"."""
        days: list[_Date] = []
        position, day = date.first, date.day
        while day and position - 2 >= free_from:
            row = self.row
            joint = position - 1
            if row.low(joint) in ("the", "of"):
                joint -= 1
            # „w nocy z 30 na 31 marca”
            if not row.is_joint(joint) and (row.low(joint), row.low(joint - 2)) != ("na", "z"):
                break
            earlier = joint - 1
            if row.low(earlier) == "." or row.low(earlier) == ",":
                earlier -= 1
            quantity = row.quantity(earlier)
            if quantity is not None and quantity.dotted and 1 <= quantity.dotted[1] <= 12:
                days.append(_Date(earlier, earlier, date.year, quantity.dotted[1], quantity.dotted[0]))
                position = earlier
                continue
            other = self._day(earlier)
            if not other or other >= day:
                break
            days.append(_Date(earlier, earlier, date.year, date.month, other, any_year=date.any_year))
            position, day = earlier, other
        self.dates.extend(reversed(days))
        self.dates.append(date)

    def _add_days_after(self, date: _Date) -> None:
        """Add the days after an English month: "March 3–14, 2027"; the year may come last."""
        row = self.row
        if row.language != "en" or not date.day or self.row.tokens[date.first].quantity is not None:
            return
        added = [date]
        last = date
        while row.is_joint(last.last + 1) and (day := self._day(last.last + 2)) > (last.day or 0):
            place = last.last + 2
            if self._counts(place) or (
                not row.is_range(last.last + 1)
                and row.tokens[place + 1 :]
                and row.tokens[place + 1].is_word
                and not row.is_joint(place + 1)
            ):
                break
            last = _Date(place, place, date.year, date.month, day)
            added.append(last)
            self.dates.append(last)
        year_at = last.last + 1
        if row.low(year_at) in (",", "of"):
            year_at += 1
        if last is not date and not date.year and (year := self._year(year_at)):
            for each in added:
                each.year = year
            last.last = year_at

    def _share_years(self) -> None:
        for date, after in reversed(list(zip(self.dates, self.dates[1:], strict=False))):
            if date.year is None and after.year is not None and self._joins(date.last + 1, after.first):
                date.year = after.year

    def _joins(self, start: int, end: int) -> bool:
        if not 0 < end - start <= 6:
            return False
        return all(
            (low := self.row.low(position)) in self.row.joints or low in _BETWEEN or low in self.weekdays
            for position in range(start, end)
        )

    # Years

    def _find_years(self) -> None:
        row = self.row
        for position, token in enumerate(row.tokens):
            year = self._year(position) if token.quantity is not None and token.fact is None else 0
            if not year:
                continue
            last = self._with_year_word(position)
            said = last > position or row.quantity(position + 2) is not None or row.low(position - 1) in ("in", "w")
            also = () if said and last > position else ((FactKind.NUMBER, (year, "")),)
            row.take(FactKind.DATE, (year, None, None), position, last, also=also)
            short = row.quantity(position + 2)
            if short is None or not short.plain or row.low(position + 1) not in ("–", "-", "/"):
                continue
            if year % 100 < short.value < 100:
                value = year - year % 100 + int(short.value)
                row.take(FactKind.DATE, (value, None, None), position + 2, self._with_year_word(position + 2))


def weekday_of(value: tuple[object, ...]) -> int:
    """Return the day of the week, 1 to 7, of a whole date, or 0 if it is not whole or not real."""
    try:
        year, month, day = value
        return datetime.date(year, month, day).isoweekday()  # type: ignore[arg-type] # what is no number is refused
    except (TypeError, ValueError):
        return 0
