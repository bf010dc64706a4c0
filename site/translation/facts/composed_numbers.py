"""Polish words that a number begins: „czteroletni”, „dwuipółtysięczny”."""

import re
from fractions import Fraction
from typing import Final

from translation.facts.kinds import Magnitude
from translation.facts.polish_numbers import PREFIXES, ROOTS
from translation.facts.tokens import Quantity, Token

# Of how many letters the beginning of a Polish adjective counts, whatever follows: „trzy” begins „trzymać” too
_TELLING: Final = 6
_FEWEST: Final = 3  # letters
_BEGINNINGS: Final = frozenset(prefix[:_FEWEST] for prefix in (*PREFIXES, "półtora"))
_ONE_AND_A_HALF: Final = Fraction(3, 2)
_COUNTING: Final = re.compile(r"(?!ma)\w+(?:ow|n)(?:y|a|e|ego|ej|emu|ą|ym|ych|ymi)")
_SCALED_ROOTS: Final = (("tysięczn", 1_000), ("milionow", 1_000_000), ("miliardow", 1_000_000_000))


def composed(token: Token) -> Quantity | None:
    """Return the number in „trzydniowy”, „dwunastomiesięczne”, with its unit, or None."""
    if token.low[:_FEWEST] not in _BEGINNINGS:
        return None
    for length in (16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3):
        value: Magnitude | None = (
            _ONE_AND_A_HALF if token.low[:length] == "półtora" else PREFIXES.get(token.low[:length])
        )
        if value is None:
            continue
        rest = token.low[length:]
        if rest.startswith("ipół"):
            value, rest = value + Fraction(1, 2), rest.removeprefix("ipół")
        scale = next((scale for root, scale in _SCALED_ROOTS if rest.startswith(root)), 0)
        if scale:
            return Quantity(value * scale, token.start, token.end, words=True)
        for root, unit in ROOTS:
            if rest.startswith(root):
                return Quantity(value, token.start, token.end, words=True, unit=unit, loose=value == 1)
        if len(rest) > 4 and (length >= _TELLING or (value > 1 and _COUNTING.fullmatch(rest))):
            # „sześciokątny”: the other language may have a word without a number for it
            return Quantity(value, token.start, token.end, words=True, loose=True)
    return None
