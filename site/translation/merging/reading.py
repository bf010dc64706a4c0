"""What a value says, whatever it is made of: for reports, and so that no text is lost with what goes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db.models import Field
from django.db.models.fields.related import ForeignObjectRel
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _
from wagtail.blocks import (
    BaseStreamBlock,
    BaseStructBlock,
    Block,
    BooleanBlock,
    ChooserBlock,
    DateBlock,
    DateTimeBlock,
    DecimalBlock,
    ListBlock,
    StaticBlock,
    TimeBlock,
)
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import get_text_for_indexing

from editorial.digest import without_paragraph_keys
from translation.merging.places import Label, Place
from translation.segments import Kind, cells_of, child_of, kind_of_block, kind_of_field, row_key

# Blocks whose values are no text, even if they are kept as one
NO_TEXT = (
    BaseChoiceBlock,
    BooleanBlock,
    ChooserBlock,
    DateBlock,
    DateTimeBlock,
    DecimalBlock,
    StaticBlock,
    TimeBlock,
)
# What a value is made of: a field, a relation to child rows, a block, or nothing that is known any more
Definition: TypeAlias = Field | ForeignObjectRel | Block | None


@dataclass(frozen=True)
class Leaf:
    """A value that holds no others."""

    place: Place
    definition: Definition
    raw: Any


def kind_of(definition: Definition) -> Kind:
    """Return what a value without children is to a translator."""
    if isinstance(definition, Block):
        return kind_of_block(definition)
    if isinstance(definition, RichTextField):
        return Kind.RICH_TEXT
    return kind_of_field(definition) if isinstance(definition, Field) else Kind.OTHER


def is_item(definition: Definition, item: Any) -> bool:
    """Whether an item of a stream or list has its value in an envelope, with a type and perhaps an id."""
    if not (isinstance(item, dict) and "value" in item and isinstance(item.get("type"), str)):
        return False
    return item["type"] == "item" if isinstance(definition, ListBlock) else True


def value_of(definition: Definition, item: Any) -> Any:
    """Return the value of an item of a stream or list; old lists hold bare values."""
    return item["value"] if is_item(definition, item) else item


def block_of(definition: BaseStreamBlock | ListBlock, item: Any) -> Block | None:
    """Return the block that says what an item of a stream or list is, or None if it is not known any more."""
    if isinstance(definition, ListBlock):
        return definition.child_block
    return child_of(definition, item) if is_item(definition, item) else None


def label_of(definition: Definition, name: str) -> Label:
    """Return what the editor calls a value."""
    if isinstance(definition, Block):
        label = definition.label
        return name if isinstance(label, str) and not label else label  # a label to be translated is not asked yet
    if isinstance(definition, ForeignObjectRel):
        return definition.related_model._meta.verbose_name_plural or name
    return definition.verbose_name if isinstance(definition, Field) else name


def place_of_item(definition: BaseStreamBlock | ListBlock, item: Any, number: int, place: Place) -> Place:
    """Return the place of the item that is the `number`th of a stream or list, from 0."""
    block = block_of(definition, item)
    envelope = item if is_item(definition, item) else {}
    label = label_of(block, str(envelope.get("type", "")))
    return place.item(str(envelope.get("id") or number), label, number)


def stream_of(raw: Any) -> Any:
    """Return what the text that a StreamField keeps says; what is no JSON stays as it is."""
    if not isinstance(raw, str):
        return raw
    try:
        return json.loads(raw) if raw else []
    except ValueError:
        return raw


def own_columns(relation: ForeignObjectRel) -> frozenset[str]:
    """Return the names of what a child row has for itself, and shares with no row of another page."""
    return frozenset({"pk", "id", "locale", "translation_key", "sort_order", relation.field.name})


def leaves(definition: Definition, raw: Any, place: Place) -> Iterator[Leaf]:
    """Yield the values that a value is made of, in their order, with those that nothing is known of any more."""
    if isinstance(definition, StreamField):
        yield from leaves(definition.stream_block, stream_of(raw), place)
    elif isinstance(definition, ForeignObjectRel) and isinstance(raw, list):
        for number, row in enumerate(raw):
            yield from _of_row(definition, row, place.item(row_key(row, number), "", number))
    elif isinstance(definition, BaseStructBlock) and isinstance(raw, dict):
        for name, value in raw.items():
            child = definition.child_blocks.get(name)
            yield from leaves(child, value, place.child(name, label_of(child, name)))
    elif isinstance(definition, BaseStreamBlock | ListBlock) and isinstance(raw, list):
        for number, item in enumerate(raw):
            inside = place_of_item(definition, item, number, place)
            yield from leaves(block_of(definition, item), value_of(definition, item), inside)
    else:
        yield Leaf(place, definition, raw)


def _of_row(relation: ForeignObjectRel, row: dict[str, Any], place: Place) -> Iterator[Leaf]:
    fields = definitions_of(relation.related_model)
    for name, value in row.items():
        if name not in own_columns(relation):
            yield from leaves(fields.get(name), value, place.child(name, label_of(fields.get(name), name)))


def definitions_of(model: Any) -> dict[str, Definition]:
    """Return the fields and the relations to child rows of a model, by the name that a revision has them under."""
    relations = [each for each in model._meta.get_fields() if isinstance(each, ForeignObjectRel)]
    return {
        **{field.name: field for field in (*model._meta.fields, *model._meta.many_to_many)},
        **{each.get_accessor_name(): each for each in relations if each.get_accessor_name()},
    }


def same(definition: Definition, one: Any, other: Any) -> bool:
    """Whether two values without children say the same; the numbers of paragraphs say nothing."""
    kind = kind_of(definition)
    if kind == Kind.RICH_TEXT and isinstance(one, str) and isinstance(other, str):
        return without_paragraph_keys(one) == without_paragraph_keys(other)
    return one == other or (kind.is_words and not one and not other)


def text_of(leaf: Leaf) -> str:
    """Return the text that a value without children holds, as plain text; an empty one if it is no text."""
    kind, raw = kind_of(leaf.definition), leaf.raw
    if kind == Kind.RICH_TEXT and isinstance(raw, str):
        return " ".join(get_text_for_indexing(raw).split())
    if kind == Kind.TABLE and isinstance(raw, dict):
        return " | ".join(filter(str.strip, cells_of(raw)))
    if isinstance(raw, str):
        is_of_a_field = isinstance(leaf.definition, Field) and kind in (Kind.OTHER, Kind.CHOICE)
        return "" if is_of_a_field or isinstance(leaf.definition, NO_TEXT) else raw
    if kind == Kind.TEXT and isinstance(raw, int | float):
        return str(raw)
    return " ".join(_strings(raw))


def markup_of(leaf: Leaf) -> str:
    """Return the HTML of a rich text, and nothing for any other value."""
    return leaf.raw if kind_of(leaf.definition) == Kind.RICH_TEXT and isinstance(leaf.raw, str) else ""


def _strings(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict | list):
        for value in raw.values() if isinstance(raw, dict) else raw:
            yield from _strings(value)


def words_of(definition: Definition, raw: Any) -> str:
    """Return all of the text that a value holds, whatever it is made of, as plain text."""
    return " · ".join(filter(None, (text_of(leaf).strip() for leaf in leaves(definition, raw, Place()))))


def readable(definition: Definition, raw: Any) -> str:
    """Return a value that is no words in words, or nothing if it is but the number of something."""
    if isinstance(raw, bool):
        return _("yes") if raw else _("no")
    if isinstance(definition, BaseChoiceBlock):
        return str(dict(flatten_choices(definition.field.choices)).get(raw, raw or ""))
    if isinstance(definition, Field) and definition.choices:
        return str(dict(flatten_choices(definition.choices)).get(raw, raw or ""))
    is_number_of_something = isinstance(raw, int) and kind_of(definition) in (Kind.LINK, Kind.FILE, Kind.IMAGE)
    return str(raw) if isinstance(raw, str | int | float) and not is_number_of_something else ""
