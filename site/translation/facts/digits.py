"""Numbers written in digits, as Polish and as English separates them."""

import re
from fractions import Fraction

from translation.facts.kinds import Language, Magnitude
from translation.facts.tokens import Quantity

LONGEST = 30  # digits; what is longer counts nothing
_SPACES = re.compile(r"[ \u00a0\u202f\u2009]")
_ROMAN = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SMALL = frozenset("IVX")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def quantity_of(written: str, language: Language, start: int) -> Quantity | None:
    """Return the number that was written, or None if it counts nothing: a version, a very long row of digits.

    Polish separates thousands by spaces or points and decimals by a comma; English by commas and a point. What only
    the other language writes is understood all the same.
    """
    end = start + len(written)
    compact = _SPACES.sub("", written)
    if len(compact) > LONGEST:
        return None
    if compact.isdecimal():
        return Quantity(int(compact), start, end, plain=compact == written)
    value = _value(compact, language)
    if value is None:
        return None
    return Quantity(value, start, end, dotted=_dotted(written))


def _value(written: str, language: Language) -> Magnitude | None:
    commas, points = written.count(","), written.count(".")
    if commas and points:
        decimal = max(",", ".", key=written.rfind)
        thousands = "," if decimal == "." else "."
        if written.count(decimal) > 1:
            return None
        return _whole_or_fraction(written.replace(thousands, "").replace(decimal, "."))
    sign = "," if commas else "."
    pieces = written.split(sign)
    in_threes = len(pieces[0]) <= 3 and pieces[0] != "0" and all(len(piece) == 3 for piece in pieces[1:])
    if len(pieces) > 2:
        return int("".join(pieces)) if in_threes else None
    # „5.000 zł” and "5,000"; but „1,234” is a decimal in Polish, as "1.234" is in English
    if in_threes and (sign == ".") == (language == "pl"):
        return int("".join(pieces))
    return _whole_or_fraction(".".join(pieces))


def _whole_or_fraction(written: str) -> Magnitude:
    value = Fraction(written)
    return value.numerator if value.denominator == 1 else value


def _dotted(written: str) -> tuple[int, int] | None:
    whole, point, rest = written.partition(".")
    if point and len(whole) <= 2 and len(rest) == 2 and rest.isdecimal():
        return int(whole), int(rest)
    return None


def roman(written: str) -> int:
    """Return the value of a Roman numeral in capitals, or 0 if it is none, or an abbreviation that looks like one."""
    if not (_SMALL.issuperset(written) or len(written) > 2) or not _ROMAN.fullmatch(written):
        return 0
    values = [_LETTERS[letter] for letter in written]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
