"""An account of what people did, kept beside the site and without asking it: what they wrote, and what they said."""

from collections import defaultdict
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, NamedTuple, Self

from tests.translation.any_order.sentences import lines

Words = tuple[str, ...]


class Said(NamedTuple):
    """Somebody said of these words of an English page that they are true to a Polish revision."""

    page: int
    words: Words
    polish_revision: int


class Account:
    """What people wrote into English pages and what they said of them."""

    def __init__(self) -> None:
        # By page, what its sentences are about that nobody has taken out who had them in front of them
        self.written: dict[int, set[str]] = defaultdict(set)
        self.said: set[Said] = set()
        self.submitted: dict[int, int] = {}  # the Polish revision that an English page was submitted with

    def copy(self) -> Self:
        """Return the same account, to be continued otherwise."""
        return deepcopy(self)

    def wrote(self, page: int, seen: set[str], written: set[str]) -> None:
        """Note that somebody who saw some sentences of a page wrote others in their place, or kept them."""
        self.written[page] -= seen - written
        self.written[page] |= written

    def said_true(self, page: int, content: Mapping[str, Any], polish_revision: int) -> None:
        """Note what somebody said."""
        self.said.add(Said(page, words_of(content), polish_revision))


def words_of(content: Mapping[str, Any]) -> Words:
    """Return the sentences of a page, whatever their order."""
    return tuple(sorted(lines(content)))
