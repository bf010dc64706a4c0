"""The words of a page, taken apart into segments: what a translator translates one by one.

A page is read from the content of a revision, without making an object of it. Its values are parts, each at a path of
field names, ids of blocks and names of children, which the page in the other language shares; the path joined by dots
is what the editor calls `contentpath`. A part is made of segments: a rich text of its paragraphs and list items, a
table of its cells, everything else of itself.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import (
    CharField,
    EmailField,
    Field,
    ForeignKey,
    Model,
    SlugField,
    TextField,
    URLField,
)
from django.utils.functional import Promise, lazy
from django.utils.html import escape
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.blocks import (
    BaseStreamBlock,
    BaseStructBlock,
    Block,
    CharBlock,
    ChoiceBlock,
    EmailBlock,
    ListBlock,
    MultipleChoiceBlock,
    PageChooserBlock,
    RichTextBlock,
    TextBlock,
    URLBlock,
)
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail_localize.strings import StringValue, extract_strings

from editorial.digest import STATE_FIELDS, without_paragraph_keys
from translation.words import fields_that_are_not_language

Path = tuple[str, ...]
CAPTION = "table_caption"
_TAG = re.compile(r"<[^>]*>")
_PLAIN = re.compile(r"<(p|h[2-6])>([^<>&\r\0]+)</\1>")


class Kind(StrEnum):
    """What a part is to a translator. All but the first three are the same in every language, unless said otherwise."""

    TEXT = "text"
    RICH_TEXT = "rich text"
    TABLE = "table"
    LINK = "link"
    FILE = "file"
    IMAGE = "image"
    CHOICE = "choice"  # one of some, such as the level of a heading: it says nothing by itself
    OTHER = "other"

    @property
    def is_words(self) -> bool:
        """Whether it holds words of a language."""
        return self in (Kind.TEXT, Kind.RICH_TEXT, Kind.TABLE)


@dataclass(frozen=True)
class Segment:
    """One piece of a page.

    Attributes:
        path: of its part.
        index: its place among the segments of its part, from 0.
        kind: of its part.
        text: without markup.
        markup: HTML with inline elements only, their attributes replaced by ids; what memory and exchange keep.
        targets: where its links lead, in their order: `page:12`, `document:3`, or an address.
    """

    path: Path
    index: int
    kind: Kind
    text: str
    markup: str
    targets: tuple[str, ...] = ()
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split()) if self.kind.is_words else 0


@dataclass(frozen=True)
class Part:
    """One value of a page: `raw` is what the revision holds, `definition` the field or block that says what it is.

    `place` is its number in the order of the page, `where` the labels that lead to it in the editor.
    """

    path: Path
    kind: Kind
    raw: Any
    definition: Field | Block | None
    place: int
    where: tuple[str | Promise, ...] = ()

    @property
    def label(self) -> str:
        """Where it stands, in words."""
        return " › ".join(str(each) for each in self.where)

    @cached_property
    def segments(self) -> list[Segment]:
        """What it is made of, without empty ones but for the cells of a table: each has its number."""
        return list(self._segments())

    def _segments(self) -> Iterator[Segment]:
        if self.kind == Kind.RICH_TEXT:
            yield from self._of_rich_text()
        elif self.kind == Kind.TABLE:
            for number, text in enumerate(cells_of(self.raw)):
                yield self._plain(text, number)
        elif self.raw not in (None, "", [], {}, False):
            yield self._plain(str(self.raw), 0)

    def _plain(self, text: str, index: int) -> Segment:
        text = text.replace("\r\n", "\n")  # as browsers send the end of a line
        markup = StringValue.from_plaintext(text).data if self.kind.is_words else escape(text)
        return Segment(self.path, index, self.kind, text, markup, self._targets())

    def _targets(self) -> tuple[str, ...]:
        if self.kind == Kind.FILE:
            return (f"document:{self.raw}",)
        if self.kind == Kind.LINK:
            return (f"page:{self.raw}" if isinstance(self.raw, int) else str(self.raw),)
        return ()

    def _of_rich_text(self) -> Iterator[Segment]:
        if (texts := plain_texts(self.raw or "")) is not None:
            yield from (Segment(self.path, number, self.kind, text, text) for number, text in enumerate(texts))
            return
        _template, strings = extract_strings(self.raw or "")
        for number, (string, attributes) in enumerate(strings):
            targets = tuple(filter(None, (_target(each) for each in attributes.values())))
            yield Segment(
                self.path, number, self.kind, string.render_text(), string.data, targets, attributes=attributes
            )

    @property
    def words(self) -> int:
        """How many words it has, counted without taking it apart."""
        if self.kind == Kind.RICH_TEXT:
            return len(_TAG.sub(" ", self.raw or "").split())
        if self.kind == Kind.TABLE:
            return sum(len(cell.split()) for cell in cells_of(self.raw))
        return len(str(self.raw or "").split()) if self.kind == Kind.TEXT else 0

    def is_like(self, other: "Part | None") -> bool:
        """Whether another part says the same, asked without taking either apart."""
        return other is not None and self.kind == other.kind and self.raw == other.raw


def plain_texts(html: str) -> list[str] | None:
    """Return the texts of paragraphs and headings that hold nothing but words; None if there is anything else.

    Most rich text is such, and this takes a hundredth of the time of reading HTML.
    """
    found = _PLAIN.findall(html)
    if "".join(f"<{tag}>{text}</{tag}>" for tag, text in found) != html:
        return None
    return [text.strip() for _tag, text in found if not text.isspace()]


def cells_of(raw: Any) -> list[str]:
    """Return the texts of a table, its caption first, then cell by cell; an empty one is an empty text."""
    if not isinstance(raw, dict):
        return []
    cells = [str(cell or "") for row in raw.get("data") or () for cell in row or ()]
    return [str(raw.get(CAPTION) or ""), *cells]


def parts_of(content: Mapping[str, Any], model: type[Page]) -> dict[Path, Part]:
    """Return what a revision says in words and what belongs to them, by path, in the order of the page's fields.

    Args:
        content: of a revision: `Revision.content`, or what `serializable_data` of a page returns.
        model: the specific class of the page.
    """
    left_out = STATE_FIELDS | fields_that_are_not_language(model)
    relations = {relation.get_accessor_name(): relation for relation in get_all_child_relations(model)}
    parts: dict[Path, Part] = {}
    for path, kind, raw, definition, where in _walk(content, model, left_out, relations):
        parts[path] = Part(path, kind, raw, definition, len(parts), where)
    return parts


Where = tuple[str | Promise, ...]
Found = tuple[Path, Kind, Any, Field | Block | None, Where]


def _walk(
    content: Mapping[str, Any], model: type[Page], left_out: frozenset[str], relations: Mapping[str, Any]
) -> Iterator[Found]:
    # In the order of the definition: PostgreSQL keeps the keys of JSON in another one than they were written in
    for name in (*_field_names(model), *relations):
        if name not in content or name in left_out:
            continue
        value = content[name]
        if name in relations:
            yield from _of_rows(name, value or (), relations[name])
            continue
        definition = model._meta.get_field(name)
        if isinstance(definition, StreamField):
            raw = json.loads(value) if isinstance(value, str) else value
            yield from _of_block(definition.stream_block, raw, (name,), (_label(definition),))
        else:
            yield _of_field((name,), definition, value, (_label(definition),))


_capitalised = lazy(lambda text: capfirst(str(text)), str)


def _label(definition: Field) -> str | Promise:
    return _capitalised(definition.verbose_name)


def _field_names(model: type[Model]) -> list[str]:
    return [each.name for each in (*model._meta.fields, *model._meta.many_to_many)]


def row_key(row: Mapping[str, Any], number: int) -> str:
    """Return what a child row shares with the one that it was copied from: its translation key, else its place."""
    return str(row.get("translation_key") or number)


def _of_rows(name: str, rows: Any, relation: Any) -> Iterator[Found]:
    own = {"pk", "locale", "translation_key", "sort_order", relation.field.name}
    for number, row in enumerate(rows):
        for column in _field_names(relation.related_model):
            if column in row and column not in own:
                definition = relation.related_model._meta.get_field(column)
                where = (_capitalised(relation.related_model._meta.verbose_name), _label(definition))
                yield _of_field((name, row_key(row, number), column), definition, row[column], where)


def _of_field(path: Path, definition: Field, value: Any, where: Where) -> Found:
    if isinstance(definition, RichTextField):
        return path, Kind.RICH_TEXT, without_paragraph_keys(value or ""), definition, where
    return path, kind_of_field(definition), value, definition, where


def kind_of_field(definition: Field) -> Kind:
    """Return what the values of a field are to a translator."""
    if isinstance(definition, URLField | EmailField):
        return Kind.LINK
    if isinstance(definition, CharField | TextField) and not isinstance(definition, SlugField):
        return Kind.CHOICE if definition.choices else Kind.TEXT
    if isinstance(definition, ForeignKey):
        related = definition.related_model
        if issubclass(related, get_document_model()):
            return Kind.FILE
        if issubclass(related, get_image_model()):
            return Kind.IMAGE
        if issubclass(related, Page):
            return Kind.LINK
    return Kind.OTHER


def _of_block(block: Block | None, raw: Any, path: Path, where: Where) -> Iterator[Found]:
    if isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            if name in raw:
                yield from _of_block(child, raw[name], (*path, name), (*where, child.label))
    elif isinstance(block, BaseStreamBlock | ListBlock) and isinstance(raw, list):
        for number, item in enumerate(raw):
            if isinstance(item, dict) and "value" in item:
                child = child_of(block, item)
                label = child.label if child is not None else ""
                yield from _of_block(child, item["value"], (*path, str(item.get("id") or number)), (*where, label))
    elif block is not None:
        kind = kind_of_block(block)
        yield path, kind, without_paragraph_keys(raw or "") if kind == Kind.RICH_TEXT else raw, block, where


def child_of(block: BaseStreamBlock | ListBlock, item: Mapping[str, Any]) -> Block | None:
    """Return the block that defines one item of a stream or list, or None if there is none of its type any more."""
    return block.child_block if isinstance(block, ListBlock) else block.child_blocks.get(item.get("type"))


KINDS: tuple[tuple[type[Block] | tuple[type[Block], ...], Kind], ...] = (
    (RichTextBlock, Kind.RICH_TEXT),
    (TableBlock, Kind.TABLE),
    ((URLBlock, EmailBlock, PageChooserBlock), Kind.LINK),
    (DocumentChooserBlock, Kind.FILE),
    (ImageChooserBlock, Kind.IMAGE),
    ((ChoiceBlock, MultipleChoiceBlock), Kind.CHOICE),
    ((CharBlock, TextBlock), Kind.TEXT),
)


def kind_of_block(block: Block) -> Kind:
    """Return what the values of a block without children are to a translator."""
    return next((kind for blocks, kind in KINDS if isinstance(block, blocks)), Kind.OTHER)


def _target(attributes: Mapping[str, str]) -> str:
    if attributes.get("linktype") in ("page", "document"):
        return f"{attributes['linktype']}:{attributes.get('id', '')}"
    return str(attributes.get("href") or "")
