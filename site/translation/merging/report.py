"""What a merge does to an English page, and what of its texts has no place any more."""

from dataclasses import dataclass, field
from enum import StrEnum

from translation.merging.places import Path, Place


class What(StrEnum):
    """What happens at one place.

    - NEW: it comes in with its Polish words.
    - GONE: it goes, as it did in Polish.
    - MOVED: it takes the place that it has in Polish.
    - REPLACED: Polish words that nobody had translated give way to the new Polish words.
    - TAKEN: something that is no words, and was as in Polish, is as in Polish again.
    - AGAIN: the Polish words have changed; the English ones stay and have to be translated again.
    - KEPT: something that is no words has changed in Polish, but differs in English on purpose, and stays.
    - REMOVED: it is in Polish, was removed in English on purpose, and stays removed.
    """

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    REPLACED = "replaced"
    TAKEN = "taken"
    AGAIN = "again"
    KEPT = "kept"
    REMOVED = "removed"


@dataclass(frozen=True)
class Change:
    """One thing that happens, or of which somebody has to know.

    `before` and `after` are the Polish texts, as plain text; for GONE, `before` is the English text.
    """

    what: What
    path: Path
    label: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Left:
    """An English text whose Polish counterpart is gone. `markup` is its HTML, if it is rich text."""

    path: Path
    label: str
    text: str
    markup: str = ""


@dataclass
class Report:
    """All of what a merge does, list by list and value by value."""

    changes: list[Change] = field(default_factory=list)
    leftovers: list[Left] = field(default_factory=list)

    def note(self, what: What, place: Place, before: str = "", after: str = "") -> None:
        """Add a change."""
        self.changes.append(Change(what, place.path, place.label, before, after))

    def leave(self, place: Place, text: str, markup: str = "") -> None:
        """Add an English text that has no place."""
        self.leftovers.append(Left(place.path, place.label, text, markup))

    def of(self, *kinds: What) -> list[Change]:
        """Return the changes of some kinds."""
        return [change for change in self.changes if change.what in kinds]

    @property
    def to_translate(self) -> list[Change]:
        """Where there are Polish words to be translated, for the first time or again."""
        return self.of(What.NEW, What.REPLACED, What.AGAIN)
