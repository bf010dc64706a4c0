"""Merges values of every kind: fields, blocks of blocks, lists of blocks, and child rows."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models.fields.related import ForeignObjectRel
from modelcluster.fields import ParentalKey
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, ListBlock
from wagtail.fields import StreamField

from translation.merging.leaf_rules import leave_texts, merge_leaf
from translation.merging.places import MISSING, Place, Three
from translation.merging.reading import (
    Definition,
    block_of,
    definitions_of,
    is_item,
    kind_of,
    label_of,
    own_columns,
    place_of_item,
    same,
    stream_of,
    value_of,
    words_of,
)
from translation.merging.report import Report, What
from translation.merging.sequences import Member, note_order, order_of
from translation.merging.tables import merge_table
from translation.segments import Kind, row_key


def merge_value(definition: Definition, three: Three, place: Place, report: Report) -> Any:
    """Return what becomes of a value that both languages have.

    Args:
        definition: the field, relation or block that says what it is; None if that is not known any more.
        three: as the revisions hold it, `MISSING` in the base if it was not there.
        place: where it stands.
        report: takes what somebody has to know.
    """
    both = (three.source, three.target)
    if isinstance(definition, StreamField):
        return _merge_stream_field(definition, three, place, report)
    if isinstance(definition, BaseStructBlock) and all(isinstance(value, dict) for value in both):
        return _merge_struct(definition, three, place, report)
    if isinstance(definition, BaseStreamBlock | ListBlock) and all(isinstance(value, list) for value in both):
        return _merge_items(definition, three, place, report)
    if kind_of(definition) == Kind.TABLE and all(isinstance(value, dict) for value in three):
        return merge_table(three, place, report)
    return merge_leaf(definition, three, place, report)


def merge_record(model: Any, three: Three, place: Place, report: Report, left_out: frozenset[str]) -> dict[str, Any]:
    """Return what becomes of the fields and child rows of a page, or of a row.

    Args:
        model: the model that they belong to.
        three: dictionaries as revisions hold them.
        place: of the page or row.
        report: takes what somebody has to know.
        left_out: names that are not touched.
    """
    definitions = definitions_of(model)
    result = dict(three.target)
    for name in three.source:
        definition = definitions.get(name)
        if name in left_out or definition is None:
            continue
        inside = place.child(name, label_of(definition, name))
        if not isinstance(definition, ForeignObjectRel):
            _merge_member(result, name, definition, three, inside, report)
        elif isinstance(definition.field, ParentalKey) and (three.source[name] or name in result):
            result[name] = _merge_rows(definition, three, name, inside, report)
    return result


def _merge_member(
    result: dict[str, Any], name: str, definition: Definition, three: Three, place: Place, report: Report
) -> None:
    """Merge what stands under a name. What English never had comes in."""
    member = three.member(name)
    if member.target is not MISSING:
        result[name] = merge_value(definition, member, place, report)
    elif member.base is MISSING or not same(definition, member.base, member.source):
        result[name] = member.source
        if words := words_of(definition, member.source):
            report.note(What.NEW, place, after=words)
        elif member.source:
            report.note(What.TAKEN, place)


def _merge_stream_field(definition: StreamField, three: Three, place: Place, report: Report) -> Any:
    streams = three.each(stream_of)
    merged = merge_value(definition.stream_block, streams, place, report)
    if merged == streams.target:
        return three.target
    return merged if isinstance(three.target, list) else json.dumps(merged, cls=DjangoJSONEncoder)


def _merge_struct(definition: BaseStructBlock, three: Three, place: Place, report: Report) -> dict[str, Any]:
    result = dict(three.target)
    for name in three.source:
        child = definition.child_blocks.get(name)
        _merge_member(result, name, child, three, place.child(name, label_of(child, name)), report)
    return result


def _seen(items: Three, slot: Three) -> tuple[Any, int]:
    """Return an item of three lists and its number, in Polish if it is there."""
    which = 2 if slot.source is None else 1
    return items[which][slot[which]], slot[which]


# Streams and lists


def _merge_items(definition: BaseStreamBlock | ListBlock, three: Three, place: Place, report: Report) -> Any:
    items = Three(three.base if isinstance(three.base, list) else [], three.source, three.target)
    names = items.each(lambda each: [_name_of(definition, item) for item in each])
    has_nameless = any(None in each for each in names)
    if has_nameless and not isinstance(three.base, list):
        # Nothing says which item is which.
        return merge_leaf(None, Three(MISSING, three.source, three.target), place, report)
    order = order_of(items.each(lambda each: [_member(definition, item, has_nameless) for item in each]))

    def place_of(slot: Three) -> Place:
        return place_of_item(definition, *_seen(items, slot), place)

    note_order(order, items, place_of, lambda item: words_of(*_block_and_value(definition, item)), report)
    result = [_merge_item(definition, items.at(slot), place_of(slot), report) for slot in order.kept]
    for slot in order.gone:
        polish, english = items.at(slot).base, items.at(slot).target
        leave_texts(*_block_and_value(definition, english), value_of(definition, polish), place_of(slot), report)
    if result == three.target:
        return three.target
    return _with_ids_of_their_own(definition, result, [items.at(slot).source for slot in order.kept])


def _block_and_value(definition: BaseStreamBlock | ListBlock, item: Any) -> tuple[Definition, Any]:
    return block_of(definition, item), value_of(definition, item)


def _name_of(definition: BaseStreamBlock | ListBlock, item: Any) -> tuple[str, str] | None:
    known = _id_of(definition, item)
    return (item["type"], known) if known else None


def _member(definition: BaseStreamBlock | ListBlock, item: Any, has_nameless: bool) -> Member:
    """Return what tells an item from others; its content counts only where some have no id."""
    kind = item["type"] if is_item(definition, item) and isinstance(definition, BaseStreamBlock) else ""
    content = _content(value_of(definition, item)) if has_nameless else ""
    return Member(_name_of(definition, item), kind, content)


def _content(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str, ensure_ascii=False)


def _merge_item(definition: BaseStreamBlock | ListBlock, item: Three, place: Place, report: Report) -> Any:
    """Return the English item with its merged value, in its envelope, under the id that Polish has given it.

    What only one of the two pages has is as it is there.
    """
    if MISSING in (item.source, item.target):
        return item.source if item.target is MISSING else item.target
    values = item.each(lambda each: value_of(definition, each))
    merged = merge_value(block_of(definition, item.source), values, place, report)
    if not is_item(definition, item.target):
        return merged
    ids = item.each(lambda each: _id_of(definition, each))
    result = {**item.target, "value": merged}
    if ids.source and ids.source not in (ids.base, ids.target):
        result["id"] = ids.source
    return result


def _with_ids_of_their_own(definition: BaseStreamBlock | ListBlock, items: list[Any], polish: list[Any]) -> list[Any]:
    """Return the items, with another id where they have one that is another Polish item's.

    `polish` holds the Polish item of each, `MISSING` where only English has it.
    """
    own, given = ([_id_of(definition, item) for item in each] for each in (items, polish))
    taken = set(given) - {None}
    result = []
    for item, known, polish_id in zip(items, own, given, strict=True):
        if known and known in taken and known != polish_id:
            known = _other_id(known, item["type"], taken)
            item = {**item, "id": known}
        if known:
            taken.add(known)
        result.append(item)
    return result


def _id_of(definition: BaseStreamBlock | ListBlock, item: Any) -> str | None:
    return str(item["id"]) if is_item(definition, item) and item.get("id") else None


def _other_id(known: str, kind: str, taken: set[Any]) -> str:
    """Return the same new id whenever it is asked for the same reason."""
    name = str(uuid5(NAMESPACE_OID, f"{known} {kind}"))
    return _other_id(name, kind, taken) if name in taken else name


# Child rows


def _merge_rows(relation: ForeignObjectRel, three: Three, name: str, place: Place, report: Report) -> Any:
    rows = Three(*([] if lists is MISSING or lists is None else lists for lists in three.member(name)))
    left_out = own_columns(relation)
    order = order_of(rows.each(lambda each: [_row_member(row, left_out) for row in each]))

    def place_of(slot: Three) -> Place:
        row, number = _seen(rows, slot)
        return place.item(row_key(row, number), relation.related_model._meta.verbose_name or "", number)

    note_order(order, rows, place_of, lambda row: words_of(relation, [row]), report)
    result = [_merge_row(relation, rows.at(slot), three.target, place_of(slot), report) for slot in order.kept]
    for slot in order.gone:
        leave_texts(relation, [rows.at(slot).target], [rows.at(slot).base], place, report)
    is_as_before = [slot.target for slot in order.kept] == list(range(len(rows.target)))
    return result if is_as_before else [_at_place(row, number) for number, row in enumerate(result)]


def _merge_row(
    relation: ForeignObjectRel, row: Three, parent: Mapping[str, Any], place: Place, report: Report
) -> dict[str, Any]:
    if row.target is MISSING:
        return _new_row(relation, row.source, parent)
    if row.source is MISSING:
        return row.target
    three = Three({} if row.base is MISSING else row.base, row.source, row.target)
    return merge_record(relation.related_model, three, place, report, own_columns(relation))


def _row_member(row: Mapping[str, Any], left_out: frozenset[str]) -> Member:
    own = {name: value for name, value in row.items() if name not in left_out}
    return Member(row.get("translation_key"), "row", _content(own))


def _new_row(relation: ForeignObjectRel, row: dict[str, Any], parent: Mapping[str, Any]) -> dict[str, Any]:
    """Return a Polish row as one of the English page's: not saved yet, and so are the rows below it."""
    result = {**row, "pk": None, relation.field.name: parent.get("pk")}
    if "locale" in row and "locale" in parent:
        result["locale"] = parent["locale"]
    for name, definition in definitions_of(relation.related_model).items():
        if isinstance(definition, ForeignObjectRel) and isinstance(definition.field, ParentalKey) and row.get(name):
            result[name] = [_new_row(definition, child, result) for child in row[name]]
    return result


def _at_place(row: dict[str, Any], number: int) -> dict[str, Any]:
    return {**row, "sort_order": number} if "sort_order" in row else row
