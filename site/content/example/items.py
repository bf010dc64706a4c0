"""Keeps account of what the example set made."""

from typing import TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from content.models import ExampleItem

M = TypeVar("M", bound=Model)


def is_loaded() -> bool:
    """Whether the example set is there."""
    return ExampleItem.objects.filter(key="collection").exists()


def remember(key: str, item: Model) -> None:
    """Note that the example set made this."""
    content_type = ContentType.objects.get_for_model(item)
    ExampleItem.objects.update_or_create(key=key, defaults={"content_type": content_type, "object_id": item.pk})


def find(model: type[M], key: str) -> M | None:
    """Return what the example set made under this key, or None if it made nothing or staff have deleted it."""
    item = ExampleItem.objects.filter(key=key).first()
    return model._base_manager.filter(pk=item.object_id).first() if item else None


def made(model: type[M]) -> list[M]:
    """Return everything of one model that the example set made and that is still there."""
    models = [candidate for candidate in apps.get_models() if issubclass(candidate, model)]
    content_types = ContentType.objects.get_for_models(*models).values()
    ids = ExampleItem.objects.filter(content_type__in=content_types).values_list("object_id", flat=True)
    return list(model._base_manager.filter(pk__in=ids).order_by("pk"))
