"""Files of pages in the recycle bin: as long as a page can be restored, its images and documents stay."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet

from editorial.refusals import PublishingRefused
from library.models import CustomDocument, CustomImage
from recycle_bin.places import in_bin


def binned_pages_with(file: Model) -> PageQuerySet:
    """Return the pages in the recycle bin that show an image or offer a document, by title."""
    references = ReferenceIndex.get_references_to(file).filter(
        base_content_type=ContentType.objects.get_for_model(Page, for_concrete_model=False)
    )
    numbers = {int(number) for number in references.values_list("object_id", flat=True)}
    return Page.objects.filter(in_bin(), pk__in=numbers).order_by("draft_title", "pk")


def check_deletion(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    """Let a file be deleted only if no page in the recycle bin has it.

    Raises:
        PublishingRefused: one does.
    """
    if page := binned_pages_with(instance).first():
        raise PublishingRefused(
            _(
                "“%(page)s”, which is in the recycle bin, has “%(file)s”. The file can be deleted once the page is "
                "restored without it, or purged."
            )
            % {"page": page.draft_title, "file": instance}
        )


def connect() -> None:
    """Stand in front of every deletion of an image and of a document."""
    for model in (CustomImage, CustomDocument):
        pre_delete.connect(check_deletion, sender=model, dispatch_uid=f"recycle_bin.files.{model.__name__}")
