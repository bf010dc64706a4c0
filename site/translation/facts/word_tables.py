"""How the lists of words in this package are written: in rows, each with what its words stand for."""

from collections.abc import Iterator


def words(text: str) -> frozenset[str]:
    """Return the words of a text, as it is parted by spaces."""
    return frozenset(text.split())


def rows(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the first word of each row that is not empty, and the others."""
    for row in filter(str.strip, text.splitlines()):
        first, *others = row.split()
        yield first, others


def numbered(text: str) -> dict[str, int]:
    """Return each word with the number that its row begins with."""
    return {word: int(number) for number, others in rows(text) for word in others}


def named(text: str) -> dict[str, str]:
    """Return each word with the name that its row begins with; a row may repeat a name."""
    return {word: name for name, others in rows(text) for word in others}


def by_beginning(table: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Return beginnings of words with their names, in lists by their first three letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    for beginning, name in table.items():
        found.setdefault(beginning[:3], []).append((beginning, name))
    return found
