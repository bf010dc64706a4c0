"""A text as a row of tokens: words, numbers, signs, and what was recognised as a whole before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translation.facts.kinds import Fact, Magnitude

# Letters with what English leaves out (don't, o'clock) or a superscript (m²); a number with its separators, which may
# be spaces before each three digits; signs one by one
_TOKEN = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+(?![\d.,]*\d))?"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was written.

    Attributes:
        value: of the whole.
        start, end: where it stands in the text.
        scale: by what its words or signs multiply: 1000000 for „5 mln”.
        ordinal: „trzeci”, "3rd".
        words: it has no digits.
        loose: see `Fact`.
        dotted: hours and minutes, or day and month, if it could be that: „7.30”.
        plain: digits without separators, scale or sign: what a day or a year is.
        unit: what the word itself counts in: „trzydniowy”.
        also: another value it may have: "a third".
    """

    value: Magnitude
    start: int
    end: int
    scale: int = 1
    ordinal: bool = False
    words: bool = False
    loose: bool = False
    dotted: tuple[int, int] | None = None
    plain: bool = False
    roman: bool = False
    unit: str = ""
    also: tuple[Magnitude, ...] = ()


class Token:
    """One token: a word, a sign, a number that was read, or a fact that was recognised as a whole.

    Attributes:
        text: as written.
        low: the same in small letters, with straight apostrophes.
        start, end: where it stands.
        gap: whether space stands before it.
        quantity: if it is a number.
        fact: if it was recognised as a whole.
    """

    __slots__ = ("end", "fact", "gap", "low", "quantity", "start", "text")

    def __init__(self, text: str, start: int, end: int, gap: bool) -> None:
        self.text = text
        self.low = text.lower().replace("’", "'")
        self.start = start
        self.end = end
        self.gap = gap
        self.quantity: Quantity | None = None
        self.fact: Fact | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters, and not part of a number."""
        return self.quantity is None and self.fact is None and self.text[0].isalpha()

    def __repr__(self) -> str:
        return f"<{self.text}>"


def tokens_of(text: str, whole: Iterable[Fact]) -> list[Token]:
    """Return the tokens of a text, with one for each fact that was recognised before, in the order of the text."""
    tokens: list[Token] = []
    position = 0
    for fact in whole:
        _add(tokens, text, position, fact.start)
        token = Token(fact.text, fact.start, fact.end, _gap(text, fact.start))
        token.fact = fact
        tokens.append(token)
        position = fact.end
    _add(tokens, text, position, len(text))
    return tokens


def _add(tokens: list[Token], text: str, start: int, end: int) -> None:
    for found in _TOKEN.finditer(text, start, end):
        tokens.append(Token(found[0], found.start(), found.end(), _gap(text, found.start())))


def _gap(text: str, start: int) -> bool:
    return start == 0 or text[start - 1].isspace()
