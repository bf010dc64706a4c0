"""Pictures drawn by code: the site's colours, and a canvas to draw on. The same bytes every time.

All are drawn twice as large and scaled down, which smooths their edges.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from core.contours import Point

PAPER, PANEL, INK = "#fbf8f2", "#f1ece1", "#16221c"
RIVER, FOREST, BRICK, AMBER, DEEP = "#0b5570", "#1d5238", "#a8341b", "#f4b63f", "#12301f"
PLUM = "#574a78"
SCALE = 2
FONTS = Path(__file__).resolve().parents[1] / "static" / "fonts"
SERIF, SANS = "site-serif", "site-sans"


def mix(first: str, second: str, share: float) -> str:
    """Return the colour between two others; `share` 0 is the first, 1 the second."""
    parts = [round(int(first[i : i + 2], 16) * (1 - share) + int(second[i : i + 2], 16) * share) for i in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def typeface(name: str, size: float, weight: int) -> ImageFont.FreeTypeFont:
    """Return one of the site's typefaces, `size` pixels of the final picture high."""
    font = ImageFont.truetype(FONTS / f"{name}.woff2", size * SCALE)
    font.set_variation_by_axes([weight])
    return font


def text_width(text: str, font: ImageFont.FreeTypeFont) -> float:
    """Return how many pixels of the final picture a line of text is wide."""
    return font.getlength(text) / SCALE


class Canvas:
    """A picture under way, measured in its final pixels."""

    def __init__(self, size: tuple[int, int], ground: str | None = PAPER) -> None:
        self.size = size
        large = (size[0] * SCALE, size[1] * SCALE)
        self.image = Image.new("RGBA", large, (0, 0, 0, 0)) if ground is None else Image.new("RGB", large, ground)
        self.pen = ImageDraw.Draw(self.image)

    def polygon(self, points: Iterable[Point], fill: str) -> None:
        """Fill an area."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Fill a disc."""
        box = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        self.pen.ellipse(box, fill=fill)

    def rectangle(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        """Fill an upright rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def line(self, points: Iterable[Point], fill: str, width: float) -> None:
        """Draw a line with round joints."""
        points = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(points, fill=fill, width=max(1, round(width * SCALE)), joint="curve")

    def stroke(self, points: Sequence[Point], fill: str, width: float) -> None:
        """Draw a broad line along a curve of many points, round at its ends and bends."""
        self.line(points, fill, width)
        for x, y in points:
            self.circle(x, y, width / 2, fill)

    def text(self, x: float, baseline: float, text: str, font: ImageFont.FreeTypeFont, fill: str) -> None:
        """Set a line of text that begins at `x`."""
        self.pen.text((x * SCALE, baseline * SCALE), text, fill=fill, font=font, anchor="ls")

    def paste(self, picture: Image.Image, x: float, y: float) -> None:
        """Lay a picture with a clear ground on this one, with `SCALE` of its pixels to one of the final picture."""
        self.image.paste(picture, (round(x * SCALE), round(y * SCALE)), picture)

    def save(self, kind: str, colours: int = 0) -> bytes:
        """Return the bytes of a "JPEG", or of a "PNG", which may be reduced to a number of colours."""
        image = self.image.reduce(SCALE)
        content = BytesIO()
        if kind == "JPEG":
            image.save(content, kind, quality=86, subsampling=0)
        else:
            image = image.quantize(colours, dither=Image.Dither.NONE) if colours else image
            image.save(content, kind)
        return content.getvalue()
