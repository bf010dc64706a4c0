"""A part of the audit's grids that leaves no pair of values out, for tests that run at every change."""

from collections.abc import Iterable, Iterator

from tools.audit.addresses import LANGUAGES, Address
from tools.audit.tabs import LOOKS, WIDTHS, Look


def numbered(addresses: Iterable[Address]) -> Iterator[tuple[int, Address]]:
    """Yield the addresses with their numbers in their own language, which the same kinds share in both."""
    reached = dict.fromkeys(LANGUAGES, 0)
    for address in addresses:
        yield reached[address.language], address
        reached[address.language] += 1


def in_one_language(addresses: Iterable[Address]) -> list[Address]:
    """Return each kind of page once, the first in Polish, the next in English, and so on."""
    return [
        address for number, address in numbered(addresses) if LANGUAGES[number % len(LANGUAGES)] == address.language
    ]


def views(addresses: Iterable[Address]) -> Iterator[tuple[Address, Look, int]]:
    """Yield addresses with looks and widths.

    Between its two languages a kind of page is seen in every look and at every width; between all kinds every look is
    seen at every width and in either language. A state of a list, which is another page's with other rows, has one view
    a language.
    """
    for number, address in numbered(addresses):
        first = (number + LANGUAGES.index(address.language)) % 2
        for place in range(first, len(LOOKS), 2) if address.is_page else [(number * 2 + first) % len(LOOKS)]:
            yield address, LOOKS[place], WIDTHS[(number + place) % len(WIDTHS)]
