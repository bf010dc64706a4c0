"""The pictures of the example set: landscapes, coats of arms and covers. Colours are those of the site's identity."""

from collections.abc import Callable, Sequence
from math import cos, pi, sin

from core.contours import Hill, Point, contour_lines
from core.drawing import AMBER, INK, PAPER, Canvas, mix


def ridge(base: float, swing: float, phase: float, bends: float = 1.6) -> Callable[[float], float]:
    """Return a skyline: the height in pixels at each share of the width."""
    return lambda x: (
        base
        - swing * sin(bends * pi * x + phase)
        - swing * 0.42 * sin(2.7 * bends * pi * x + 1.9 * phase)
        - swing * 0.12 * sin(6.1 * bends * pi * x + 0.7 * phase)
    )


def hill(canvas: Canvas, skyline: Callable[[float], float], fill: str, lines: int = 5, gap: float = 26) -> None:
    """Fill the land below a skyline, with contour lines that follow it and fade."""
    width, height = canvas.size
    xs = [i / 160 for i in range(161)]
    canvas.polygon([*((x * width, skyline(x)) for x in xs), (width, height), (0, height)], fill)
    for number in range(1, lines + 1):
        flat = 1 - 0.07 * number
        level = sum(map(skyline, xs)) / len(xs)
        points = [(x * width, level + (skyline(x) - level) * flat + number * gap) for x in xs]
        canvas.line(points, mix(fill, PAPER, 0.26 * (1 - number / (lines + 1))), 1.6)


def sky(canvas: Canvas, top: str, bottom: str, sun: tuple[float, float, float] | None, disc: str = AMBER) -> None:
    """Fill the ground with bands that pass from one colour to another, and set the sun: x, y and radius."""
    width, height = canvas.size
    bands = 90
    for band in range(bands):
        colour = mix(top, bottom, band / (bands - 1))
        canvas.rectangle(0, height * 0.62 * band / bands, width, height, colour)
    if sun:
        canvas.circle(*sun, fill=mix(disc, bottom, 0.12))


def ribbon(canvas: Canvas, fill: str, start: Point, bends: Sequence[Point], widths: Point) -> None:
    """Draw a river or a road from the horizon to the foot of the picture, wider as it comes nearer.

    `bends` are places (x, y) that it passes; `widths` those at its start and end.
    """
    path = smooth([start, *bends])
    left, right = [], []
    last = len(path) - 1
    for k, (x, y) in enumerate(path):
        half = (widths[0] + (widths[1] - widths[0]) * (k / last) ** 1.7) / 2
        left.append((x - half, y))
        right.append((x + half, y))
    canvas.polygon([*left, *reversed(right)], fill)


def smooth(points: Sequence[Point], parts: int = 24) -> list[Point]:
    """Return a curve through the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    curve = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for k in range(parts):
            t = k / parts
            curve.append(
                tuple(
                    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
            )
    return [*((x, y) for x, y in curve), points[-1]]


def spruce(canvas: Canvas, x: float, foot: float, height: float, fill: str) -> None:
    """Draw a spruce of one colour."""
    for tier in range(3):
        half = height * (0.13 + 0.06 * tier)
        top = foot - height * (1 - 0.26 * tier)
        canvas.polygon([(x, top), (x - half, top + height * 0.42), (x + half, top + height * 0.42)], fill)
    canvas.rectangle(x - height * 0.025, foot - height * 0.12, x + height * 0.025, foot, fill)


def round_tree(canvas: Canvas, x: float, foot: float, size: float, crown: str, trunk: str) -> None:
    """Draw a round tree."""
    canvas.rectangle(x - size * 0.06, foot - size, x + size * 0.06, foot, trunk)
    canvas.circle(x, foot - size * 1.15, size * 0.52, crown)
    canvas.circle(x - size * 0.12, foot - size * 1.25, size * 0.3, mix(crown, PAPER, 0.14))


def cover(ground: str, hills: Sequence[Hill]) -> bytes:
    """Draw a cover: contour lines on a plain ground, below a band left for the eye to rest on."""
    size = (900, 1200)
    canvas = Canvas(size, ground)
    for line in contour_lines(tuple(hills), 13, size):
        canvas.line(line.points, mix(ground, PAPER, 0.62), 2.6)
    canvas.rectangle(70, 84, 214, 92, AMBER)
    canvas.rectangle(70, 1108, 830, 1111, mix(ground, PAPER, 0.62))
    return canvas.save("PNG", 32)


def _shield(canvas: Canvas, inset: float, fill: str) -> None:
    """Fill a shield with a rounded foot, smaller by `inset` on every side."""
    left, right, top = 60 + inset, 540 - inset, 50 + inset
    foot = 650 - inset * 1.25
    bow = [(300 + (right - 300) * cos(t * pi / 48), 360 + (foot - 360) * sin(t * pi / 48)) for t in range(49)]
    canvas.polygon([(left, top), (right, top), *bow], fill)


def coat_of_arms(field: str, charge: Callable[[Canvas], None]) -> bytes:
    """Draw a shield with a charge on a clear ground."""
    canvas = Canvas((600, 700), None)
    _shield(canvas, 0, INK)
    _shield(canvas, 9, PAPER)
    _shield(canvas, 18, field)
    charge(canvas)
    return canvas.save("PNG")
