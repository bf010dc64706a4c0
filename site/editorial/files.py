"""The point that every change of a file passes: what readers see on a live page was approved with that page."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from django.db.models.signals import pre_delete, pre_save

from editorial.refusals import PublishingRefused
from library.models import CustomDocument, CustomImage
from library.use import changed_fields, why_not_change


def check_deletion(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    """Let a file be deleted only if no live page shows it.

    Raises:
        PublishingRefused: one does.
    """
    if reason := why_not_change(instance):
        raise PublishingRefused(reason)


def check_change(
    sender: type[Model],
    instance: CustomImage | CustomDocument,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **_kwargs: Any,
) -> None:
    """Let what readers see of a file be changed only if no live page shows it.

    Raises:
        PublishingRefused: one does.
    """
    names = tuple(name for name in instance.seen_by_readers if update_fields is None or name in update_fields)
    if not raw and changed_fields(instance, names) and (reason := why_not_change(instance)):
        raise PublishingRefused(reason)


def connect() -> None:
    """Stand in front of every deletion and every save of an image and of a document."""
    for model in (CustomImage, CustomDocument):
        pre_delete.connect(check_deletion, sender=model, dispatch_uid=f"editorial.files.delete.{model.__name__}")
        pre_save.connect(check_change, sender=model, dispatch_uid=f"editorial.files.save.{model.__name__}")
