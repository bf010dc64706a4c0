"""Contour lines of a land of bell-shaped hills: the motif of the site, of which its maps and covers are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import exp

Point = tuple[float, float]
Size = tuple[int, int]  # width and height
Hill = tuple[float, float, float, float]  # centre x and y, height, width: all as shares of the picture's width

STEP = 12


@dataclass(frozen=True)
class Line:
    """One contour line.

    Attributes:
        level: 1 for the lowest.
        points: in pixels, in order; the first is repeated at the end of a line that closes.
    """

    level: int
    points: tuple[Point, ...]

    @property
    def is_bold(self) -> bool:
        """Whether it is one of the lines that maps draw thicker, to be counted by."""
        return self.level % 4 == 0

    @cached_property
    def path(self) -> str:
        """The line as the data of an SVG path, through the middles of its parts, which rounds its corners."""
        closed = self.points[0] == self.points[-1]
        points = [*self.points, self.points[1]] if closed else self.points
        middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points)]
        start = middles[0] if closed else points[0]
        bends = [
            f"{x:.0f} {y:.0f} {mx:.1f} {my:.1f}" for (x, y), (mx, my) in zip(points[1:], middles[1:], strict=False)
        ]
        return f"M{start[0]:.1f} {start[1]:.1f}" + ("Q" + " ".join(bends) if bends else "") + ("Z" if closed else "")

    @property
    def rounded(self) -> tuple[Point, ...]:
        """The line with its corners cut twice, for a pen that draws straight pieces only."""
        points = self.points
        for _time in range(2):
            cut = [point for a, b in pairwise(points) for point in (_between(a, b, 0.25), _between(a, b, 0.75))]
            points = (*cut, cut[0]) if points[0] == points[-1] else (points[0], *cut, points[-1])
        return points


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


@lru_cache(maxsize=64)
def contour_lines(hills: tuple[Hill, ...], levels: int, size: Size, step: int = STEP) -> tuple[Line, ...]:
    """Return the contour lines of some hills, the lowest first; none without hills.

    Args:
        hills: where they stand and how high.
        levels: how many lines between the plain and the highest hill.
        size: of the picture, in pixels.
        step: distance in pixels between the points at which the height is taken.
    """
    segments: dict[int, list[tuple[Point, Point]]] = {}
    for level, start, end in _segments(hills, levels, size, step) if hills else ():
        segments.setdefault(level, []).append((start, end))
    return tuple(
        Line(level, tuple(points))
        for level in sorted(segments)
        for points in _joined(segments[level])
        if len(points) > 2
    )


def _segments(hills: Sequence[Hill], levels: int, size: Size, step: int) -> Iterator[tuple[int, Point, Point]]:
    """Yield the level and the ends of each piece of a line that crosses one cell of the grid (marching squares)."""
    width, height = size
    columns, rows = width // step + 2, height // step + 2

    def at(x: float, y: float) -> float:
        return sum(h * exp(-(((x - cx) ** 2 + (y - cy) ** 2) / (2 * w * w))) for cx, cy, h, w in hills)

    grid = [[at(i * step / width, j * step / width) for i in range(columns)] for j in range(rows)]
    top = max(map(max, grid))
    for level in range(1, levels + 1):
        limit = top * level / (levels + 1)
        for j in range(rows - 1):
            for i in range(columns - 1):
                corners = (grid[j][i], grid[j][i + 1], grid[j + 1][i + 1], grid[j + 1][i])
                if min(corners) < limit <= max(corners):
                    for start, end in _crossings(corners, limit, i * step, j * step, step):
                        yield level, start, end


def _crossings(corners: Sequence[float], limit: float, x: int, y: int, step: int) -> Iterator[tuple[Point, Point]]:
    """Yield the ends of the pieces of one line in one cell, whose corners go round from its upper left."""
    places = ((x, y), (x + step, y), (x + step, y + step), (x, y + step))
    crossings = []
    for k in range(4):
        a, b = corners[k], corners[(k + 1) % 4]
        if (a < limit) != (b < limit):
            share = (limit - a) / (b - a)
            (ax, ay), (bx, by) = places[k], places[(k + 1) % 4]
            crossings.append((round(ax + (bx - ax) * share, 2), round(ay + (by - ay) * share, 2)))
    yield from zip(crossings[::2], crossings[1::2], strict=True)


def _joined(segments: list[tuple[Point, Point]]) -> Iterator[list[Point]]:
    """Yield lines made of the segments that share their ends."""
    at: dict[Point, list[tuple[Point, Point]]] = {}
    for segment in segments:
        for end in segment:
            at.setdefault(end, []).append(segment)
    left = dict.fromkeys(segments)
    # Lines that leave the picture begin at an end that no other segment shares
    starts = [end for end, meeting in at.items() if len(meeting) == 1]
    for start in [*starts, *at]:
        points = [start]
        while meeting := [each for each in at[points[-1]] if each in left]:
            first, second = meeting[0]
            del left[meeting[0]]
            points.append(second if first == points[-1] else first)
        if len(points) > 1:
            yield points
