"""The images that pages show: renditions are made when a page is published or the association's data is saved.

A page says what it shows where: `picture_presets` names the presets of its own images, and a block that takes an image
names one in its Meta, or in that of a block around it:

    class PhotoBlock(blocks.StructBlock):
        image = ImageChooserBlock(picture_preset="gallery")
"""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save
from django_tasks import task
from wagtail import blocks
from wagtail.models import Page
from wagtail.signals import page_published

from core.site_settings import AssociationSettings
from library.models import CustomImage
from library.pictures import Shown, load_pictures, make_renditions
from library.release import addresses_changed
from library.use import live_pages_with

logger = logging.getLogger(__name__)

FOCAL_POINT = {"focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"}


def pictures_in(block: blocks.Block, value: Any, preset: str | None = None) -> Iterator[Shown]:
    """Yield the images of a block's value, however deep, each with the name of the preset it is shown as.

    Args:
        block: defines the value.
        value: a stream, a structure, a list or a single value of that block.
        preset: what a block around it says.
    """
    preset = getattr(block.meta, "picture_preset", preset)
    if isinstance(value, CustomImage):
        if preset:
            yield value, preset
    elif isinstance(block, blocks.StreamBlock):
        for child in value or ():
            yield from pictures_in(child.block, child.value, preset)
    elif isinstance(block, blocks.StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from pictures_in(child_block, (value or {}).get(name), preset)
    elif isinstance(block, blocks.ListBlock):
        for item in value or ():
            yield from pictures_in(block.child_block, item, preset)


def load_pictures_of(pages: Sequence[Any], fields: Mapping[str, Sequence[str]]) -> None:
    """Load the pictures that a list of pages shows, in one query at most.

    Args:
        pages: with their images.
        fields: names of presets, by the foreign key to the image.
    """
    load_pictures(
        (image, name)
        for field, names in fields.items()
        for page in pages
        if (image := getattr(page, field))
        for name in names
    )


def make_renditions_of(page: Page) -> int:
    """Make the renditions that a page needs and that are not there, and return how many. What fails is logged."""
    made = _make_missing(page.pictures(), page)
    if made:
        from core.body import forget_body  # which renders pictures, and so imports this module

        forget_body(page)
    return made


def make_renditions_of_association(association: AssociationSettings) -> int:
    """Make the renditions of the signs above and below every page, and return how many. What fails is logged."""
    return _make_missing(association.pictures(), association)


def _make_missing(shown: Iterable[Shown], where: Model) -> int:
    presets: dict[CustomImage, set[str]] = defaultdict(set)
    for image, preset in shown:
        presets[image].add(preset)
    made = 0
    for image, names in presets.items():
        try:
            made += make_renditions(image, sorted(names))
        except Exception:
            logger.exception("Renditions of image %s, which “%s” shows, could not be made", image.pk, where)
    return made


@task()
def make_renditions_of_live_page(pk: int) -> None:
    """Make the renditions of a page if it is still there and live."""
    page = Page.objects.filter(pk=pk, live=True).first()
    if page and hasattr(page := page.specific, "pictures"):
        make_renditions_of(page)


@task()
def make_renditions_of_saved_association(pk: int) -> None:
    """Make the renditions of an association's signs if it is still there."""
    if association := AssociationSettings.objects.filter(pk=pk).first():
        make_renditions_of_association(association)


def follow_publication(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Make the renditions of a page once it is published for good. Nothing that happens there is in the way of it."""
    transaction.on_commit(partial(make_renditions_of_live_page.enqueue, instance.pk), robust=True)


def follow_addresses(sender: type[CustomImage], image: CustomImage, **_kwargs: Any) -> None:
    """Have the bodies of pages that show an image rendered again, with the addresses that its files have now."""
    from core.body import forget_body  # which renders pictures, and so imports this module

    for page in live_pages_with(image):
        forget_body(page)


def follow_association(
    sender: type[AssociationSettings], instance: AssociationSettings, raw: bool = False, **_kwargs: Any
) -> None:
    """Make the renditions of the association's signs once it is saved for good."""
    if not raw:
        transaction.on_commit(partial(make_renditions_of_saved_association.enqueue, instance.pk), robust=True)


def follow_focal_point(
    sender: type[CustomImage],
    instance: CustomImage,
    created: bool,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **_kwargs: Any,
) -> None:
    """Make the renditions of the live pages that show an image, which is cut in another way from now on."""
    if created or raw or (update_fields is not None and FOCAL_POINT.isdisjoint(update_fields)):
        return
    for pk in live_pages_with(instance).values_list("pk", flat=True):
        transaction.on_commit(partial(make_renditions_of_live_page.enqueue, pk), robust=True)


def connect() -> None:
    """Follow every page that is published, the association, and every image that is changed or moved."""
    page_published.connect(follow_publication, dispatch_uid="core.pictures.published")
    post_save.connect(follow_association, sender=AssociationSettings, dispatch_uid="core.pictures.association")
    addresses_changed.connect(follow_addresses, dispatch_uid="core.pictures.addresses")
    post_save.connect(follow_focal_point, sender=CustomImage, dispatch_uid="core.pictures.focal_point")
