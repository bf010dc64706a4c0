"""A kind of page that holds everything a merge may meet, and no database: a title, a body, and rows of its own."""

import json
from typing import Any
from uuid import uuid4

from django.db import models
from django.test.utils import isolate_apps
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Locale

from core.blocks import AccordionBlock, DataTableBlock, FilesBlock, GalleryBlock, HeadingBlock, TextBlock

# An app that does nothing when it is set up: setting one of ours up a second time would register its hooks twice
APP, APP_LABEL = "django.contrib.humanize", "humanize"
POLISH, ENGLISH = 1, 2  # primary keys of the locales, and of the pages


class SectionBlock(blocks.StructBlock):
    """Blocks inside of a block."""

    heading = blocks.CharBlock()
    parts = blocks.StreamBlock(
        [("text", TextBlock()), ("picture", ImageBlock()), ("note", blocks.StructBlock([("picture", ImageBlock())]))]
    )


BLOCKS = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    ("accordion", AccordionBlock()),
    ("gallery", GalleryBlock()),
    ("table", DataTableBlock()),
    ("files", FilesBlock()),
    ("section", SectionBlock()),
    ("html", blocks.RawHTMLBlock()),
]


@isolate_apps(APP)
def _make_models() -> tuple[Any, Any, Any]:
    class Guide(ClusterableModel):
        title = models.CharField(max_length=255)
        slug = models.SlugField()
        live = models.BooleanField()
        lead = RichTextField()
        picture = models.IntegerField(null=True)
        year = models.IntegerField()
        body = StreamField(BLOCKS)
        source_owned_fields = ("year",)

        class Meta:
            app_label = APP_LABEL

        def __str__(self) -> str:
            return self.title

    class Step(ClusterableModel):
        guide = ParentalKey(Guide, related_name="steps", on_delete=models.CASCADE)
        translation_key = models.UUIDField()
        locale = models.ForeignKey(Locale, related_name="+", on_delete=models.CASCADE)
        sort_order = models.IntegerField(null=True)
        name = models.CharField(max_length=100)
        text = RichTextField()

        class Meta:
            app_label = APP_LABEL

        def __str__(self) -> str:
            return self.name

    class Hint(models.Model):
        step = ParentalKey(Step, related_name="hints", on_delete=models.CASCADE)
        text = models.CharField(max_length=100)

        class Meta:
            app_label = APP_LABEL

        def __str__(self) -> str:
            return self.text

    return Guide, Step, Hint


Guide, Step, Hint = _make_models()


def item(value: Any, kind: str = "item", key: str | None = None) -> dict[str, Any]:
    """Return the raw value of one block of a stream, or of one item of a list."""
    return {"type": kind, "id": key or str(uuid4()), "value": value}


def step(key: str, number: int, name: str, text: str = "", **columns: Any) -> dict[str, Any]:
    """Return a Polish child row as a revision holds it."""
    return {
        "pk": 100 + number,
        "guide": POLISH,
        "translation_key": key,
        "locale": POLISH,
        "sort_order": number,
        "name": name,
        "text": text,
        **columns,
    }


def page(body: list[Any] | None = None, **fields: Any) -> dict[str, Any]:
    """Return the content of a revision of the Polish page."""
    return {
        "pk": POLISH,
        "locale": POLISH,
        "translation_key": "key",
        "title": "Tytuł",
        "slug": "tytul",
        "live": True,
        "lead": "",
        "picture": None,
        "year": 2026,
        "body": json.dumps(body or []),
        "steps": [],
        **fields,
    }


def english_of(polish: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return the content of the English page that was started from a Polish one: the same words, other numbers."""
    steps = [_english_row(row) for row in polish["steps"]]
    return {**polish, "pk": ENGLISH, "locale": ENGLISH, "slug": "title", "live": False, "steps": steps, **fields}


def _english_row(row: dict[str, Any]) -> dict[str, Any]:
    number = row["pk"] and row["pk"] + 100
    hints = [{**hint, "pk": hint["pk"] + 100, "step": number} for hint in row.get("hints", [])]
    return {**row, "pk": number, "guide": ENGLISH, "locale": ENGLISH} | ({"hints": hints} if hints else {})


def body_of(content: dict[str, Any]) -> Any:
    """Return the blocks of the body."""
    return json.loads(content["body"])
