"""What is known of an image's pictures: on the image itself, and in the cache under a key of all they depend on."""

import hashlib
from typing import Any

from django.core.cache import cache
from wagtail.images.image_operations import FillOperation

from library.models import CustomImage
from library.presets import PRESETS


def loaded_pictures(image: CustomImage) -> dict[str, Any]:
    """Return what is known on this very image, by the name of the preset."""
    return image.__dict__.setdefault("loaded_pictures", {})


def cache_key(image: CustomImage, name: str) -> str:
    """Return a key that changes with all that a picture depends on, but for whether the image is public."""
    focal_point = (getattr(image, field) for field in FillOperation.vary_fields)
    parts = (image.pk, image.file_hash, image.width, image.height, *focal_point, PRESETS[name])
    return f"picture-{hashlib.sha256(repr(parts).encode()).hexdigest()}"


def forget(image: CustomImage) -> None:
    """Forget an image's pictures: they have changed."""
    loaded_pictures(image).clear()
    cache.delete_many([cache_key(image, name) for name in PRESETS])
