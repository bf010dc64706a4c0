"""What of a text counts when it is compared with another one."""

import re
import unicodedata
from hashlib import blake2b

INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
MARKS = re.compile("[\u0300-\u036f]")
NUMBER = re.compile(r"\d+(?:[.,:/]\d+| \d{3}(?!\d))*")


def normalised(text: str) -> str:
    """Return a text as it is looked up: one kind of space, nothing invisible, letters in one way of writing them."""
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def shape(text: str) -> str:
    """Return what of a text is compared: small letters, and a nought in place of every number."""
    return NUMBER.sub("0", normalised(text).casefold())


def numbers(text: str) -> list[str]:
    """Return the numbers of a text as they are written, in their order."""
    return [found.replace(" ", "") for found in NUMBER.findall(normalised(text))]


def has_letters(text: str) -> bool:
    """Whether a text says anything in words."""
    return any(map(str.isalpha, text))


def fold(text: str) -> str:
    """Return a text without capitals and diacritics, as it is searched."""
    return MARKS.sub("", unicodedata.normalize("NFKD", normalised(text).casefold().replace("ł", "l")))


def source_key(text: str) -> int:
    """Return 64 bits that tell a text from others, with a sign, as databases store them."""
    return _key(normalised(text))


def target_key(text: str, source_markup: str, target_markup: str) -> int:
    """Return the same of a translation, its markup and that of its source."""
    return _key("\0".join((normalised(text), source_markup, target_markup)))


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
