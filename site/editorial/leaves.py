"""The content of a page, taken apart into its leaves: each with where it stands, what it is, and what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db.models import CharField, EmailField, Field, SlugField, TextField, URLField
from modelcluster.models import get_all_child_relations
from wagtail.blocks import (
    BaseStreamBlock,
    BaseStructBlock,
    Block,
    CharBlock,
    ListBlock,
    RichTextBlock,
    TextBlock,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from editorial.digest import page_content


class LeafKind(Enum):
    """What a leaf is to those who read it."""

    TEXT = "text"
    RICH_TEXT = "rich text"
    OTHER = "other"


@dataclass(frozen=True)
class Leaf:
    """One value of a page. `path` leads to it through names of fields, ids of blocks and numbers of rows."""

    path: tuple[str, ...]
    kind: LeafKind
    value: Any


def leaves_of(page: Page) -> Iterator[Leaf]:
    """Yield every leaf of what readers would see of a specific page."""
    relations = {relation.get_accessor_name(): relation for relation in get_all_child_relations(page)}
    for name, value in page_content(page).items():
        if name in relations:
            for number, row in enumerate(value):
                for column, held in row.items():
                    field = relations[name].related_model._meta.get_field(column)
                    yield Leaf((name, str(number), column), _kind_of_field(field), held)
            continue
        field = page._meta.get_field(name)
        if isinstance(field, StreamField):
            yield from _leaves_of_block(field.stream_block, value, (name,))
        else:
            yield Leaf((name,), _kind_of_field(field), value)


def _kind_of_field(field: Field) -> LeafKind:
    if isinstance(field, RichTextField):
        return LeafKind.RICH_TEXT
    addresses = SlugField | URLField | EmailField
    if isinstance(field, CharField | TextField) and not isinstance(field, addresses) and not field.choices:
        return LeafKind.TEXT
    return LeafKind.OTHER


def _leaves_of_block(block: Block | None, raw: Any, path: tuple[str, ...]) -> Iterator[Leaf]:
    if isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        for name, value in raw.items():
            yield from _leaves_of_block(block.child_blocks.get(name), value, (*path, name))
    elif isinstance(block, BaseStreamBlock | ListBlock) and isinstance(raw, list):
        for number, item in enumerate(raw):
            if not isinstance(item, dict) or "value" not in item:
                yield Leaf((*path, str(number)), LeafKind.OTHER, item)
                continue
            child = block.child_block if isinstance(block, ListBlock) else block.child_blocks.get(item.get("type"))
            # The place counts too: moving a block changes what readers see.
            yield from _leaves_of_block(child, item["value"], (*path, f"{number}:{item.get('id')}"))
    else:
        yield Leaf(path, _kind_of_block(block), raw)


def _kind_of_block(block: Block | None) -> LeafKind:
    if isinstance(block, RichTextBlock):
        return LeafKind.RICH_TEXT
    return LeafKind.TEXT if isinstance(block, CharBlock | TextBlock) else LeafKind.OTHER
