"""The picture of each page that other sites show where somebody shares its address.

It is drawn from the page's own words and the members' land when somebody asks for it, and kept in the cache: nothing is
written to the database or to disk. Its address holds a digest of all that is drawn, so a new title has a new address
and every picture may be kept for good. An older address, which other sites keep, leads to the newer one.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core.contours import contour_lines
from core.drawing import AMBER, BRICK, DEEP, INK, PAPER, SANS, SCALE, SERIF, Canvas, mix, typeface
from core.icons import cached_file, mark_picture
from core.landscape import LEVELS, Position, hills_at, known_positions, positions, projected
from core.landscape import SIZE as LANDSCAPE_SIZE
from core.mark import DEFAULT_HILLS
from core.navigation import way_to
from core.site_settings import AssociationSettings
from core.typesetting import in_letters_of, set_title, shortened
from editorial.visibility import readable_pages
from library.models import CustomImage
from translation.locales import locale_of

WIDTH, HEIGHT = 1200, 630
DRAWING = 1  # raised whenever the same words would be drawn in another way
YEAR = 365 * 24 * 3600

MARGIN = 72
LAND = 410  # width of the land, at the right edge
MAP_WIDTH, MAP_MARGIN, STEP = LANDSCAPE_SIZE[0], 150, 18  # in the units of the landscape
ROOM = WIDTH - LAND - 2 * MARGIN  # of the words
KICKER_BASELINE, TITLE_TOP, TITLE_HEIGHT = 104, 132, 340
MARK = 64
SIZES = (76, 70, 64, 58, 52, 47, 42, 38, 34)
LEADING = 1.12


@dataclass(frozen=True)
class SocialImage:
    """All that is drawn.

    Attributes:
        language: code of the language of the words.
        title, kicker, association: the words.
        mark: name of the file of the uploaded mark; empty for the drawn one.
        places: of the members.
    """

    language: str
    title: str
    kicker: str
    association: str
    mark: str
    places: tuple[Position, ...]
    drawing: int = DRAWING

    @property
    def digest(self) -> str:
        """The same for the same picture."""
        return blake2b(json.dumps(asdict(self)).encode(), digest_size=10).hexdigest()


def social_image_of(request: HttpRequest, page: Any, places: tuple[Position, ...]) -> SocialImage:
    """Return what is drawn for a page, without a query but for the way to it."""
    language = page.locale.language_code
    association = AssociationSettings.for_request(request)
    with translation.override(language):
        above = [each.title for each in way_to(request, page)[1:]][-1:]
        kicker = " · ".join(filter(None, [*above, page.kicker])) or association.tagline
        return SocialImage(
            language=language,
            title=page.headline,
            kicker=kicker,
            association=association.name,
            mark=association.mark.file.name if association.mark else "",
            places=places,
        )


def social_image_path(request: HttpRequest, page: Any) -> str:
    """Return the address of the picture of a live page, on this host."""
    return reverse("social_image", args=[page.pk, social_image_of(request, page, known_positions()).digest])


@require_safe
def social_image(request: HttpRequest, page_id: int, digest: str) -> HttpResponseBase:
    """Serve the picture of a page.

    Raises:
        Http404: readers may not see the page.
    """
    page = _visible_page(page_id)
    if page is None:
        raise Http404
    picture = social_image_of(request, page, positions())
    if not constant_time_compare(digest, picture.digest):
        return redirect("social_image", page_id, picture.digest)
    uploaded = AssociationSettings.for_request(request).mark
    return cached_file(request, f"social-{picture.digest}", "image/png", YEAR, lambda: draw(picture, uploaded))


def _visible_page(page_id: int) -> Any:
    for language, _name in settings.LANGUAGES:
        locale = locale_of(language)
        if found := readable_pages(Page.objects.filter(pk=page_id, depth__gt=1), locale).first():
            page = found.specific
            page.locale = locale
            return page
    return None


def draw(picture: SocialImage, uploaded: CustomImage | None = None) -> bytes:
    """Return the picture as a PNG of 1200 × 630 pixels.

    Args:
        uploaded: the mark, if it is not the drawn one.
    """
    canvas = Canvas((WIDTH, HEIGHT), PAPER)
    _draw_land(canvas, picture.places)
    kicker = typeface(SANS, 26, 600)
    canvas.text(MARGIN, KICKER_BASELINE, shortened(in_letters_of(kicker, picture.kicker), kicker, ROOM), kicker, BRICK)
    title = set_title(
        picture.title,
        picture.language,
        face=SERIF,
        weight=500,
        sizes=SIZES,
        width=ROOM,
        height=TITLE_HEIGHT,
        leading=LEADING,
    )
    for number, line in enumerate(title.lines):
        canvas.text(MARGIN, TITLE_TOP + title.size * (0.9 + LEADING * number), line, title.font, INK)
    foot = HEIGHT - MARGIN
    canvas.paste(mark_picture(uploaded, picture.places, MARK * SCALE), MARGIN, foot - MARK)
    room = ROOM - MARK - 20
    name = set_title(
        picture.association,
        picture.language,
        face=SERIF,
        weight=600,
        sizes=(28, 24),
        width=room,
        height=MARK + 4,
        leading=1.15,
    )
    first = foot - MARK / 2 + name.size * (0.34 - 1.15 * (len(name.lines) - 1) / 2)
    for number, line in enumerate(name.lines):
        canvas.text(MARGIN + MARK + 20, first + 1.15 * name.size * number, line, name.font, INK)
    return canvas.save("PNG", 96)


def _draw_land(canvas: Canvas, places: tuple[Position, ...]) -> None:
    """Draw the members' land, as the home page maps it, on a deep ground along the right edge."""
    left, scale = WIDTH - LAND, LAND / MAP_WIDTH
    size = (MAP_WIDTH, round(HEIGHT / scale))
    if places:
        points = projected(tuple((each.latitude, each.longitude) for each in places), size, MAP_MARGIN)
        hills = hills_at(points, [each.people for each in places])
    else:
        down = (size[1] / size[0] - 1) / 2  # the hills of the mark stand in a square
        hills = tuple((x, y + down, height, breadth) for x, y, height, breadth in DEFAULT_HILLS)
        points = tuple((x * MAP_WIDTH, y * MAP_WIDTH) for x, y, *_hill in hills)
    canvas.rectangle(left, 0, WIDTH, HEIGHT, DEEP)
    for line in contour_lines(hills, LEVELS, size, STEP):
        colour, width = (mix(DEEP, PAPER, 0.62), 2.4) if line.is_bold else (mix(DEEP, PAPER, 0.4), 1.5)
        canvas.line([(left + x * scale, y * scale) for x, y in line.rounded], colour, width)
    for x, y in points:
        canvas.circle(left + x * scale, y * scale, 11, DEEP)
        canvas.circle(left + x * scale, y * scale, 7, AMBER)
