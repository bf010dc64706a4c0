"""What a word says about a number."""

from enum import Enum
from typing import NamedTuple


class Role(Enum):
    """How a word joins others to make a number."""

    UNIT = "1 to 9"
    TEEN = "10 to 19"
    TEN = "20, 30 and so on"
    HUNDRED = "100, 200 and so on; English: what multiplies by a hundred"
    SCALE = "thousand, million"
    HALF = "so many halves"
    QUARTER = "so many quarters"
    WHOLE = "stands by itself"


class Word(NamedTuple):
    """One number word: what it adds to a number, and how."""

    role: Role
    value: int
    ordinal: bool = False
    loose: bool = False
