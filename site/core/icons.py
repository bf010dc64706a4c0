"""The icons that browsers ask for: the association's mark, uploaded or drawn, in their formats and sizes."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from hashlib import blake2b
from io import BytesIO

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from PIL import Image

from core.drawing import PAPER, Canvas
from core.landscape import Position, known_positions
from core.mark import ACCENT, GROUND, INK, mark, paint
from core.site_settings import AssociationSettings
from library.models import CustomImage

DAY = 24 * 3600
DRAWING = 1  # raised whenever the same positions would be drawn in another way
EMBEDDED = 128  # pixels of an uploaded mark inside the SVG icon
TOUCH = 180
TOUCH_MARGIN = 16
ICO_SIZES = (16, 32, 48)


def mark_picture(image: CustomImage | None, positions: Sequence[Position], size: int) -> Image.Image:
    """Return the mark as a square picture on a clear ground, `size` pixels wide.

    Args:
        image: the uploaded mark. One that cannot be read is as good as none.
        positions: of the members, for the drawn one.
    """
    if image is not None and (uploaded := _uploaded(image, size)):
        return uploaded
    canvas = Canvas((size * 2, size * 2), None)
    paint(canvas, mark(positions), 0, 0, size * 2)
    return canvas.image.resize((size, size), Image.Resampling.LANCZOS)


def _uploaded(image: CustomImage, size: int) -> Image.Image | None:
    square = Image.new("RGBA", (size, size))
    try:
        with image.file.storage.open(image.file.name) as file, Image.open(file) as opened:
            picture = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError):  # what Pillow raises for a file that is gone or damaged
        return None
    picture.thumbnail((size, size), Image.Resampling.LANCZOS)
    square.paste(picture, ((size - picture.width) // 2, (size - picture.height) // 2))
    return square


@require_safe
def favicon_svg(request: HttpRequest) -> HttpResponseBase:
    """Serve the icon for browsers that take SVG."""

    def content(image: CustomImage | None, positions: Sequence[Position]) -> bytes:
        embedded = b""
        if image is not None and (picture := _uploaded(image, EMBEDDED)):
            embedded = b64encode(_png(picture))
        drawn = {"drawing": mark(positions), "ground": GROUND, "ink": INK, "accent": ACCENT}
        return render_to_string("core/favicon.svg", {"embedded": embedded.decode(), **drawn}).encode()

    return _served(request, "image/svg+xml", content)


@require_safe
def favicon_ico(request: HttpRequest) -> HttpResponseBase:
    """Serve the icon that browsers ask for unasked."""

    def content(image: CustomImage | None, positions: Sequence[Position]) -> bytes:
        pictures = [mark_picture(image, positions, size) for size in ICO_SIZES]
        file = BytesIO()
        pictures[-1].save(file, "ICO", sizes=[picture.size for picture in pictures], append_images=pictures[:-1])
        return file.getvalue()

    return _served(request, "image/x-icon", content)


@require_safe
def touch_icon(request: HttpRequest) -> HttpResponseBase:
    """Serve the icon for the screen of a phone, which cuts its corners itself and wants no clear ground."""

    def content(image: CustomImage | None, positions: Sequence[Position]) -> bytes:
        inner = TOUCH - 2 * TOUCH_MARGIN
        ground = Image.new("RGB", (TOUCH, TOUCH), PAPER)
        picture = mark_picture(image, positions, inner)
        ground.paste(picture, (TOUCH_MARGIN, TOUCH_MARGIN), picture)
        return _png(ground)

    return _served(request, "image/png", content)


def _png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _served(
    request: HttpRequest, content_type: str, content: Callable[[CustomImage | None, Sequence[Position]], bytes]
) -> HttpResponseBase:
    """Serve an icon, drawn when it is first asked for and kept in the cache until the mark changes."""
    image = AssociationSettings.for_request(request).mark
    positions = known_positions()
    source = repr((DRAWING, content_type, image.file.name if image else positions)).encode()
    digest = blake2b(source, digest_size=12).hexdigest()
    return cached_file(request, f"icon-{digest}", content_type, DAY, lambda: content(image, positions))


def cached_file(
    request: HttpRequest, key: str, content_type: str, seconds: int, content: Callable[[], bytes]
) -> HttpResponseBase:
    """Serve what `content` makes, from the cache if it is there; 304 to a browser that has it.

    Args:
        key: names the content: under the same key it is always the same.
        seconds: for how long browsers and caches may keep it.
    """
    etag = quote_etag(key)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(cache.get_or_set(f"file-{key}", content, DAY), content_type=content_type)
    response.headers["Cache-Control"] = f"public, max-age={seconds}"
    response.headers["ETag"] = etag
    return response
