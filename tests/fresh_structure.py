"""The structure of the site as the test database holds it now, each page read when a test first asks for it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from wagtail.models import Page

from content.structure import Structure
from home.models import HomePage

T = TypeVar("T", bound=Page)


class FreshPages(Mapping[str, Page]):
    """Pages by their keys, in the order that they were loaded in."""

    def __init__(self, loaded: Mapping[str, Page]) -> None:
        self._loaded = loaded
        self._read: dict[str, Page] = {}

    def __getitem__(self, key: str) -> Page:
        if key not in self._read:
            self._read[key] = read_again(self._loaded[key])
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)


class FreshStructure:
    """What `Structure` is, of one language, for one test."""

    def __init__(self, loaded: Structure) -> None:
        self._loaded = loaded
        self.sections = FreshPages(loaded.sections)
        self.goals = FreshPages(loaded.goals)
        self.areas = FreshPages(loaded.areas)

    @cached_property
    def home(self) -> HomePage:
        """The home page."""
        return read_again(self._loaded.home)


def read_again(page: T) -> T:
    """Return a page of the structure as the database holds it."""
    return type(page)._default_manager.get(pk=page.pk)


def fresh(loaded: Mapping[str, Structure]) -> dict[str, FreshStructure] | None:
    """Return the structure by language; None if it is not in the database any more."""
    homes = [structure.home.pk for structure in loaded.values()]
    if Page.objects.filter(pk__in=homes).count() < len(homes):
        return None
    return {language: FreshStructure(structure) for language, structure in loaded.items()}
