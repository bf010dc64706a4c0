"""Recordings whose captions readers were promised by a day that has passed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

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

    page_id: int
    title: str
    due: date


def late_captions() -> list[LateCaptions]:
    """Return the live pages whose captions are overdue, the longest overdue first.

    One query, however many pages and types of page there are.
    """
    queries = [
        model._default_manager.order_by()
        .filter(live=True)
        .alias(stored=Cast(field.name, TextField()))
        .filter(stored__contains=AWAITED)
        .values_list("pk", "title", Cast(field.name, TextField()))
        for model, field in _fields_with_videos()
    ]
    today = timezone.localdate()
    late = [
        LateCaptions(page_id, title, min(overdue))
        for page_id, title, stored in queries[0].union(*queries[1:], all=True)
        if (overdue := [day for day in _days(json.loads(stored)) if day < today])
    ]
    return sorted(late, key=lambda each: (each.due, each.page_id))


def _fields_with_videos() -> Iterator[tuple[type[Page], StreamField]]:
    for model in get_page_models():
        for field in model._meta.local_fields:
            if isinstance(field, StreamField) and any(
                isinstance(block, VideoBlock) for block in field.stream_block.child_blocks.values()
            ):
                yield model, field


def _days(blocks: list[dict[str, Any]]) -> Iterator[date]:
    """Yield the days by which captions are awaited; no other block than a video has these values."""
    for block in blocks:
        value = block["value"]
        if isinstance(value, dict) and value.get("captions") == "due" and value.get("captions_due"):
            yield date.fromisoformat(str(value["captions_due"]))
