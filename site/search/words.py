"""What a reader typed, taken apart to plain words before any database sees it."""

import re
import unicodedata
from dataclasses import dataclass

MAX_LENGTH = 200
MAX_WORDS = 12
# Both databases take anything else for a separator, an operator or an error
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Query:
    """A query as readers see it again, and the words that are looked for.

    Attributes:
        text: what was typed, without control characters, no longer than `MAX_LENGTH`.
        words: its words, at most `MAX_WORDS`.
        shortened: whether anything was left out.
    """

    text: str
    words: tuple[str, ...]
    shortened: bool


def take_apart(typed: str) -> Query:
    """Return the plain words of a query. Quotes, operators and punctuation only separate words."""
    cut = typed[:MAX_LENGTH]
    plain = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in cut)
    text = " ".join(unicodedata.normalize("NFC", plain).split())
    words = _WORD.findall(text)
    return Query(text, tuple(words[:MAX_WORDS]), len(typed.strip()) > MAX_LENGTH or len(words) > MAX_WORDS)
