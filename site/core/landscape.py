"""The land that the association's members share: each member a hill, higher with more people.

The app that knows the members says where they are; any page can show them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sqrt

from wagtail.models import Locale

from core.contours import Hill, Line, Size, contour_lines

SIZE: Size = (720, 520)
MARGIN = 110
LEVELS = 16
NARROWEST, BROADEST = 0.05, 0.13  # hills, as shares of the drawing's width
RISE_HEIGHT, RISE_BREADTH = 0.3, 0.24  # of what each hill stands on: a share of its height, and of the width
NAME_GAP, NAME_DROP = 16, 6  # from a place to its name, across and down
TURN = 0.62  # from this share of the width on, names stand to the left of their place


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
    if not places:
        return None
    points = projected(tuple((place.latitude, place.longitude) for place in places))
    hills = hills_at(points, tuple(place.people for place in places))
    spots = [Spot(place, x, y) for place, (x, y) in zip(places, points, strict=True)]
    return Landscape(spots, contour_lines(hills, LEVELS, SIZE))


@lru_cache(maxsize=16)
def projected(positions: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """Return where places lie in the drawing, in its units, in their true relation; north is up.

    Args:
        positions: latitude and longitude of each, in degrees.
    """
    middle = sum(latitude for latitude, _longitude in positions) / len(positions)
    flat = [(longitude * cos(radians(middle)), -latitude) for latitude, longitude in positions]
    (left, top), (right, bottom) = (tuple(pick(axis) for axis in zip(*flat, strict=True)) for pick in (min, max))
    scale = min(
        (SIZE[0] - 2 * MARGIN) / max(right - left, 1e-6),
        (SIZE[1] - 2 * MARGIN) / max(bottom - top, 1e-6),
    )
    return tuple(
        (SIZE[0] / 2 + (x - (left + right) / 2) * scale, SIZE[1] / 2 + (y - (top + bottom) / 2) * scale)
        for x, y in flat
    )


def hills_at(points: Sequence[tuple[float, float]], people: Sequence[int]) -> tuple[Hill, ...]:
    """Return a hill for each point, from a third of the full height up, as broad as its neighbours allow.

    Each stands on a broad and low rise, so that together they lie in one land.

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
        height = 0.35 + 0.65 * sqrt(count / most)
        hills.append((x / width, y / width, height, breadth))
        hills.append((x / width, y / width, height * RISE_HEIGHT, RISE_BREADTH))
    return tuple(hills)
