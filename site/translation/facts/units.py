"""What numbers count in: measures and stretches of time, with what converts one into another."""

from fractions import Fraction
from typing import Final

from translation.facts.kinds import Language, Magnitude
from translation.facts.polish_numbers import ROOTS
from translation.facts.rows import DASHES, Row
from translation.facts.unit_words import ENGLISH, POLISH

WORDS: Final[dict[Language, dict[str, str]]] = {"pl": POLISH, "en": ENGLISH}


TIME_UNITS: Final = frozenset({"second", "minute", "hour", "day", "workday", "week", "month", "year", "decade"})
# What a unit is a multiple of
SCALES: Final[dict[str, tuple[str, Magnitude]]] = {
    "km": ("m", 1000),
    "m": ("m", 1),
    "cm": ("m", Fraction(1, 100)),
    "mm": ("m", Fraction(1, 1000)),
    "km²": ("m²", 1_000_000),
    "ha": ("m²", 10_000),
    "ar": ("m²", 100),
    "m²": ("m²", 1),
    "kg": ("kg", 1),
    "t": ("kg", 1000),
    "g": ("kg", Fraction(1, 1000)),
    "kw": ("kw", 1),
    "mw": ("kw", 1000),
    "kwh": ("kwh", 1),
    "mwh": ("kwh", 1000),
    "gwh": ("kwh", 1_000_000),
    "kwp": ("kwp", 1),
    "mwp": ("kwp", 1000),
    "l": ("l", 1),
    "ml": ("l", Fraction(1, 1000)),
    "m³": ("l", 1000),
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3600),
    "day": ("second", 86_400),
    "week": ("second", 604_800),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
    "decade": ("month", 120),
    "kb": ("kb", 1),
    "mb": ("kb", 1000),
    "gb": ("kb", 1_000_000),
}
_RAISED: Final = {"m": ("m²", "m³"), "km": ("km²", "")}


def convert(value: Magnitude, unit: str) -> tuple[Magnitude, str]:
    """Return a measure in the smallest unit of its kind."""
    base, factor = SCALES.get(unit, (unit, 1))
    return value * factor, base


def unit_at(row: Row, position: int) -> tuple[str, int]:
    """Return the unit that begins at a token, and the place after it; an empty one if there is none."""
    token = row.at(position)
    if token is None or token.fact is not None or (token.quantity is not None and token.low not in ("second",)):
        return "", position
    if token.text == "°":
        return ("°C", position + 2) if row.low(position + 1) == "c" else ("°C", position + 1)
    if row.language == "pl" and token.low.startswith("stopni"):
        return "°C", position + 2 if row.low(position + 1).startswith("celsjusz") else position + 1
    if row.language == "en":
        if token.low == "s" and not token.gap and row.low(position - 2) in DASHES:
            return "year", position + 1  # "half price for under-10s"
        if token.low in ("degree", "degrees"):
            return "°C", position + 2 if row.low(position + 1) == "celsius" else position + 1
        if token.low in ("square", "sq", "cubic"):
            return _english_raised(row, position)
        if token.low in ("working", "business") and row.low(position + 1) in ("day", "days"):
            return "workday", position + 2
        if token.low == "calendar" and row.low(position + 1) in ("day", "days"):
            return "day", position + 2
    unit = WORDS[row.language].get(token.low, "")
    if not unit:
        return "", position
    return _raised(row, unit, position + 1)


def _raised(row: Row, unit: str, after: int) -> tuple[str, int]:
    """Read what may follow a unit: „m kw.”, „km/h”, „dni roboczych”, "m2"."""
    following = row.at(after)
    if following is None or following.fact is not None:
        return unit, after
    if row.language == "pl" and unit == "day" and following.low.startswith("robocz"):
        return "workday", after + 1
    if row.language == "pl" and unit == "day" and following.low.startswith("kalendarzow"):
        return unit, after + 1
    if unit in _RAISED:
        square, cubic = _RAISED[unit]
        if not following.gap and following.text in ("2", "3"):
            return (square if following.text == "2" else cubic), after + 1
        if (row.language == "pl" and following.low.startswith(("kwadrat",))) or following.low == "kw":
            return square, after + 1
        if row.language == "pl" and following.low.startswith("sześcienn"):
            return cubic, after + 1
    if following.text == "/" and row.low(after + 1) in ("h", "s", "godz", "hour"):
        return f"{unit}/{row.low(after + 1)[0]}", after + 2
    if unit == "km" and (row.low(after), row.low(after + 1)) == ("per", "hour"):
        return "km/h", after + 2
    if unit == "km" and (row.low(after), row.low(after + 1)) == ("na", "godzinę"):
        return "km/h", after + 2
    return unit, after


def _english_raised(row: Row, position: int) -> tuple[str, int]:
    after = position + 1
    if row.low(position) == "sq" and row.low(after) == ".":
        after += 1
    unit = ENGLISH.get(row.low(after), "")
    if unit not in _RAISED:
        return "", position
    square, cubic = _RAISED[unit]
    return (cubic if row.low(position) == "cubic" else square), after + 1


def unit_after(row: Row, position: int) -> tuple[str, int]:
    """Return the unit of the number at a token: after it, after "an", or joined by a hyphen as in „30-dniowy”."""
    after = position + 1
    token = row.at(after)
    if token is None or token.fact is not None:
        return "", after
    if token.text in DASHES and not token.gap:
        joined = row.at(after + 1)
        if joined is None or joined.gap or joined.fact is not None:
            return "", after
        if row.language == "pl":
            for root, unit in ROOTS:
                if unit not in ("%", "PLN") and joined.low.startswith(root):
                    return unit, after + 2
            return "", after
        return unit_at(row, after + 1)
    quantity = row.quantity(position)
    if quantity is not None and quantity.value < 1 and token.low in ("a", "an"):
        return unit_at(row, after + 1)
    if row.language == "en" and token.low in ("more", "full", "whole", "consecutive"):
        return unit_at(row, after + 1)
    if row.language == "pl" and token.low in ("pełne", "pełnych", "kolejnych", "kolejne", "kolejnymi"):
        return unit_at(row, after + 1)
    return unit_at(row, after)
