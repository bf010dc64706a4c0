"""Covers for publications that have none: contour lines on one of four grounds, always the same for the same one."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from core.contours import Hill, Line, Size, contour_lines

GROUNDS = ("river", "forest", "brick", "plum")
SIZE: Size = (300, 400)
LEVELS = 9
STEP = 14


@dataclass(frozen=True)
class DrawnCover:
    """What `components/drawn_cover.html` draws. `ground` is one of `GROUNDS`."""

    ground: str
    lines: Sequence[Line]
    width: int = SIZE[0]
    height: int = SIZE[1]


def drawn_cover(number: int) -> DrawnCover:
    """Return the cover of a publication by a number that stays: hills in the lower part, where no title stands."""
    chance = Random(number)  # noqa: S311 - a drawing, no secret
    hills: tuple[Hill, ...] = tuple(
        (chance.uniform(0.1, 0.9), chance.uniform(0.65, 1.2), chance.uniform(0.6, 1), chance.uniform(0.16, 0.26))
        for _hill in range(3)
    )
    return DrawnCover(GROUNDS[number % len(GROUNDS)], contour_lines(hills, LEVELS, SIZE, STEP))
