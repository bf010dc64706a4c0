"""What readers and staff get of an image in each kind of place that shows one (`library.presets`).

A picture is offered as AVIF, as WebP behind it, and as one JPEG (PNG where transparency is kept) for everything else.
Its renditions are Wagtail's. They are made when a page is published (`core.pictures`), never while readers wait: what
is missing is left out, and only if nothing can stand in `src` is that one rendition made on the spot. Their addresses
are public while everybody may see the image (`library.release`).
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet
from django.db.models.signals import post_delete
from wagtail.images.models import Filter

from library.models import CustomImage, CustomRendition
from library.picture_cache import cache_key, forget, loaded_pictures
from library.presets import PRESETS, SOURCE_FORMATS, Preset
from library.release import place_new, settle

logger = logging.getLogger(__name__)

# How long a picture is kept in the cache, in seconds: when it is complete, and while renditions are missing
KEPT_COMPLETE = 24 * 3600
KEPT_INCOMPLETE = 60

Key = tuple[int, str, str]  # image, filter spec, and what Wagtail knows the focal point by


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
        if name not in loaded_pictures(image):
            unknown.setdefault(cache_key(image, name), []).append((image, name))
    if not unknown:
        return
    known = cache.get_many(unknown)
    missing = {key: places[0] for key, places in unknown.items() if key not in known}
    if missing:
        stored = _stored_renditions(missing.values())
        for key, (image, name) in missing.items():
            preset = PRESETS[name]
            known[key] = _picture(image, preset, stored) or _made_now(image, preset)
            complete = all(_is_public(stored.get(_key(image, spec))) for spec in _wanted(image, preset))
            cache.set(key, known[key], KEPT_COMPLETE if complete else KEPT_INCOMPLETE)
    for key, places in unknown.items():
        for image, name in places:
            loaded_pictures(image)[name] = known[key]


def picture(image: CustomImage, name: str) -> Picture | None:
    """Return what there is of an image for a place, or None if there is nothing and its file cannot be read.

    Args:
        image: if `load_pictures` was given it before, this takes no query.
        name: of the preset.
    """
    load_pictures([(image, name)])
    return loaded_pictures(image)[name]


def make_renditions(image: CustomImage, names: Iterable[str]) -> int:
    """Make what is missing of an image for some presets, and return how many renditions that were.

    Raises:
        OSError: its file cannot be read.
    """
    names = list(names)
    stored = _by_key(_query([(image, name) for name in names]))
    missing = {
        spec: Filter(spec)
        for name in names
        for spec in _wanted(image, PRESETS[name])
        if _key(image, spec) not in stored
    }
    image.create_renditions(*missing.values())
    forget(image)
    settle([image.pk])
    return len(missing)


def forget_pictures(sender: type[CustomRendition], instance: CustomRendition, **_kwargs: Any) -> None:
    """Forget an image's pictures when a rendition of it is deleted."""
    forget(instance.image)


def connect() -> None:
    """Follow the deletion of renditions."""
    post_delete.connect(forget_pictures, sender=CustomRendition, dispatch_uid="library.pictures.forget")


def _wanted(image: CustomImage, preset: Preset) -> list[str]:
    return [spec for specs in preset.specs_for(image).values() for spec in specs]


def _key(image: CustomImage, spec: str) -> Key:
    return image.pk, spec, Filter(spec).get_cache_key(image)


def _is_public(rendition: CustomRendition | None) -> bool:
    return rendition is not None and rendition.is_released


def _stored_renditions(shown: Iterable[Shown]) -> dict[Key, CustomRendition]:
    """Return the renditions of some images that there are, in one query.

    It takes more where some are not public, which may be because a page went live a moment ago.
    """
    query = _query(shown)
    if settle({each.image_id for each in query if not each.is_released}):
        query = query.all()
    return _by_key(query)


def _query(shown: Iterable[Shown]) -> QuerySet[CustomRendition]:
    images, specs = set(), set()
    for image, name in shown:
        images.add(image.pk)
        specs.update(_wanted(image, PRESETS[name]))
    return CustomRendition.objects.filter(image__in=images, filter_spec__in=specs)


def _by_key(renditions: Iterable[CustomRendition]) -> dict[Key, CustomRendition]:
    return {(each.image_id, each.filter_spec, each.focal_point_key): each for each in renditions}


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
        made = image.create_rendition(Filter(spec))
        place_new(made)
    except Exception:
        logger.exception("Image %s cannot be shown", image.pk)
        return None
    return Picture((), made.url, made.width, made.height, "")
