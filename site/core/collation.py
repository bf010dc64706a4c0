"""The order of the Polish alphabet, the same on every machine and database.

SQLite sorts by code points, which puts Łódź after Żory; PostgreSQL depends on the locales of the system it runs on.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, overload

from wagtail.query import PageQuerySet

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


class PagesByTitle(Sequence[Any]):
    """Pages by the Polish order of their titles, of which only the part that is asked for is loaded.

    Takes one query for the titles and one for each slice, so it can stand in Django's Paginator.
    """

    def __init__(self, pages: PageQuerySet, *, by_first: str = "") -> None:
        """Sort `pages`.

        Args:
            pages: what is to be sorted; its own ordering does not matter.
            by_first: name of a field or annotation that counts before the title, with "-" in front for highest first.
        """
        self._pages = pages
        name = by_first.removeprefix("-")
        rows = sorted(
            pages.order_by("pk").values_list("pk", "title", *([name] if name else [])),
            key=lambda row: polish_key(row[1]),
        )
        if name:
            rows.sort(key=itemgetter(2), reverse=by_first != name)
        self._keys = [row[0] for row in rows]

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, int):
            return self[place : place + 1 or None][0]
        keys = self._keys[place]
        found = {page.pk: page for page in self._pages.filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]
