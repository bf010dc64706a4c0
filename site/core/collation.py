"""The order of the Polish alphabet, the same on every machine and database.

SQLite sorts by code points, which puts Łódź after Żory; PostgreSQL depends on the locales of the system it runs on.
"""

import unicodedata
from collections.abc import Iterable

ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_PLACES = {letter: place for place, letter in enumerate(ALPHABET)}

# What stands at a place of a word, in the order in which it sorts
_SPACE, _SIGN, _DIGIT, _LETTER, _OTHER = range(5)

Key = tuple[tuple[tuple[int, int], ...], str, str]


def polish_key(text: str) -> Key:
    """Return a sort key by the Polish alphabet: ł after l, ś after s, ź and ż last.

    Spaces come before signs, digits and letters. Letters of other languages stand with the letter they are made from
    (é with e), others after the alphabet. Case and such marks decide only between words that are otherwise equal, the
    small letter and the bare one first.
    """
    normal = unicodedata.normalize("NFC", text)
    return tuple(_places(normal.casefold())), normal.casefold(), normal.swapcase()


def _places(text: str) -> Iterable[tuple[int, int]]:
    for character in text:
        if character in _PLACES:
            yield _LETTER, _PLACES[character]
            continue
        base = unicodedata.normalize("NFD", character)[0]
        if base in _PLACES:
            yield _LETTER, _PLACES[base]
        elif character.isspace():
            yield _SPACE, 0
        elif character.isdecimal():
            yield _DIGIT, unicodedata.decimal(character)
        elif character.isalpha():
            yield _OTHER, ord(character)
        else:
            yield _SIGN, ord(character)
