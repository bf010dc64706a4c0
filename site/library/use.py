"""Files that readers see: while a live page shows one, it stays, and stays as it is."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

TITLES_SHOWN = 3


def live_pages_with(file: Any) -> PageQuerySet:
    """Return the live pages that show an image or offer a document, by title."""
    uses = file.uses.filter(in_draft=False)
    return Page.objects.filter(pk__in=uses.values("page"), live=True).order_by("title", "pk")


def why_not_change(file: Model) -> str:
    """Return why a file may be neither deleted nor replaced, in words and with what to do; empty if it may.

    What a page shows was approved with the page. Another file under the same number would reach readers unread.
    """
    titles = list(live_pages_with(file).values_list("title", flat=True)[: TITLES_SHOWN + 1])
    if not titles:
        return ""
    shown = ", ".join(f"“{title}”" for title in titles[:TITLES_SHOWN]) + ("…" if titles[TITLES_SHOWN:] else "")
    return _(
        "Readers see “%(file)s” on these pages: %(pages)s. It stays as it is while they show it. "
        "Upload the new version as another file, put it on the pages, and have them approved."
    ) % {"file": file, "pages": shown}


def changed_fields(file: Model, fields: tuple[str, ...]) -> list[str]:
    """Return which of these fields of a stored file differ from what the database holds.

    A field of an upload that was not stored yet counts as changed.
    """
    stored = type(file)._base_manager.filter(pk=file.pk).first() if file.pk else None
    if stored is None:
        return []
    return [
        name
        for name in fields
        if getattr(file, name) != getattr(stored, name) or not getattr(getattr(file, name), "_committed", True)
    ]
