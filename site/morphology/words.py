"""The words of a text, and what is left of a word when its case and its marks do not count."""

import re
import unicodedata
from typing import NamedTuple

from anyascii import anyascii

SOFT_HYPHEN = "\u00ad"
# Letters and digits, with the marks that decomposed letters carry and with apostrophes inside: council's, Kennedy'ego
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{SOFT_HYPHEN}]|['’](?=[^\W_]))*")
_NOT_PLAIN = re.compile(r"[^\w]|_")


class Word(NamedTuple):
    """A word as it stands in a text, from `start` up to, but without, `end`."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text in their order. Hyphens separate words, an apostrophe between letters does not."""
    return [Word(found.group(), *found.span()) for found in _WORD.finditer(text)]


def normal(word: str) -> str:
    """Return a word in small, composed letters, with a straight apostrophe and without soft hyphens."""
    plain = word.replace(SOFT_HYPHEN, "").replace("’", "'")
    return unicodedata.normalize("NFC", plain).lower()


def folded_text(text: str) -> str:
    """Return a text as it is searched by those who leave capitals and marks out; everything else stays."""
    return anyascii(text).casefold()


def folded(word: str) -> str:
    """Return the small letters and digits of ASCII that a word is written with by those who leave its marks out.

    A word of which nothing would be left is returned as it is.
    """
    return _NOT_PLAIN.sub("", anyascii(word).lower()) or word
