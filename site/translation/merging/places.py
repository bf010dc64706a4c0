"""Three versions of one value, and the place in a page where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.utils.functional import Promise
from django.utils.text import capfirst, format_lazy

Path = tuple[str, ...]
Label = str | Promise
SEPARATOR = " › "


class _Missing:
    """Stands for a value that is not there, which None is not."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final[Any] = _Missing()


class Three(NamedTuple):
    """A value as it was in Polish, as it is in Polish, and as it is in English; `MISSING` where it is not."""

    base: Any
    source: Any
    target: Any

    def each(self, change: Callable[[Any], Any]) -> "Three":
        """Return what a function makes of each of the values that are there."""
        return Three(*(MISSING if value is MISSING else change(value) for value in self))

    def member(self, name: Any) -> "Three":
        """Return what each holds under a name; nothing where it is no dictionary."""
        return Three(*(value.get(name, MISSING) if isinstance(value, dict) else MISSING for value in self))

    def at(self, places: "Three") -> "Three":
        """Return the item of each list at a place of its own; nothing where the place is None."""
        pairs = zip(self, places, strict=True)
        return Three(*(MISSING if place is None else value[place] for value, place in pairs))


@dataclass(frozen=True)
class Place:
    """Where a value stands: `path` as in `translation.segments`, `labels` as the editor calls each step of it."""

    path: Path = ()
    labels: tuple[Label, ...] = ()

    def child(self, name: str, label: Label) -> "Place":
        """Return the place of something inside."""
        return Place((*self.path, name), (*self.labels, label))

    def item(self, name: str, label: Label, number: int) -> "Place":
        """Return the place of an item of a list, `number` from 0."""
        return self.child(name, format_lazy("{} ({})", label, number + 1))

    def cell(self, *labels: Label) -> "Place":
        """Return a place that has labels of its own, but the same path: a part of a table."""
        return Place(self.path, (*self.labels, *labels))

    @property
    def label(self) -> str:
        """The labels in words, from the outside in."""
        return SEPARATOR.join(capfirst(str(label)) for label in self.labels if label)
