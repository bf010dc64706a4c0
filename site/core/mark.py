"""The mark of the association: its members' land in a disc, as contour lines with a dot on each hill.

One drawing serves all: a page's header as SVG, the icons of browsers, and the pictures of pages. Its lines end at a
circle, so it needs no clipping, which SVG does by an id that a page may hold once only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import dist, hypot, sqrt

from core.contours import Hill, Line, Point, contour_lines
from core.drawing import AMBER, FOREST, PAPER, Canvas, mix
from core.landscape import Position, projected

SIZE = 256
MIDDLE = SIZE / 2
GROUND, INK, ACCENT = FOREST, mix(FOREST, PAPER, 0.72), AMBER
RIM = 122.0  # radius at which the lines end
REACH = 76.0  # radius within which the hills stand
STEP = 8
LEVELS = 4
LINE_WIDTH, DOT, GAP = 7, 14, 6  # a gap around each dot keeps it clear of the lines
NEAREST = 3.0  # of two points of a line
SHORTEST = 5  # points of a line; what the rim leaves of a shorter one is a speck
# So many hills, and so far apart, can be told from each other at 32 pixels
MOST_HILLS = 5
APART = 50.0
NARROWEST, BROADEST = 0.1, 0.19  # hills, as shares of the width
LOWEST = 0.35  # of the hill of a place where next to nobody lives, as a share of the highest
# The land of an association that has not told yet where its members are: shares of the width, as for any hill
DEFAULT_HILLS: tuple[Hill, ...] = (
    (0.32, 0.36, 1.0, 0.14),
    (0.7, 0.42, 0.85, 0.13),
    (0.46, 0.73, 0.9, 0.13),
)


@dataclass(frozen=True)
class Dot:
    """Where a hill is, in the units of the drawing, which SVG wants with a point whatever the reader's language."""

    x: float
    y: float

    @property
    def svg_x(self) -> str:
        return f"{self.x:.1f}"

    @property
    def svg_y(self) -> str:
        return f"{self.y:.1f}"


@dataclass(frozen=True)
class Mark:
    """What is drawn on the disc.

    Attributes:
        lines: contour lines, the lowest first.
        dots: the tops of the hills.
    """

    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]
    size: int = SIZE
    middle: int = SIZE // 2
    line_width: int = LINE_WIDTH
    dot_radius: int = DOT
    gap: int = 2 * GAP  # the width of a line around a dot, half of which the dot covers


def mark(positions: Sequence[Position]) -> Mark:
    """Return the mark of members at some positions; one of three hills without any."""
    return _drawn(_hills(tuple(positions)) if positions else DEFAULT_HILLS)


def paint(canvas: Canvas, drawing: Mark, left: float, top: float, size: float) -> None:
    """Draw a mark on a canvas, `size` pixels wide."""
    scale = size / SIZE

    def at(point: Point) -> Point:
        return left + point[0] * scale, top + point[1] * scale

    canvas.circle(*at((MIDDLE, MIDDLE)), size / 2, GROUND)
    for line in drawing.lines:
        canvas.line([at(point) for point in line.rounded], INK, LINE_WIDTH * scale)
    for dot in drawing.dots:
        canvas.circle(*at((dot.x, dot.y)), (DOT + GAP) * scale, GROUND)
        canvas.circle(*at((dot.x, dot.y)), DOT * scale, ACCENT)


def _hills(positions: tuple[Position, ...]) -> tuple[Hill, ...]:
    """Return the hills of the members with most people, as far as they stand apart."""
    points = _within_reach(projected(tuple((each.latitude, each.longitude) for each in positions), (SIZE, SIZE), 0))
    chosen: dict[Point, int] = {}
    for point, position in sorted(zip(points, positions, strict=True), key=lambda pair: (-pair[1].people, pair)):
        if len(chosen) < MOST_HILLS and all(hypot(point[0] - x, point[1] - y) >= APART for x, y in chosen):
            chosen[point] = position.people
    places, most = _within_reach(tuple(chosen)), max(*chosen.values(), 1)
    return tuple(
        (x / SIZE, y / SIZE, LOWEST + (1 - LOWEST) * sqrt(people / most), _breadth((x, y), places))
        for (x, y), people in zip(places, chosen.values(), strict=True)
    )


def _breadth(place: Point, places: Sequence[Point]) -> float:
    """Return how broad a hill may be beside the nearest other, as a share of the width."""
    nearest = min((dist(place, other) for other in places if other != place), default=SIZE)
    return min(max(nearest / SIZE / 2, NARROWEST), BROADEST)


def _within_reach(points: Sequence[Point]) -> list[Point]:
    """Return the points around the middle of the disc, the farthest as far from it as `REACH` allows."""
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
    from_middle = [(x - (left + right) / 2, y - (top + bottom) / 2) for x, y in points]
    farthest = max(hypot(x, y) for x, y in from_middle)
    scale = REACH / farthest if farthest else 0
    return [(MIDDLE + x * scale, MIDDLE + y * scale) for x, y in from_middle]


@lru_cache(maxsize=8)
def _drawn(hills: tuple[Hill, ...]) -> Mark:
    lines = contour_lines(hills, LEVELS, (SIZE, SIZE), STEP)
    within = [Line(line.level, _thinned(part)) for line in lines for part in _parts_within(line.points)]
    return Mark(
        tuple(line for line in within if len(line.points) >= SHORTEST),
        tuple(Dot(x * SIZE, y * SIZE) for x, y, _height, _breadth in hills),
    )


def _thinned(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return a line without the points so near to the one before that a path, in whole units, would turn back there."""
    kept = [points[0]]
    for point in points[1:-1]:
        if dist(point, kept[-1]) >= NEAREST and dist(point, points[-1]) >= NEAREST:
            kept.append(point)
    return (*kept, points[-1])


def _parts_within(points: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    """Yield the parts of a line that lie within the rim, with ends on it."""
    outside = next((number for number, point in enumerate(points) if _distance(point) > RIM), None)
    if outside is None:
        yield points
        return
    if points[0] == points[-1]:  # begin where it is outside, so that no part is cut where the line happens to begin
        points = (*points[outside:-1], *points[: outside + 1])
    part: list[Point] = [points[0]] if _distance(points[0]) <= RIM else []
    for start, end in pairwise(points):
        enters, leaves = _distance(start) > RIM >= _distance(end), _distance(start) <= RIM < _distance(end)
        if enters or leaves:
            part.append(_at_rim(start, end))
        if _distance(end) <= RIM:
            part.append(end)
        elif part:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)


def _distance(point: Point) -> float:
    return hypot(point[0] - MIDDLE, point[1] - MIDDLE)


def _at_rim(start: Point, end: Point) -> Point:
    """Return the place between two points, near enough for a short way, at which they pass the rim."""
    share = (RIM - _distance(start)) / (_distance(end) - _distance(start))
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
