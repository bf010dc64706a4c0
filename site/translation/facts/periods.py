"""Stretches of the calendar: quarters, halves of a year, decades, centuries."""

from typing import Final

from translation.facts.calendar_words import CENTURIES, HALVES, MONTHS, QUARTERS, YEAR_WORDS
from translation.facts.kinds import FactKind, Value
from translation.facts.rows import Row
from translation.facts.tokens import Quantity

_DASHES: Final = frozenset("-‑–")
_DECADES_PL: Final = frozenset({"lata", "latach", "lat"})


def find_periods(row: Row) -> None:
    """Take the periods out of a row."""
    for position, token in enumerate(row.tokens):
        if token.fact is not None:
            continue
        if token.text in ("Q", "H") and row.low(position + 1) in ("1", "2", "3", "4"):
            name = "quarter" if token.text == "Q" else "half"
            row.take(FactKind.DATE, (name, int(row.low(position + 1))), position, position + 1)
        elif token.quantity is not None and isinstance(token.quantity.value, int):
            _find_period(row, position, token.quantity, token.quantity.value)


def _find_period(row: Row, position: int, quantity: Quantity, value: int) -> None:
    after = position + 2 if row.low(position + 1) in (".", "-") else position + 1
    low = row.low(after)
    # „3 kw.” may be of power
    if low in QUARTERS[row.language] and 1 <= value <= 4 and (low != "kw" or quantity.roman):
        row.take(FactKind.DATE, ("quarter", value), position, after, also=_last_month(row, position, value))
    elif (
        value in (1, 2)
        and not _has_unit(row, after)
        and (low in HALVES[row.language] or _is_half_of_a_time(row, after))
    ):
        row.take(FactKind.DATE, ("half", value), position, after)
    elif months := _first_months(row, after, value):
        row.take(FactKind.DATE, (months, value), position, after)
    elif low in CENTURIES[row.language] and _is_century(row, after, low, quantity):
        row.take(FactKind.DATE, ("century", value), position, after)
    else:
        _find_decade(row, position, quantity.ordinal, value)


def _is_half_of_a_time(row: Row, position: int) -> bool:
    """Whether it is „połowa roku” or „połowa maja”, and not the half of a sum."""
    if row.language != "pl" or not row.low(position).startswith("połow"):
        return False
    following = row.low(position + 1)
    return following in MONTHS["pl"] or following in YEAR_WORDS or row.quantity(position + 1) is not None


def _has_unit(row: Row, position: int) -> bool:
    """Whether it is the half of "the first half-hour"."""
    quantity = row.quantity(position)
    return quantity is not None and bool(quantity.unit)


def _last_month(row: Row, position: int, quarter: int) -> tuple[tuple[FactKind, Value], ...]:
    """Return the month that the end of a quarter is: „na koniec trzeciego kwartału” is "at the end of September"."""
    is_end = any(
        row.low(place).startswith(("koniec", "końc", "end")) for place in range(max(0, position - 3), position)
    )
    return ((FactKind.DATE, (None, 3 * quarter, None)),) if is_end else ()


def _first_months(row: Row, position: int, value: int) -> str:
    """Return what "the first six months", "the first three months" of a year are called in the other language."""
    quantity = row.quantity(position)
    if row.language != "en" or value != 1 or quantity is None or row.low(position + 1) != "months":
        return ""
    return {6: "half", 3: "quarter"}.get(int(quantity.value), "")


def _is_century(row: Row, after: int, low: str, quantity: Quantity) -> bool:
    if low in ("w", "c"):
        return quantity.roman and row.low(after + 1) == "."
    return quantity.value < 30


def _find_decade(row: Row, position: int, ordinal: bool, value: int) -> None:
    """Take "1990s", „lata 90.”, „lata dziewięćdziesiąte”."""
    after = row.at(position + 1)
    if value % 10 or value < 10:
        return
    if row.language == "en":
        of_age = row.low(position - 1) in _DASHES and row.low(position - 2) in ("over", "under")
        if after is not None and after.low == "s" and not after.gap and not of_age:
            row.take(FactKind.DATE, ("decade", value if value > 100 else 1900 + value), position, position + 1)
        return
    is_short = ordinal or (after is not None and after.text == ".")
    if row.low(position - 1) in _DECADES_PL and value < 100 and is_short:
        following = row.low(position + 1).lower(), row.low(position + 2).lower()
        century = 2000 if "xxi" in following else 1900
        row.take(FactKind.DATE, ("decade", century + value), position, position)
