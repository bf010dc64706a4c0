"""How images are cut and sized for readers: one preset for each kind of place that shows one."""

from collections.abc import Mapping
from dataclasses import dataclass

from wagtail.images.models import AbstractImage

# What browsers choose from, the best first
SOURCE_FORMATS = ("avif", "webp")

# A width is worth a file of its own if the original is at least this much wider than the width before it
WORTHWHILE = 1.1


@dataclass(frozen=True)
class Preset:
    """How images are shown in one kind of place.

    Attributes:
        widths: in pixels, the smallest first.
        sizes: how wide the place is, for the `sizes` attribute.
        ratio: width and height that images are cut to, around their focal point; without it they keep their own.
        tallest: height in widths that an image of its own ratio may have; a taller one becomes narrower.
        transparent: whether transparency is kept; it is filled with white otherwise.
    """

    widths: tuple[int, ...]
    sizes: str
    ratio: tuple[int, int] | None = None
    tallest: float | None = None
    transparent: bool = False

    @property
    def fallback_format(self) -> str:
        """The format that every browser knows."""
        return "png" if self.transparent else "jpeg"

    def widths_for(self, image: AbstractImage) -> list[int]:
        """Return the widths that an image is offered in, the smallest first.

        Nothing is enlarged: the last of them may be more than the image has, and then stands for all that it has.
        """
        available = self._available_width(image)
        widths: list[int] = []
        for width in self.widths:
            if widths and available < widths[-1] * WORTHWHILE:
                break
            widths.append(width)
        return widths

    def specs_for(self, image: AbstractImage) -> dict[str, list[str]]:
        """Return Wagtail's filter specs by format, the smallest first. The fallback has one, the widest."""
        widths = self.widths_for(image)
        offered = {kind: [self._spec(width, kind) for width in widths] for kind in SOURCE_FORMATS}
        return {**offered, self.fallback_format: [self._spec(widths[-1], self.fallback_format)]}

    def _available_width(self, image: AbstractImage) -> float:
        if self.ratio:
            return min(image.width, image.height * self.ratio[0] / self.ratio[1])
        return max(image.width, image.height / self.tallest) if self.tallest else image.width

    def _spec(self, width: int, kind: str) -> str:
        if self.ratio:
            cut = f"fill-{width}x{width * self.ratio[1] // self.ratio[0]}"
        elif self.tallest:
            cut = f"max-{width}x{round(width * self.tallest)}"
        else:
            cut = f"width-{width}"
        return "|".join([cut, *([] if self.transparent else ["bgcolor-fff"]), f"format-{kind}"])


PRESETS: Mapping[str, Preset] = {
    # Across the page, above its text
    "lead": Preset(widths=(630, 1050, 1680), ratio=(7, 3), sizes="(min-width: 76rem) 71rem, 92vw"),
    # The first story of the home page
    "story": Preset(widths=(480, 800, 1280), ratio=(16, 9), sizes="(min-width: 60rem) 40rem, 92vw"),
    # An item of a list
    "card": Preset(widths=(270, 540, 750), ratio=(3, 2), sizes="(min-width: 48rem) 16rem, 92vw"),
    # In the column of the text
    "body": Preset(widths=(480, 800, 1344), sizes="(min-width: 46rem) 42rem, 92vw"),
    # One of several side by side
    "gallery": Preset(widths=(360, 720, 1280), sizes="(min-width: 60rem) 22rem, (min-width: 36rem) 45vw, 92vw"),
    # The title page of a publication
    "cover": Preset(widths=(160, 320, 640), tallest=1.5, sizes="(min-width: 36rem) 18rem, 45vw"),
    # A coat of arms or a logo
    "sign": Preset(widths=(128, 256), tallest=1.25, sizes="8rem", transparent=True),
    # A person
    "portrait": Preset(widths=(160, 320, 480), ratio=(4, 5), sizes="(min-width: 36rem) 12rem, 45vw"),
}


def specs_for_readers(image: AbstractImage) -> set[str]:
    """Return Wagtail's filter specs of all files of an image that any page might offer."""
    return {spec for preset in PRESETS.values() for specs in preset.specs_for(image).values() for spec in specs}
