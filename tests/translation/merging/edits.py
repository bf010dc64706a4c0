"""Edits of a page that anybody might make, chosen at random, on what a revision holds."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

from django.db.models.fields.related import ForeignObjectRel
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock

from tests.translation.merging.guide import Guide, item, page
from translation.merging.reading import block_of, definitions_of, is_item

FORGOTTEN = "forgotten"  # a type of block that is not known any more


@dataclass(frozen=True)
class Spot:
    """A value inside of a page: what it is, and what holds it under which key."""

    definition: Any
    holder: Any
    key: Any

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.key]


class Editor:
    """Somebody who edits one version of a page. Every word that they write is written once."""

    def __init__(self, content: dict[str, Any], prefix: str, in_tables: float) -> None:
        self.numbers = count(1)
        self.prefix = prefix
        self.content = content
        self.in_tables = in_tables  # how often they work in a table, from 0 to 1, if there is one

    def word(self) -> str:
        """Return a word that nobody has written before."""
        return f"{self.prefix}{next(self.numbers)}x"

    def act(self, random: Random, action: str) -> None:
        """Do something somewhere: `write`, `set`, `add`, `remove`, `move` or `retype`; nothing where it cannot be."""
        opened = {**deepcopy(self.content), "body": json.loads(self.content["body"])}
        spots = [spot for spot in self._spots(opened) if _fits(spot, action)]
        tables = [spot for spot in spots if isinstance(spot.definition, TableBlock)]
        if tables and random.random() < self.in_tables:
            spots = tables
        if spots:
            getattr(self, f"_{action}")(random, random.choice(spots))
        self.content = {**opened, "body": json.dumps(opened["body"])}

    def _spots(self, opened: dict[str, Any]) -> Iterator[Spot]:
        definitions = definitions_of(Guide)
        for name in ("title", "lead", "picture", "body", "steps"):
            yield from _inside(Spot(definitions[name], opened, name))

    def _write(self, random: Random, spot: Spot) -> None:
        if isinstance(spot.definition, TableBlock):
            row = random.choice(spot.value["data"])
            row[random.randrange(len(row))] = self.word()
        elif isinstance(spot.value, str) and spot.value.startswith("<p>") and random.random() < 0.5:
            spot.holder[spot.key] = spot.value + f"<p>{self.word()}</p>"
        else:
            spot.holder[spot.key] = self._text_for(spot.definition)

    def _set(self, random: Random, spot: Spot) -> None:
        spot.holder[spot.key] = new_value(spot.definition, random, self.word)

    def _add(self, random: Random, spot: Spot) -> None:
        items, definition = spot.value, spot.definition
        if isinstance(definition, TableBlock):
            _add_to_table(items["data"], random, self.word)
        elif isinstance(definition, ForeignObjectRel):
            items.insert(random.randint(0, len(items)), self._row())
        else:
            items.insert(random.randint(0, len(items)), new_item(definition, random, self.word))

    def _row(self) -> dict[str, Any]:
        own = self.content
        text = f"<p>{self.word()}</p>"
        keys = {"pk": None, "guide": own["pk"], "locale": own["locale"], "sort_order": None}
        return {**keys, "translation_key": self.word() + "id", "name": self.word(), "text": text}

    def _remove(self, random: Random, spot: Spot) -> None:
        if isinstance(spot.definition, TableBlock):
            _remove_from_table(spot.value["data"], random)
        elif spot.value:
            spot.value.pop(random.randrange(len(spot.value)))

    def _move(self, random: Random, spot: Spot) -> None:
        if isinstance(spot.definition, TableBlock):
            random.shuffle(spot.value["data"])
        elif spot.value:
            moved = spot.value.pop(random.randrange(len(spot.value)))
            spot.value.insert(random.randint(0, len(spot.value)), moved)

    def _retype(self, random: Random, spot: Spot) -> None:
        if spot.value:
            number = random.randrange(len(spot.value))
            known = spot.value[number].get("id")
            spot.value[number] = {**new_item(spot.definition, random, self.word), "id": known}

    def _text_for(self, definition: Any) -> str:
        plain = isinstance(definition, blocks.CharBlock | blocks.TextBlock)
        return self.word() if plain else f"<p>{self.word()} {self.word()}</p>"


def _inside(spot: Spot) -> Iterator[Spot]:
    """Yield a spot and those inside of its value."""
    definition, value = spot.definition, spot.value
    if isinstance(definition, StreamField):
        definition = definition.stream_block
    yield Spot(definition, spot.holder, spot.key)
    if isinstance(definition, ForeignObjectRel):
        columns = definitions_of(definition.related_model)
        for row in value:
            for name in ("name", "text"):
                yield from _inside(Spot(columns[name], row, name))
    elif isinstance(definition, blocks.BaseStructBlock) and isinstance(value, dict):
        for name in value:
            yield from _inside(Spot(definition.child_blocks[name], value, name))
    elif isinstance(definition, blocks.BaseStreamBlock | blocks.ListBlock):
        for number, each in enumerate(value):
            holder, key = (each, "value") if is_item(definition, each) else (value, number)
            if block_of(definition, each) is not None:
                yield from _inside(Spot(block_of(definition, each), holder, key))


def _fits(spot: Spot, action: str) -> bool:
    definition = spot.definition
    is_table = isinstance(definition, TableBlock)
    if is_table and not (spot.value["data"] and spot.value["data"][0]):
        return False
    is_stream = isinstance(definition, blocks.BaseStreamBlock)
    is_list = is_stream or isinstance(definition, blocks.ListBlock | ForeignObjectRel) or is_table
    if action == "retype":
        return is_stream
    if action in ("add", "remove", "move"):
        return is_list
    is_leaf = not is_list and not isinstance(definition, blocks.BaseStructBlock)
    if action == "set":
        return isinstance(definition, blocks.ChoiceBlock | blocks.BooleanBlock | ImageChooserBlock | blocks.URLBlock)
    return is_table or (is_leaf and isinstance(spot.value, str) and not isinstance(definition, blocks.ChoiceBlock))


def _add_to_table(rows: list[list[Any]], random: Random, word: Callable[[], str]) -> None:
    if random.random() < 0.5:
        rows.insert(random.randint(0, len(rows)), [word() for _cell in rows[0]])
    else:
        column = random.randint(0, len(rows[0]))
        for row in rows:
            row.insert(column, word())


def _remove_from_table(rows: list[list[Any]], random: Random) -> None:
    if random.random() < 0.5:
        if len(rows) > 1:
            rows.pop(random.randrange(len(rows)))
    elif len(rows[0]) > 1:
        column = random.randrange(len(rows[0]))
        for row in rows:
            row.pop(column)


def new_item(definition: Any, random: Random, word: Callable[[], str]) -> Any:
    """Return a new block of a stream, or item of a list: now and then without an id, or of a type that is forgotten."""
    if isinstance(definition, blocks.ListBlock):
        value = new_value(definition.child_block, random, word)
        return {"type": "item", "id": word() + "id", "value": value} if random.random() < 0.9 else value
    if random.random() < 0.05:
        return {"type": FORGOTTEN, "id": word() + "id", "value": {"text": word(), "parts": [word()]}}
    kind, block = random.choice(list(definition.child_blocks.items()))
    made = {"type": kind, "id": word() + "id", "value": new_value(block, random, word)}
    return made if random.random() < 0.95 else {name: made[name] for name in ("type", "value")}


def new_value(definition: Any, random: Random, word: Callable[[], str]) -> Any:
    """Return a new value of a block."""
    if isinstance(definition, blocks.BaseStructBlock):
        names = [name for name in definition.child_blocks if random.random() < 0.95]
        return {name: new_value(definition.child_blocks[name], random, word) for name in names}
    if isinstance(definition, blocks.BaseStreamBlock | blocks.ListBlock):
        return [new_item(definition, random, word) for _number in range(random.randint(0, 3))]
    if isinstance(definition, TableBlock):
        return _new_table(random, word)
    if isinstance(definition, blocks.ChoiceBlock):
        return random.choice([key for key, _name in definition.field.choices if key] or [""])
    if isinstance(definition, blocks.BooleanBlock):
        return random.random() < 0.5
    if isinstance(definition, blocks.URLBlock):
        return f"https://example.org/{word()}"
    if isinstance(definition, blocks.RichTextBlock | blocks.RawHTMLBlock):
        return f"<p>{word()}</p>"
    if isinstance(definition, blocks.CharBlock | blocks.TextBlock):
        return word() if random.random() < 0.9 else ""
    return random.randint(1, 9)


def _new_table(random: Random, word: Callable[[], str]) -> dict[str, Any]:
    width = random.randint(1, 4)
    rows = [[random.choice(["", str(random.randint(1, 9)), word()]) for _column in range(width)] for _row in range(4)]
    return {"data": rows, "table_caption": word(), "cell": [], "first_row_is_table_header": True}


def author(random: Random, in_tables: float) -> Editor:
    """Return somebody who has written a Polish page."""
    table = item(_new_table(random, lambda: "table"), "table", "table")
    editor = Editor(page([table] if in_tables else [], lead="<p>pl</p>"), "pl", in_tables)
    for _number in range(random.randint(2, 8)):
        editor.act(random, "add")
    return editor


def texts_in(content: dict[str, Any], prefix: str) -> set[str]:
    """Return the words that somebody wrote, of those that stand in a page."""
    characters = "".join(each if each.isalnum() else " " for each in json.dumps(content))
    return {each for each in characters.split() if each.startswith(prefix) and each.endswith("x")}
