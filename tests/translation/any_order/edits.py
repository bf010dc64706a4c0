"""What people do to the text of a page: to its sentences, and to its blocks at any depth."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock

from core.blocks import BODY_BLOCKS
from tests.translation.any_order.sentences import WORD_FIELDS

BODY = blocks.StreamBlock(BODY_BLOCKS)
KINDS = ("heading", "text", "quote", "call_out", "accordion", "table", "links")
WORDS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
_LINE = re.compile(r"(?<=>)[^<>]+(?=<)")
_PARTS = re.compile(r"<p\b.*?</p>|<ul>.*</ul>")

Line = Callable[[], str]  # writes a new sentence
Change = Callable[[str], str]  # makes another sentence of one
Content = dict[str, Any]


@dataclass(frozen=True)
class Spot:
    """A value inside of a page, and what holds it under which key."""

    block: blocks.Block
    holder: Any
    key: Any

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.key]


def spots(content: Content) -> Iterator[Spot]:
    """Yield the values of a page that sentences stand in, and the lists of its blocks; `body` is a list here."""
    yield from (Spot(blocks.TextBlock(), content, name) for name in WORD_FIELDS[:-1] if content.get(name))
    yield from _inside(Spot(BODY, content, "body"))


def _inside(spot: Spot) -> Iterator[Spot]:
    block, value = spot.block, spot.value
    if isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from _inside(Spot(child, value, name))
        return
    if isinstance(block, (TableBlock, *WORDS)) and value:
        yield spot
    if isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        yield spot
        for item in value:
            yield from _inside(Spot(block_of(block, item), item, "value"))


def block_of(block: Any, item: Any) -> blocks.Block:
    """Return the block that says what an item of a list or stream is."""
    return block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[item["type"]]


def change_lines(content: Content, change: Change) -> None:
    """Make another sentence of each that a page has."""
    for spot in spots(content):
        _change_lines(spot, change)


def change_a_line(content: Content, random: Random, change: Change) -> None:
    """Make another sentence of one that a page has."""
    found: list[str] = []
    change_lines(content, lambda line: found.append(line) or line)
    if found:
        chosen = random.choice(found)
        change_lines(content, lambda line: change(line) if line == chosen else line)


def _change_lines(spot: Spot, change: Change) -> None:
    value = spot.value
    if isinstance(spot.block, TableBlock):
        value["table_caption"] = change(value["table_caption"])
        for row in value["data"]:
            row[:] = [change(cell) for cell in row]
    elif isinstance(value, str):
        is_rich = value.startswith("<")
        spot.holder[spot.key] = _LINE.sub(lambda found: change(found[0]), value) if is_rich else change(value)


def change_structure(content: Content, random: Random, action: str, line: Line) -> None:
    """Do something to a list of blocks, a rich text or a table: `add`, `remove` or `move` a part of it."""
    fitting = [spot for spot in spots(content) if _parts(spot) is not None]
    spot = random.choice(fitting)
    parts: list[Any] = _parts(spot) or []
    place = random.randrange(len(parts) + 1)
    if action == "add":
        parts.insert(place, _new_part(spot, random, line))
    elif len(parts) > 1:
        taken = parts.pop(random.randrange(len(parts)))
        if action == "move":
            parts.insert(random.randrange(len(parts) + 1), taken)
    if isinstance(spot.block, TableBlock):
        spot.value["data"] = parts
    else:
        spot.holder[spot.key] = "".join(parts) if isinstance(spot.value, str) else parts


def _parts(spot: Spot) -> list[Any] | None:
    if isinstance(spot.block, TableBlock):
        return list(spot.value["data"])
    if isinstance(spot.value, str):
        return _PARTS.findall(spot.value) if spot.value.startswith("<") else None
    return list(spot.value)


def _new_part(spot: Spot, random: Random, line: Line) -> Any:
    if isinstance(spot.block, TableBlock):
        return [line() for _cell in spot.value["data"][0]]
    if isinstance(spot.block, blocks.RichTextBlock):
        return f"<p>{line()}</p>"
    if isinstance(spot.block, blocks.ListBlock):
        return item(new_value(spot.block.child_block, random, line), random)
    return new_block(random.choice(KINDS), random, line)


def item(value: Any, random: Random, kind: str = "item") -> dict[str, Any]:
    """Return the raw value of a block of a stream, or of an item of a list."""
    return {"type": kind, "id": str(UUID(int=random.getrandbits(128), version=4)), "value": value}


def new_block(kind: str, random: Random, line: Line) -> dict[str, Any]:
    """Return the raw value of a new block of a body."""
    return item(new_value(BODY.child_blocks[kind], random, line), random, kind)


def new_value(block: Any, random: Random, line: Line) -> Any:
    """Return the raw value of a new block, with a sentence in every field for words."""
    if isinstance(block, blocks.BaseStructBlock):
        return {name: new_value(child, random, line) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [item(new_value(block.child_block, random, line), random) for _n in range(random.randint(1, 3))]
    if isinstance(block, TableBlock):
        rows = [[line(), line()] for _row in range(random.randint(2, 3))]
        return {"data": rows, "table_caption": line(), **TABLE}
    if isinstance(block, blocks.RichTextBlock):
        nested = f"<ul><li>{line()}</li><li>{line()}<ul><li>{line()}</li></ul></li></ul>"
        return f"<p>{line()}</p>" + random.choice(["", f"<p>{line()}</p>", nested])
    if isinstance(block, blocks.ChoiceBlock):
        return next((key for key, _name in block.field.choices if key), "") if block.required else ""
    if isinstance(block, blocks.URLBlock):
        return "https://example.org/"
    return line() if isinstance(block, WORDS) else None


TABLE = {
    "cell": [],
    "mergeCells": [],
    "table_header_choice": "row",
    "first_row_is_table_header": True,
    "first_col_is_header": False,
}
