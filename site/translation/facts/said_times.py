"""Times that words say: „kwadrans po ósmej”, "half past three", and which half of the day they are of."""

from fractions import Fraction
from typing import Final

from translation.facts.kinds import FactKind
from translation.facts.rows import Row
from translation.facts.tokens import Quantity

_MINUTES: Final = frozenset({5, 10, 15, 20, 25})
_POLISH_HALVES: Final = {
    ("rano",): "morning",
    ("z", "rana"): "morning",
    ("nad", "ranem"): "morning",
    ("przed", "południem"): "morning",
    ("po", "południu"): "afternoon",
    ("wieczorem",): "afternoon",
    ("wieczór",): "afternoon",
    ("w", "nocy"): "night",
}
_ENGLISH_HALVES: Final = {
    ("in", "the", "morning"): "morning",
    ("this", "morning"): "morning",
    ("tomorrow", "morning"): "morning",
    ("in", "the", "afternoon"): "afternoon",
    ("this", "afternoon"): "afternoon",
    ("in", "the", "evening"): "afternoon",
    ("this", "evening"): "afternoon",
    ("tonight",): "night",
    ("at", "night"): "night",
}
_LONGEST: Final = 3


def half_of_the_day(row: Row, last: int, hour: int) -> int | None:
    """Return 0 for „6 rano”, 12 for „6 wieczorem” and "3 in the afternoon", None if nothing is said."""
    halves = _POLISH_HALVES if row.language == "pl" else _ENGLISH_HALVES
    lows = tuple(row.low(last + step) for step in range(1, _LONGEST + 1))
    said = next((halves[lows[:length]] for length in range(1, _LONGEST + 1) if lows[:length] in halves), "")
    if said == "night":
        return 12 if 6 <= hour < 12 else 0
    return {"morning": 0, "afternoon": 12}.get(said)


def take_said(row: Row, hour: int, minute: int, first: int, last: int) -> None:
    """Take a time that words say, of the half of the day that follows or of either."""
    shift = half_of_the_day(row, last, hour)
    if shift is not None:
        row.take(FactKind.TIME, ((hour % 12 + shift) % 24, minute), first, last)
    else:
        either = ((FactKind.TIME, ((hour + 12) % 24, minute)),)
        row.take(FactKind.TIME, (hour % 24, minute), first, last, also=either)


def take_minutes_of_an_hour(row: Row, position: int, quantity: Quantity) -> bool:
    """Take „kwadrans po ósmej”, „za dziesięć ósma”, "half past three", "twenty to nine"; say whether it is one."""
    minutes = _minutes(quantity)
    if not minutes:
        return False
    low, first = row.low(position + 1), position
    if low in ("po", "past"):
        hour, last, before = _hour(row, position + 2, "ej"), position + 2, False
    elif low == "przed" or (low == "to" and (minutes == 15 or row.low(position - 1) in ("at", "until", "from"))):
        hour, last, before = _hour(row, position + 2, "ą"), position + 2, True
    elif row.low(position - 1) == "za":
        hour, last, before, first = _hour(row, position + 1, "a"), position + 1, True, position - 1
    else:
        return False
    if not hour or (before and minutes == 30):
        return False
    if row.language == "en" and quantity.value < 1 and row.low(position - 1) == "a":
        first = position - 1
    take_said(row, hour - 1 if before else hour, 60 - minutes if before else minutes, first, last)
    return True


def _minutes(quantity: Quantity) -> int:
    """Return how many minutes a number beside an hour is, 0 if it is none."""
    if quantity.value == 15 and quantity.unit == "minute":
        return 15
    if quantity.unit or not quantity.words:
        return 0
    if isinstance(quantity.value, Fraction):
        return {Fraction(1, 4): 15, Fraction(1, 2): 30}.get(quantity.value, 0)
    return quantity.value if quantity.value in _MINUTES and not quantity.ordinal else 0


def _hour(row: Row, position: int, ending: str) -> int:
    """Return the hour that a number word names: in Polish an ordinal of this ending; 0 if it is none."""
    quantity = row.quantity(position)
    if quantity is None or not isinstance(quantity.value, int) or not 1 <= quantity.value <= 12:
        return 0
    if row.language == "pl":
        said = quantity.ordinal and row.tokens[position].text.endswith(ending)
    else:
        said = not quantity.ordinal and (quantity.words or quantity.plain)
    return quantity.value if said else 0
