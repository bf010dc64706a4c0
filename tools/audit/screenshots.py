"""How pages look, kept as small pictures that later ones are compared with.

Pictures are kept at half their size, and compared at an eighth, where letters are grey and it makes no difference how
exactly a machine draws them. Then each part of a page is asked whether so much of it differs that an eye would see it.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser

from tools.audit.addresses import Address
from tools.audit.tabs import LOOKS, Look, open_tab, show

SCALE = 2  # kept are pictures of half the width
QUALITY = 40  # of WebP, whose losses are far below what the comparison lets pass
COARSER = 4  # how much smaller still the compared pictures are
NOTICEABLE = 32  # of 255, the difference of one point in one colour
TILE = 8  # points of a compared picture, which are 64 px of a page
MOST_OF_A_TILE = 0.12  # the part of a tile that may differ before it counts
LIGHT, DARK = LOOKS[0], LOOKS[1]
# The first kind of page takes the first view in Polish and its opposite in English, the next kind the next, and so on.
VIEWS = ((360, LIGHT), (1280, DARK), (360, DARK), (1280, LIGHT))
OPPOSITE = (1, 0, 3, 2)
LOAD_ALL = """async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
    await document.fonts.ready;
}"""


@dataclass(frozen=True)
class View:
    """One picture: of which address, how wide, in which look."""

    address: Address
    width: int
    look: Look

    @property
    def name(self) -> str:
        """The name of its file."""
        kind = re.sub(r"\W+", "-", self.address.kind.replace("*", "page")).strip("-")
        return f"{self.address.language}-{kind}-{self.width}-{self.look.name}.webp"


def views(addresses: Iterable[Address]) -> list[View]:
    """Return one view of each kind of page and each state in each language.

    Between its two languages every kind is seen narrow and wide, light and dark.
    """
    kinds: dict[tuple[str, str], Address] = {}
    for address in addresses:
        # A list that is narrowed looks as any other that is.
        kind = address.kind if address.is_page else address.kind.rpartition(", ")[2]
        kinds.setdefault((address.language, kind), replace(address, kind=kind))
    chosen = []
    for language in dict.fromkeys(language for language, _kind in kinds):
        own = [address for (of, _kind), address in kinds.items() if of == language]
        for number, address in enumerate(own):
            place = number % len(VIEWS)
            chosen.append(View(address, *VIEWS[place if language == "pl" else OPPOSITE[place]]))
    return chosen


def take(browser: Browser, site: str, wanted: Iterable[View]) -> Iterator[tuple[View, Image.Image]]:
    """Yield a picture of the whole page for every view."""
    with open_tab(browser, site) as tab:
        for view in wanted:
            tab.goto(view.address.path)
            show(tab, view.look, view.width)
            tab.evaluate(LOAD_ALL)
            picture = Image.open(io.BytesIO(tab.screenshot(full_page=True, animations="disabled"))).convert("RGB")
            yield view, picture.reduce(SCALE)


def save(picture: Image.Image, file: Path) -> None:
    """Write a picture as it is kept."""
    picture.save(file, quality=QUALITY, method=6)


def differs(kept: Image.Image, now: Image.Image) -> str | None:
    """Return where two pictures differ so that an eye would see it; None where they do not."""
    if kept.width != now.width or abs(kept.height - now.height) > SCALE:
        return f"it was {_size(kept)} and is {_size(now)}"
    height = min(kept.height, now.height)
    one, other = (picture.crop((0, 0, picture.width, height)).reduce(COARSER) for picture in (kept, now))
    channels = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    tiles = most.point([255 * (value > NOTICEABLE) for value in range(256)]).reduce(TILE)
    worst = max(value for value, number in enumerate(tiles.histogram()) if number) / 255
    if worst <= MOST_OF_A_TILE:
        return None
    box = tiles.point([255 * (value / 255 > MOST_OF_A_TILE) for value in range(256)]).getbbox()
    left, top, right, bottom = (edge * TILE * COARSER * SCALE for edge in box or (0, 0, 0, 0))
    return f"it differs between {left}, {top} and {right}, {bottom} px (up to {worst:.0%} of a part of it)"


def side_by_side(kept: Image.Image, now: Image.Image) -> Image.Image:
    """Return what was, what is, and what differs, beside one another."""
    size = max(kept.width, now.width), max(kept.height, now.height)
    sheet = Image.new("RGB", (size[0] * 3, size[1]), "white")
    padded = []
    for number, picture in enumerate((kept, now)):
        whole = Image.new("RGB", size, "white")
        whole.paste(picture)
        padded.append(whole)
        sheet.paste(whole, (size[0] * number, 0))
    sheet.paste(ImageChops.invert(ImageChops.difference(*padded)), (size[0] * 2, 0))
    return sheet


def _size(picture: Image.Image) -> str:
    return f"{picture.width * SCALE} by {picture.height * SCALE} px"
