"""Copies of renditions in public storage: there while everybody may see the image, and gone when nobody may.

Nothing else writes to public storage. What is done here may be done again at any time: it compares what there is with
what the pages say.
"""

import logging
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import Signal

from library.embargo import is_public, public_files
from library.models import CustomImage, CustomRendition
from library.picture_cache import forget
from library.presets import specs_for_readers
from library.storage import public_name, public_storage

logger = logging.getLogger(__name__)

addresses_changed = Signal()  # sent with the `image` whose renditions have other addresses from now on


def settle(numbers: Iterable[int]) -> int:
    """Bring public storage in line with what the pages say of some images, and return of how many it was not.

    Args:
        numbers: primary keys of the images. What fails is logged, and is not in the way of the others.
    """
    changed = 0
    for image, _public in misplaced_images(numbers):
        try:
            changed += settle_one(image)
        except Exception:  # of any storage
            logger.exception("Renditions of image %s could not be put where they belong", image.pk)
    return changed


def misplaced_images(numbers: Iterable[int]) -> list[tuple[CustomImage, bool]]:
    """Return those of some images whose renditions are not where they belong, each with whether all may see it.

    It takes three queries, however many images there are.
    """
    numbers = set(numbers)
    if not numbers:
        return []
    public = set(public_files(CustomImage).filter(pk__in=numbers).values_list("pk", flat=True))
    found = []
    for image in CustomImage.objects.filter(pk__in=numbers).prefetch_related("renditions"):
        wanted = specs_for_readers(image)
        if any(_is_misplaced(each, image.pk in public, wanted) for each in image.renditions.all()):
            found.append((image, image.pk in public))
    return found


def settle_later(numbers: Iterable[int]) -> None:
    """Settle some images when the transaction is over, in this process. What fails is logged."""
    if numbers := set(numbers):
        transaction.on_commit(partial(settle, numbers), robust=True)


def settle_one(image: CustomImage) -> bool:
    """Put the renditions of one image where they belong, and return whether any was not there.

    The row is locked, so that no image is released while another process takes its last page down.

    Raises:
        OSError: a file could not be read, written or removed.
    """
    with transaction.atomic():
        _lock(image)
        public, wanted = is_public(image), specs_for_readers(image)
        misplaced = [
            each for each in CustomRendition.objects.filter(image=image) if _is_misplaced(each, public, wanted)
        ]
        for rendition in misplaced:
            rendition.image = image
            (release if public else withhold)(rendition)
    if misplaced:
        forget(image)
        addresses_changed.send(CustomImage, image=image)
    return bool(misplaced)


def place_new(rendition: CustomRendition) -> None:
    """Put a rendition that was made a moment ago where it belongs. Nobody knows an address of it yet.

    Raises:
        OSError: it could not be read or written.
    """
    image = rendition.image
    with transaction.atomic():
        _lock(image)
        if not rendition.is_released and _is_misplaced(rendition, is_public(image), specs_for_readers(image)):
            release(rendition)


def _lock(image: CustomImage) -> None:
    list(CustomImage.objects.select_for_update().filter(pk=image.pk).values_list("pk"))


def stray_images() -> set[int]:
    """Return the primary keys of images of which public storage has copies though nobody may see them."""
    strays = CustomRendition.objects.filter(is_released=True).exclude(image__in=public_files(CustomImage))
    return set(strays.values_list("image_id", flat=True))


def release(rendition: CustomRendition) -> None:
    """Copy a rendition to public storage, under a name that nobody can guess.

    It keeps the name for good, so that what caches hold of a page is right again when the image is public again.

    Raises:
        OSError: it could not be read or written.
    """
    with rendition.open_file() as file:
        name = rendition.public_name or public_name(rendition.filename)
        rendition.public_name = public_storage().save(name, file)
    rendition.is_released = True
    rendition.save(update_fields=["public_name", "is_released"])
    rendition.purge_from_cache()


def withhold(rendition: CustomRendition) -> None:
    """Remove a rendition from public storage.

    Raises:
        OSError: it could not be removed.
    """
    # The file first: while it may be there, its row says so, and whoever comes next finds it.
    public_storage().delete(rendition.public_name)
    rendition.is_released = False
    rendition.save(update_fields=["is_released"])
    rendition.purge_from_cache()


def _is_misplaced(rendition: CustomRendition, public: bool, wanted: set[str]) -> bool:
    """Whether it lacks its public copy, or has one that it must not have. What only staff see never gets one."""
    if rendition.is_released:
        return not public
    return public and rendition.filter_spec in wanted


def remove_public_copy(sender: type[CustomRendition], instance: CustomRendition, **_kwargs: Any) -> None:
    """Remove the copy of a rendition that is deleted, once that is for good."""
    if instance.is_released:
        transaction.on_commit(partial(public_storage().delete, instance.public_name), robust=True)


def connect() -> None:
    """Follow the deletion of renditions."""
    post_delete.connect(remove_public_copy, sender=CustomRendition, dispatch_uid="library.release.deleted")
