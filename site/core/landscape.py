"""The land that the association's members share: each member a hill, higher with more people.

The app that knows the members says where they are; any page can show them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sqrt
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from core.contours import Hill, Line, Size, contour_lines
from delivery.caching import generation
from translation.locales import SOURCE_LANGUAGE, locale_of

SIZE: Size = (720, 520)
MARGIN = 110
LEVELS = 16
RISE_HEIGHT, RISE_BREADTH = 0.3, 0.24  # of what each hill stands on: a share of its height, and of the width
NARROWEST, BROADEST = 0.05, 0.13  # hills, as shares of the drawing's width
NAME_GAP, NAME_DROP = 16, 6  # from a place to its name, across and down
TURN = 0.62  # from this share of the width on, names stand to the left of their place
POSITIONS_MEMO = "landscape-positions"
POSITIONS_KEPT = 60  # seconds; a change is seen at once by the process that made it, or where pages are kept by all


@dataclass(frozen=True)
class Place:
    """A member on the map.

    Attributes:
        name: in the reader's language.
        url: of its profile.
        latitude, longitude: in degrees.
        people: how many live there; 0 if not known.
    """

    name: str
    url: str
    latitude: float
    longitude: float
    people: int


class Position(NamedTuple):
    """Where a member is, in degrees, and how many people live there; no names, so it is the same in every language."""

    latitude: float
    longitude: float
    people: int


@dataclass(frozen=True)
class Spot:
    """A place in the drawing, in its units, which SVG wants with a point whatever the reader's language."""

    place: Place
    x: float
    y: float

    @property
    def anchor(self) -> str:
        """Where its name is fastened: names near the right edge stand to the left of their place."""
        return "end" if self.x > SIZE[0] * TURN else "start"

    @property
    def svg_x(self) -> str:
        return f"{self.x:.1f}"

    @property
    def svg_y(self) -> str:
        return f"{self.y:.1f}"

    @property
    def name_x(self) -> str:
        return f"{self.x + (-NAME_GAP if self.anchor == 'end' else NAME_GAP):.1f}"

    @property
    def name_y(self) -> str:
        return f"{self.y + NAME_DROP:.1f}"


@dataclass(frozen=True)
class Landscape:
    """What `components/contour_map.html` draws."""

    spots: Sequence[Spot]
    lines: Sequence[Line]
    width: int = SIZE[0]
    height: int = SIZE[1]


Provider = Callable[[Locale], Sequence[Place]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Offer places; `provider` gets the reader's locale and asks the database once."""
    _providers.append(provider)


def landscape(locale: Locale) -> Landscape | None:
    """Return the land of all places that readers of a language may see, or None without any."""
    places = [place for provider in _providers for place in provider(locale)]
    return landscape_of(places) if places else None


def landscape_of(places: Sequence[Place]) -> Landscape:
    """Return the land of at least one place."""
    points = projected(tuple((place.latitude, place.longitude) for place in places))
    hills = hills_at(points, tuple(place.people for place in places))
    spots = [Spot(place, x, y) for place, (x, y) in zip(places, points, strict=True)]
    return Landscape(spots, contour_lines(in_one_land(hills), LEVELS, SIZE))


def in_one_land(hills: tuple[Hill, ...]) -> tuple[Hill, ...]:
    """Return the hills, each on a broad and low rise, so that lines go round all of them and not each alone."""
    return (*hills, *((x, y, height * RISE_HEIGHT, RISE_BREADTH) for x, y, height, _breadth in hills))


def positions() -> tuple[Position, ...]:
    """Return the positions of all members that readers of the source language may see, asked now, in one query."""
    locale = locale_of(SOURCE_LANGUAGE)
    return tuple(
        Position(place.latitude, place.longitude, place.people) for provider in _providers for place in provider(locale)
    )


def known_positions() -> tuple[Position, ...]:
    """Return the same from the cache, without a query."""
    return cache.get_or_set(POSITIONS_MEMO, positions, POSITIONS_KEPT) or ()


def forget_positions(**_kwargs: Any) -> None:
    """Have the positions asked again, once what is being saved is there to be read."""
    transaction.on_commit(_forget_now)


def _forget_now(**_kwargs: Any) -> None:
    cache.delete(POSITIONS_MEMO)


def connect() -> None:
    """Have the positions asked again whenever a page comes, goes or is hidden."""
    for signal in (page_published, page_unpublished):
        signal.connect(forget_positions, dispatch_uid="core.landscape")
    for signal in (post_save, post_delete):
        signal.connect(forget_positions, sender=PageViewRestriction, dispatch_uid="core.landscape")
    generation.changed.connect(_forget_now, dispatch_uid="core.landscape.generation")


@lru_cache(maxsize=16)
def projected(
    places: tuple[tuple[float, float], ...], size: Size = SIZE, margin: float = MARGIN
) -> tuple[tuple[float, float], ...]:
    """Return where places lie in a drawing, in its units, in their true relation; north is up.

    Args:
        places: latitude and longitude of each, in degrees.
        size: of the drawing.
        margin: kept free on every side.
    """
    middle = sum(latitude for latitude, _longitude in places) / len(places)
    flat = [(longitude * cos(radians(middle)), -latitude) for latitude, longitude in places]
    (left, top), (right, bottom) = (tuple(pick(axis) for axis in zip(*flat, strict=True)) for pick in (min, max))
    scale = min(
        (size[0] - 2 * margin) / max(right - left, 1e-6),
        (size[1] - 2 * margin) / max(bottom - top, 1e-6),
    )
    return tuple(
        (size[0] / 2 + (x - (left + right) / 2) * scale, size[1] / 2 + (y - (top + bottom) / 2) * scale)
        for x, y in flat
    )


def hills_at(points: Sequence[tuple[float, float]], people: Sequence[int]) -> tuple[Hill, ...]:
    """Return a hill for each point: from a third of the full height up, as broad as its neighbours allow.

    Args:
        points: in the units of the drawing.
        people: how many live at each.
    """
    most = max(*people, 1)
    width = SIZE[0]
    hills = []
    for number, ((x, y), count) in enumerate(zip(points, people, strict=True)):
        others = [hypot(x - ox, y - oy) for other, (ox, oy) in enumerate(points) if other != number]
        breadth = min(max(min(others, default=width) / width * 0.5, NARROWEST), BROADEST)
        hills.append((x / width, y / width, 0.35 + 0.65 * sqrt(count / most), breadth))
    return tuple(hills)
