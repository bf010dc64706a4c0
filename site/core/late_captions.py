"""Recordings whose captions readers were promised by a day that has passed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from core.blocks.video import VideoBlock

# As both databases write the value of a block
AWAITED = '"captions": "due"'


@dataclass(frozen=True)
class LateCaptions:
    """A live page that has a video without captions, and the day by which there should have been some."""

    page: Page
    due: date


def late_captions() -> list[LateCaptions]:
    """Return the live pages whose captions are overdue, the longest overdue first.

    One query for each type of page that may have videos, however many pages there are.
    """
    today = timezone.localdate()
    late = [
        LateCaptions(page, min(overdue))
        for model, field in _fields_with_videos()
        for page in model._default_manager.filter(live=True)
        .alias(stored=Cast(field.name, TextField()))
        .filter(stored__contains=AWAITED)
        if (overdue := [day for day in _days(page, field) if day < today])
    ]
    return sorted(late, key=lambda each: (each.due, each.page.pk))


def _fields_with_videos() -> Iterator[tuple[type[Page], StreamField]]:
    for model in get_page_models():
        for field in model._meta.local_fields:
            if isinstance(field, StreamField) and any(
                isinstance(block, VideoBlock) for block in field.stream_block.child_blocks.values()
            ):
                yield model, field


def _days(page: Page, field: StreamField) -> Iterator[date]:
    """Yield the days by which captions are awaited. Reads raw values only."""
    stream = getattr(page, field.name)
    for raw in stream.raw_data:
        value = raw["value"]
        if not isinstance(stream.stream_block.child_blocks.get(raw["type"]), VideoBlock):
            continue
        if value.get("captions") == "due" and value.get("captions_due"):
            yield date.fromisoformat(str(value["captions_due"]))
