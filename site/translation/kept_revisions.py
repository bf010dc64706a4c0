"""Revisions that are not purged while a row refers to them."""

from typing import Any

from django.db import models
from django.db.models.deletion import CASCADE, ProtectedError
from wagtail.models import Revision


def keep_from_purging(collector: Any, field: Any, sub_objs: Any, using: str) -> None:
    """On deletion of a revision: refuse, unless it goes together with its page.

    `purge_revisions` passes over revisions that refuse, so the text that a translation was made from stays readable.

    Raises:
        ProtectedError: the revision alone was to be deleted.
    """
    origin = collector.origin
    model = origin.model if isinstance(origin, models.QuerySet) else type(origin)
    if issubclass(model, Revision):
        raise ProtectedError("A translation refers to this revision.", set(sub_objs))
    CASCADE(collector, field, sub_objs, using)
