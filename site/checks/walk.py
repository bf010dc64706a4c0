"""A page taken apart: every value that staff fill in, at any depth, with where it stands.

Raw values are read, as the database keeps them, so that the walk costs no query.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db.models import Field
from django.utils.functional import Promise
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from editorial.digest import STATE_FIELDS

Words: TypeAlias = str | Promise

BLOCK = _("block")


@dataclass(frozen=True, eq=False)
class Part:
    """One value of a page.

    Attributes:
        path: where it stands, as Wagtail writes it for comments: `title`, `body.<id of a block>.alt_text`.
        where: the same in words, from the field inwards.
        kind: the model field or the block that defines the value.
        value: raw, as JSON holds it. Of a structure, a list or a stream it is the whole; its parts follow.
    """

    path: str
    where: tuple[Words, ...]
    kind: Field | Block
    value: Any

    @property
    def child_blocks(self) -> Mapping[str, Block]:
        """The blocks inside, by name; none of a single value."""
        return getattr(self.kind, "child_blocks", {})

    def child(self, name: str) -> "Part":
        """Return a field of this structure, present or not.

        Raises:
            KeyError: the structure has no such field.
        """
        return _child_of_struct(self, name, self.child_blocks[name])


def parts_of(page: Page) -> Iterator[Part]:
    """Yield every value of a specific page that staff fill in, in the order of its fields, outer ones first.

    What another page's approval covers is left out: it is looked at there, and cannot be put right here.
    """
    ignored = STATE_FIELDS | getattr(page, "fields_outside_approval", frozenset)()
    for field in page._meta.concrete_fields:
        if field.name in ignored or not field.editable:
            continue
        where = (capfirst(str(field.verbose_name)),)
        if isinstance(field, StreamField):
            yield from _inside(Part(field.name, where, field.stream_block, raw_stream(page, field)))
        else:
            yield Part(field.name, where, field, getattr(page, field.attname))


def raw_stream(page: Page, field: StreamField) -> list[dict[str, Any]]:
    """Return the blocks of a stream as JSON holds them, whether they come from the database or from a form."""
    raw: list[dict[str, Any]] = json.loads(field.value_to_string(page) or "[]")
    return raw


def _inside(part: Part) -> Iterator[Part]:
    yield part
    kind, value = part.kind, part.value
    if isinstance(kind, BaseStructBlock) and isinstance(value, Mapping):
        for name, block in kind.child_blocks.items():
            if name in value:
                yield from _inside(_child_of_struct(part, name, block))
    elif isinstance(kind, ListBlock) and isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from _inside(_child_of_list(part, number, item, kind.child_block))
    elif isinstance(kind, BaseStreamBlock) and isinstance(value, list):
        for number, item in enumerate(value, start=1):
            if block := kind.child_blocks.get(item.get("type")):
                yield from _inside(_child_of_list(part, number, item, block))


def _child_of_struct(part: Part, name: str, block: Block) -> Part:
    value = part.value.get(name) if isinstance(part.value, Mapping) else None
    return Part(f"{part.path}.{name}", (*part.where, block.label), block, value)


def _child_of_list(part: Part, number: int, item: Any, block: Block) -> Part:
    known = isinstance(item, dict) and "value" in item
    key = (item.get("id") if known else None) or number - 1
    where = (*part.where, format_lazy("{} {}: {}", BLOCK, number, block.label))
    return Part(f"{part.path}.{key}", where, block, item["value"] if known else item)
