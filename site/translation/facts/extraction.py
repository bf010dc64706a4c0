"""The facts of one text."""

from collections.abc import Iterable
from typing import Final

from translation.facts.contacts import contacts_in, phones_in
from translation.facts.dates import find_dates, whole_dates_in
from translation.facts.designations import designations_in
from translation.facts.kinds import Fact, FactKind, Language, Value
from translation.facts.limits import with_limits
from translation.facts.money import find_amounts, find_percentages
from translation.facts.names import find_names
from translation.facts.negations import find_negations
from translation.facts.numerals import read_numbers
from translation.facts.rows import DASHES, Row
from translation.facts.single_units import find_single_units
from translation.facts.times import clock_times_in, find_times
from translation.facts.tokens import Quantity, tokens_of
from translation.facts.units import unit_after

_OF_DIGITS: Final = (whole_dates_in, clock_times_in, phones_in, designations_in)


def facts_in(text: str, language: Language) -> list[Fact]:
    """Return what a text claims, in its order. The time it takes grows with the length of the text and no faster."""
    return [fact for fact in claims_in(text, language) if not (fact.kind == FactKind.NAME and fact.loose)]


def claims_in(text: str, language: Language) -> list[Fact]:
    """Return the facts of a text, and as loose ones the words that may be names but only begin a sentence."""
    has_digits = any(sign.isdecimal() for sign in text)
    whole = _without_overlaps(
        (
            *contacts_in(text),
            *(fact for finder in _OF_DIGITS if has_digits for fact in finder(text)),
        )
    )
    row = Row(text, read_numbers(tokens_of(text, whole), language), language)
    for fact in whole:
        row.add(fact)
    find_dates(row)
    find_times(row)
    find_percentages(row)
    find_amounts(row)
    _find_numbers(row)
    find_single_units(row)
    find_negations(row)
    find_names(row)
    return list(with_limits(row.facts(), text, language))


def _without_overlaps(found: Iterable[Fact]) -> list[Fact]:
    """Return the facts in the order of the text; of two that share characters, the one that was found first."""
    kept: list[Fact] = []
    taken: set[int] = set()
    for fact in found:
        places = range(fact.start, fact.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(fact)
    return sorted(kept, key=lambda fact: fact.start)


def _find_numbers(row: Row) -> None:
    """Take the numbers that are left, with their units; those of a range or a list share one."""
    for position in range(len(row.tokens) - 1, -1, -1):
        quantity = row.quantity(position)
        if quantity is None:
            continue
        unit, after = (quantity.unit, position + 1) if quantity.unit else unit_after(row, position)
        value = -quantity.value if unit == "°C" and _is_below_zero(row, position) else quantity.value
        # „1 km” may be "a kilometre"
        loose = quantity.loose or (quantity.value == 1 and bool(unit)) or _is_always(row, quantity, unit, after)
        last = max(position, after - 1) if unit else position
        row.take(FactKind.NUMBER, (value, unit), position, last, loose, _other_readings(quantity, unit))
        if unit:
            _share_unit(row, position, unit)


def _is_always(row: Row, quantity: Quantity, unit: str, after: int) -> bool:
    """Whether it is „7 dni w tygodniu”, "24 hours a day", for which there are words without a number."""
    whole = {"day": (7, ("tygodniu", "week")), "hour": (24, ("dobę", "day"))}.get(unit)
    return whole is not None and quantity.value == whole[0] and row.low(after + 1) in whole[1]


def _other_readings(quantity: Quantity, unit: str) -> tuple[tuple[FactKind, Value], ...]:
    also: list[tuple[FactKind, Value]] = [(FactKind.NUMBER, (each, unit)) for each in quantity.also]
    if quantity.dotted and not unit:
        hour, minute = quantity.dotted
        also += [(FactKind.TIME, (hour % 24, minute)), (FactKind.DATE, (None, minute, hour))]
    return tuple(also)


def _share_unit(row: Row, position: int, unit: str) -> None:
    """Take the numbers before one, joined to it, that have no unit of their own: „5–10 km”."""
    while row.is_joint(position - 1):
        earlier = row.quantity(position - 2)
        if earlier is None or earlier.unit or earlier.ordinal:
            return
        position -= 2
        row.take(FactKind.NUMBER, (earlier.value, unit), position, position)


def _is_below_zero(row: Row, position: int) -> bool:
    sign = row.low(position - 1)
    is_sign = sign in DASHES and not row.tokens[position].gap and row.quantity(position - 2) is None
    return sign == "minus" or is_sign
