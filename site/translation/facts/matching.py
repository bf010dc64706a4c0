"""Which facts of one text have their counterpart in another: all but names, which have rules of their own.

Facts are matched in rounds, the closest likeness first, so that what is equal never goes to what is only alike.
"""

from collections.abc import Hashable, Iterable
from datetime import date
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final

from translation.facts.claims import Keys, Sides, is_date, is_single_unit, limits_of, magnitude
from translation.facts.context_matching import match_told, times_reached
from translation.facts.dates import weekday_of
from translation.facts.kinds import Fact, FactKind
from translation.facts.units import convert
from translation.facts.weekdays import ALL_BUT

# Of more numbers than this in a text, only these are added and subtracted
_MOST: Final = 24
_COUNTING: Final = frozenset({FactKind.NUMBER, FactKind.AMOUNT, FactKind.PERCENTAGE})
_SOME_YEAR: Final = 2001
_WITH_UNIT: Final = 2  # pieces of the value of a number that counts

# Keys by which facts are alike


def _exactly(fact: Fact) -> Iterable[Hashable]:
    return ((fact.kind, fact.value),)


def _any_reading(fact: Fact) -> Iterable[Hashable]:
    return ((fact.kind, fact.value), *fact.also)


def _converted(fact: Fact) -> Iterable[Hashable]:
    """Keys of what is one thing in two forms: 1500 m and 1.5 km, a half and 50%, 9 and nine o'clock."""
    value = fact.value
    if fact.kind == FactKind.NUMBER and len(value) == 2:
        number, unit = value
        assert isinstance(number, int | Fraction)  # noqa: S101 - what a NUMBER holds
        assert isinstance(unit, str)  # noqa: S101 - the same
        if unit:
            return (("measure", *convert(number, unit)),)
        if 0 < number < 1:
            return (("share", Fraction(number)),)
        if isinstance(number, int) or number.denominator == 1:
            hours = [("clock", int(number) % 24, 0)] if 0 < number <= 24 else []
            return (*hours, ("digits", str(int(number))))
        return ()
    if fact.kind == FactKind.PERCENTAGE and value[1] == "%":
        return (("share", Fraction(str(value[0])) / 100),)
    if fact.kind == FactKind.TIME:
        return (("clock", *value),)
    if fact.kind == FactKind.PHONE or (fact.kind == FactKind.NUMBER and str(value[0]).isdecimal()):
        return (("digits", str(value[0])),)
    return ()


def _without_unit(fact: Fact) -> Iterable[Hashable]:
    """Keys of a number or an amount that does not say per what, or in what."""
    if fact.kind == FactKind.NUMBER and len(fact.value) == 2 and not fact.value[1]:
        return (("number", fact.value[0]),)
    return ((FactKind.AMOUNT, fact.value),) if fact.kind == FactKind.AMOUNT and len(fact.value) == 2 else ()


def _leaving_the_unit_out(fact: Fact) -> Iterable[Hashable]:
    if is_single_unit(fact):
        return ()
    if fact.kind == FactKind.NUMBER and len(fact.value) == 2 and fact.value[1]:
        return (("number", fact.value[0]),)
    return ((FactKind.AMOUNT, fact.value[:2]),) if fact.kind == FactKind.AMOUNT and len(fact.value) > 2 else ()


def _with_year_of(years: frozenset[object]) -> Keys:
    """Return keys of dates whose year the other text gives elsewhere."""

    def keys(fact: Fact) -> Iterable[Hashable]:
        return (("date", *fact.value[1:]),) if is_date(fact) and fact.value[1] and fact.value[0] in years else ()

    return keys


def _without_year(fact: Fact) -> Iterable[Hashable]:
    return (("date", *fact.value[1:]),) if is_date(fact) and fact.value[0] is None else ()


def _this_year(fact: Fact) -> Iterable[Hashable]:
    return (("date", *fact.value[1:]),) if any(value[0] == "this year" for _kind, value in fact.also) else ()


def _any_date(fact: Fact) -> Iterable[Hashable]:
    return (("date", *fact.value[1:]),) if is_date(fact) and fact.value[1] else ()


def years_of(facts: Iterable[Fact]) -> frozenset[object]:
    """Return the years that facts name, alone or in a date."""
    return frozenset(fact.value[0] for fact in facts if is_date(fact) and fact.value[0])


def match_plain(sides: Sides) -> None:
    """Match everything but names and negations."""
    sides.match_limited(_exactly)
    if not (sides.left and sides.right):
        return
    sides.match_limited(_any_reading)
    sides.match_limited(_converted)
    sides.match_limited(_without_unit, _leaving_the_unit_out)
    sides.match_limited(_leaving_the_unit_out, _without_unit)
    if any(is_date(claim.fact) for claim in sides.left) and any(is_date(claim.fact) for claim in sides.right):
        sides.match_limited(_without_year, _with_year_of(years_of(sides.all_left)))
        sides.match_limited(_with_year_of(years_of(sides.all_right)), _without_year)
        sides.match_limited(_this_year, _any_date)
        sides.match_limited(_any_date, _this_year)
    if sides.left and sides.right:
        match_told(sides)


class Said:
    """What a text says at all: of a fact that the other has twice, or says more of, it need not say it again."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        facts = list(facts)
        self.values = {((fact.kind, fact.value), limit) for fact in facts for limit in limits_of(fact)}
        self.years = years_of(facts)
        self.weekdays = {weekday_of(fact.value) for fact in facts if is_date(fact)}
        readings = [value for fact in facts for _kind, value in fact.also]
        self.left_out = {value[1] for value in readings if value[0] == ALL_BUT}
        self.centuries = {_century_of(fact.value[1]) for fact in facts if fact.value[0] == "decade"}
        self.numbers = [  # a unit alone mostly counts nothing
            (fact.kind, *fact.value)
            for fact in facts
            if fact.kind in _COUNTING and len(fact.value) == _WITH_UNIT and not is_single_unit(fact)
        ]
        self.days = set(_days_between(facts))
        reached = times_reached(facts)
        self.times = {time for fact in facts[:_MOST] for time in reached(fact)}
        self.currencies = {fact.value[1] for fact in facts if fact.kind == FactKind.AMOUNT}

    def holds(self, fact: Fact) -> bool:
        """Whether it says a fact all the same: once for twice, or as a part of another one."""
        if any(((fact.kind, fact.value), limit) in self.values for limit in limits_of(fact)):
            return True
        if fact.kind == FactKind.DATE:
            if fact.value[0] == "weekday":
                named = fact.value[1] in self.weekdays
                excepted = any(value[0] == ALL_BUT for _kind, value in fact.also)
                return named or (not excepted and any(fact.value[1] != day for day in self.left_out))
            if fact.value[0] == "century":
                return fact.value[1] in self.centuries
            return is_date(fact) and fact.value[1] is None and fact.value[0] in self.years
        return fact.kind == FactKind.CURRENCY and fact.value[0] in self.currencies

    def tells(self, fact: Fact) -> bool:
        """Whether two facts that it says give another.

        "The other seven" is 19 less 12, 1 pm three hours after 10, „trzy dni” from 13 to 15 August.
        """
        if fact.kind == FactKind.TIME:
            return fact.value in self.times
        if fact.value[-1] == "day" and fact.value[0] in self.days:
            return True
        if fact.kind not in _COUNTING or len(fact.value) != _WITH_UNIT:
            return False
        alike = [
            (magnitude(value[1:]) or 0) for value in self.numbers if (value[0], value[2]) == (fact.kind, fact.value[1])
        ]
        number = magnitude(fact.value)
        return any(number in (one + other, abs(one - other)) for one, other in combinations(alike[:_MOST], 2))


def _days_between(facts: Iterable[Fact]) -> Iterable[int]:
    """Yield how many days there are from each date to the next one, both of them counted."""
    dates = [each for each in map(_day, facts) if each is not None]
    for first, last in pairwise(dates[:_MOST]):
        if first < last:
            yield (last - first).days + 1


def _day(fact: Fact) -> date | None:
    """Return the day of a date, in some year if it says none."""
    if not is_date(fact) or not all(isinstance(each, int) for each in fact.value[1:]):
        return None
    year, month, day = (int(str(each or _SOME_YEAR)) for each in fact.value)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _century_of(decade: object) -> int:
    return decade // 100 + 1 if isinstance(decade, int) else 0
