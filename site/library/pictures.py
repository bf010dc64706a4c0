"""How images are cut and sized for readers: one preset for each kind of place that shows one.

A picture is offered as AVIF, as WebP behind it, and as one JPEG (PNG where transparency is kept) for everything else.
Its renditions are Wagtail's. They are made when a page is published (`core.pictures`), never while readers wait: what
is missing is left out, and only if nothing can stand in `src` is that one rendition made on the spot.
"""

import hashlib
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete
from wagtail.images.image_operations import FillOperation
from wagtail.images.models import Filter

from library.models import CustomImage, CustomRendition

logger = logging.getLogger(__name__)

# What browsers choose from, the best first
SOURCE_FORMATS = ("avif", "webp")

# A width is worth a file of its own if the original is at least this much wider than the width before it
WORTHWHILE = 1.1

# How long a picture is kept in the cache, in seconds: when it is complete, and while renditions are missing
KEPT_COMPLETE = 24 * 3600
KEPT_INCOMPLETE = 60

Key = tuple[int, str, str]  # image, filter spec, and what Wagtail knows the focal point by


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

    def widths_for(self, image: CustomImage) -> list[int]:
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

    def specs_for(self, image: CustomImage) -> dict[str, list[str]]:
        """Return Wagtail's filter specs by format, the smallest first. The fallback has one, the widest."""
        widths = self.widths_for(image)
        offered = {kind: [self._spec(width, kind) for width in widths] for kind in SOURCE_FORMATS}
        return {**offered, self.fallback_format: [self._spec(widths[-1], self.fallback_format)]}

    def _available_width(self, image: CustomImage) -> float:
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


@dataclass(frozen=True)
class Source:
    """One format of a picture: its media type and its files with their widths, for `srcset`."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """What there is of an image for one place.

    Attributes:
        sources: the formats that browsers choose from, the best first.
        url: of what stands in `src`, whose width and height in pixels are the picture's.
        sizes: how wide the place is; empty where there is nothing to choose from.
    """

    sources: tuple[Source, ...]
    url: str
    width: int
    height: int
    sizes: str


Shown = tuple[CustomImage, str]


def load_pictures(shown: Iterable[Shown]) -> None:
    """Load what there is of some images, each with the name of a preset, onto these very images.

    What is not in the cache comes from one query for all.
    """
    unknown: dict[str, list[Shown]] = {}
    for image, name in shown:
        if name not in _loaded(image):
            unknown.setdefault(_cache_key(image, name), []).append((image, name))
    if not unknown:
        return
    known = cache.get_many(unknown)
    missing = {key: places[0] for key, places in unknown.items() if key not in known}
    if missing:
        stored = _stored_renditions(missing.values())
        for key, (image, name) in missing.items():
            preset = PRESETS[name]
            known[key] = _picture(image, preset, stored) or _made_now(image, preset)
            complete = all(_key(image, spec) in stored for spec in _wanted(image, preset))
            cache.set(key, known[key], KEPT_COMPLETE if complete else KEPT_INCOMPLETE)
    for key, places in unknown.items():
        for image, name in places:
            _loaded(image)[name] = known[key]


def picture(image: CustomImage, name: str) -> Picture | None:
    """Return what there is of an image for a place, or None if there is nothing and its file cannot be read.

    Args:
        image: if `load_pictures` was given it before, this takes no query.
        name: of the preset.
    """
    load_pictures([(image, name)])
    return _loaded(image)[name]


def make_renditions(image: CustomImage, names: Iterable[str]) -> int:
    """Make what is missing of an image for some presets, and return how many renditions that were.

    Raises:
        OSError: its file cannot be read.
    """
    names = list(names)
    stored = _stored_renditions((image, name) for name in names)
    missing = {
        spec: Filter(spec)
        for name in names
        for spec in _wanted(image, PRESETS[name])
        if _key(image, spec) not in stored
    }
    image.create_renditions(*missing.values())
    _forget(image)
    return len(missing)


def forget_pictures(sender: type[CustomRendition], instance: CustomRendition, **_kwargs: Any) -> None:
    """Forget an image's pictures when a rendition of it is deleted."""
    _forget(instance.image)


def connect() -> None:
    """Follow the deletion of renditions."""
    post_delete.connect(forget_pictures, sender=CustomRendition, dispatch_uid="library.pictures.forget")


def _loaded(image: CustomImage) -> dict[str, Picture | None]:
    return image.__dict__.setdefault("loaded_pictures", {})


def _forget(image: CustomImage) -> None:
    _loaded(image).clear()
    cache.delete_many([_cache_key(image, name) for name in PRESETS])


def _cache_key(image: CustomImage, name: str) -> str:
    """Return a key that changes with all that a picture depends on."""
    focal_point = (getattr(image, field) for field in FillOperation.vary_fields)
    parts = (image.pk, image.file_hash, image.width, image.height, *focal_point, PRESETS[name])
    return f"picture-{hashlib.sha256(repr(parts).encode()).hexdigest()}"


def _wanted(image: CustomImage, preset: Preset) -> list[str]:
    return [spec for specs in preset.specs_for(image).values() for spec in specs]


def _key(image: CustomImage, spec: str) -> Key:
    return image.pk, spec, Filter(spec).get_cache_key(image)


def _stored_renditions(shown: Iterable[Shown]) -> dict[Key, CustomRendition]:
    """Return the renditions of some images that there are, in one query."""
    images, specs = set(), set()
    for image, name in shown:
        images.add(image.pk)
        specs.update(_wanted(image, PRESETS[name]))
    found = CustomRendition.objects.filter(image__in=images, filter_spec__in=specs)
    return {(each.image_id, each.filter_spec, each.focal_point_key): each for each in found}


def _picture(image: CustomImage, preset: Preset, stored: Mapping[Key, CustomRendition]) -> Picture | None:
    """Return what there is, or None if nothing can stand in `src`."""
    specs = preset.specs_for(image)
    fallback = stored.get(_key(image, specs[preset.fallback_format][0]))
    if fallback is None:
        return None
    sources = []
    for kind in SOURCE_FORMATS:
        files = [stored[key] for spec in specs[kind] if (key := _key(image, spec)) in stored]
        if files:
            sources.append(Source(f"image/{kind}", ", ".join(f"{file.url} {file.width}w" for file in files)))
    return Picture(tuple(sources), fallback.url, fallback.width, fallback.height, preset.sizes if sources else "")


def _made_now(image: CustomImage, preset: Preset) -> Picture | None:
    """Make the fallback, and that alone, while a reader waits, because nothing else can be shown."""
    [spec] = preset.specs_for(image)[preset.fallback_format]
    logger.warning("Image %s had no rendition %s. `manage.py make_renditions` makes what is missing.", image.pk, spec)
    try:
        made = image.get_rendition(spec)
    except Exception:
        logger.exception("Image %s cannot be shown", image.pk)
        return None
    return Picture((), made.url, made.width, made.height, "")
