"""Merges a table row by row and column by column."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from translation.merging.leaf_rules import leave_texts, merge_leaf
from translation.merging.places import MISSING, Label, Place, Three
from translation.merging.report import Report
from translation.merging.sequences import Member, Order, note_order, order_of
from translation.segments import CAPTION

# What a cell and a caption are: plain text
TEXT = CharBlock()
ROWS = "data"
BY_PLACE = ("cell", "mergeCells")  # lists of facts about cells, each of which names its row and column
BETWEEN_CELLS = " | "


@dataclass(frozen=True)
class Grid:
    """The cells of a table, each row as long as the longest."""

    rows: list[list[Any]]

    @classmethod
    def of(cls, raw: dict[str, Any]) -> "Grid":
        """Read the value of a table block, however ragged it is."""
        rows = [list(row) if isinstance(row, list) else [] for row in raw.get(ROWS) or ()]
        width = max(map(len, rows), default=0)
        return cls([row + [None] * (width - len(row)) for row in rows])

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def cell(self, row: int | None, column: int | None) -> Any:
        """Return what a cell holds, `MISSING` if the table has no such row or column."""
        return MISSING if row is None or column is None else self.rows[row][column]


def merge_table(three: Three, place: Place, report: Report) -> dict[str, Any]:
    """Return what becomes of the English table; all three are the values of a table block, with a base."""
    if three.base == three.source:
        return three.target
    grids = three.each(Grid.of)
    rows = order_of(grids.each(_rows))
    columns = order_of(_columns(grids, rows))
    result = dict(three.target)
    for name in three.source:
        if name == CAPTION:
            _merge_option(result, name, three, place.cell(_("Caption")), report)
        elif name not in (ROWS, *BY_PLACE):
            _merge_option(result, name, three, place, report)
    cells = [
        [_merge_cell(grids, row, column, _cell_place(place, row, column), report) for column in columns.kept]
        for row in (rows.kept if columns.kept else ())
    ]
    result |= {ROWS: cells} | _facts_of_cells(three, rows, columns)
    for lines, order, name in (
        (grids.each(lambda grid: grid.rows), rows, _("row")),
        (grids.each(_transposed), columns, _("column")),
    ):
        note_order(order, lines, partial(_line_place, place, name), _said, report)
    _leave_cells(grids, rows, columns, place, report)
    return three.target if result == three.target else result


def _rows(grid: Grid) -> list[Member]:
    return [Member(None, "row", _as_text(row)) for row in grid.rows]


def _columns(grids: Three, rows: Order) -> Three:
    """Return the columns as far as they go through rows that all three tables have."""
    shared = [row for row in rows.kept if None not in row]
    numbers = Three(*zip(*shared, strict=True)) if shared else Three((), (), ())
    return Three(*(_columns_through(grid, chosen) for grid, chosen in zip(grids, numbers, strict=True)))


def _columns_through(grid: Grid, rows: tuple[int, ...]) -> list[Member]:
    return [Member(None, "column", _as_text([grid.rows[row][column] for row in rows])) for column in range(grid.width)]


def _transposed(grid: Grid) -> list[list[Any]]:
    return [[row[column] for row in grid.rows] for column in range(grid.width)]


def _as_text(cells: list[Any]) -> str:
    return "\x1f".join(str(cell or "") for cell in cells)


def _merge_option(result: dict[str, Any], name: str, three: Three, place: Place, report: Report) -> None:
    option = three.member(name)
    if option.target is not MISSING:
        result[name] = merge_leaf(TEXT if name == CAPTION else None, option, place, report)
    elif option.base != option.source:
        result[name] = option.source


def _merge_cell(grids: Three, row: Three, column: Three, place: Place, report: Report) -> Any:
    three = Three(*(grid.cell(r, c) for grid, r, c in zip(grids, row, column, strict=True)))
    if three.target is MISSING:
        return "" if three.source is MISSING else three.source
    return three.target if three.source is MISSING else merge_leaf(TEXT, three, place, report)


def _cell_place(place: Place, row: Three, column: Three) -> Place:
    return place.cell(_numbered(_("row"), row), _numbered(_("column"), column))


def _line_place(place: Place, name: Label, slot: Three) -> Place:
    return place.cell(_numbered(name, slot))


def _numbered(name: Label, slot: Three) -> Label:
    return format_lazy("{} {}", name, (slot.target if slot.source is None else slot.source) + 1)


def _said(cells: list[Any]) -> str:
    return BETWEEN_CELLS.join(str(cell) for cell in cells if cell)


def _leave_cells(grids: Three, rows: Order, columns: Order, place: Place, report: Report) -> None:
    """Report the English cells of rows and columns that go, each once."""
    for row in (*rows.kept, *rows.gone):
        for column in columns.gone if row in rows.kept else (*columns.kept, *columns.gone):
            english = grids.target.cell(row.target, column.target)
            if english is not MISSING:
                polish = grids.base.cell(row.base, column.base)
                leave_texts(TEXT, english, polish, _cell_place(place, row, column), report)


def _facts_of_cells(three: Three, rows: Order, columns: Order) -> dict[str, Any]:
    """Return alignments and joined cells, at the places that their cells have now.

    They are the Polish ones, unless they were others in English before.
    """
    result = {}
    for name in BY_PLACE:
        facts = three.member(name)
        if not any(isinstance(each, list) and each for each in (facts.source, facts.target)):
            continue
        is_polish = facts.target is MISSING or (facts.base == facts.target and facts.source is not MISSING)
        result[name] = list(
            _at_new_places(facts.source, _places(rows, 1), _places(columns, 1))
            if is_polish
            else _at_new_places(facts.target, _places(rows, 2), _places(columns, 2))
        )
    return result


def _places(order: Order, which: int) -> dict[int, int]:
    """Return where the lines of one of the three tables (1: the Polish one, 2: the English one) are now."""
    return {slot[which]: number for number, slot in enumerate(order.kept) if slot[which] is not None}


def _at_new_places(facts: Any, rows: dict[int, int], columns: dict[int, int]) -> Iterator[dict[str, Any]]:
    for fact in facts if isinstance(facts, list) else ():
        if isinstance(fact, dict) and fact.get("row") in rows and fact.get("col") in columns:
            yield {**fact, "row": rows[fact["row"]], "col": columns[fact["col"]]}
