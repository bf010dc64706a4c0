"""What a change of a public page means to its readers: minor, or major with a note that they are shown."""

from typing import Any

from django.db.models import OuterRef, Subquery
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from editorial.digest import page_digest
from editorial.records import ChangeNote


def record_change_note(sender: type[Page], instance: Page, revision: Revision, **_kwargs: Any) -> None:
    """Record the note of a major change that goes live. The first publication is no change."""
    if getattr(instance, "is_major_change", False) and not is_first_publication(instance):
        ChangeNote.objects.get_or_create(
            page_id=instance.pk,
            revision_id=revision.pk,
            defaults={"digest": page_digest(instance), "text": instance.change_note},
        )


def is_first_publication(page: Page) -> bool:
    """Whether readers see a page for the first time in this very publication."""
    return page.first_published_at == page.last_published_at


def newest_change() -> Subquery:
    """Return the time of the last major change, for a query of pages; null where there was none."""
    notes = ChangeNote.objects.filter(page=OuterRef("pk")).order_by("-pk")
    return Subquery(notes.values("created_at")[:1])


def connect() -> None:
    """Follow every page that goes live."""
    page_published.connect(record_change_note, dispatch_uid="editorial.change_notes.published")
