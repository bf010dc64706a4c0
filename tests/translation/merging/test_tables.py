"""Rows and columns that are put into a Polish table or taken out of it take the English cells along."""

from typing import Any

from tests.translation.merging.guide import Guide, body_of, english_of, item, page
from translation.merging.merge import Merge, merge
from translation.merging.report import What

POLISH = [["Rok", "Drzewa", "Uwagi"], ["2025", "120", "sucho"], ["2026", "340", "mokro"]]
ENGLISH = [["Year", "Trees", "Notes"], ["2025", "120", "dry"], ["2026", "340", "wet"]]


def table(rows: list[list[Any]], **options: Any) -> dict[str, Any]:
    return {"data": rows, "cell": [], "mergeCells": [], "table_caption": "Drzewa", **options}


def merged(base: Any, source: Any, target: Any) -> Merge:
    bodies = (page([item(value, "table", "t")]) for value in (base, source, target))
    polish, newer, english = bodies
    return merge(Guide, polish, newer, english_of(english))


def value_of(result: Merge) -> dict[str, Any]:
    return body_of(result.content)[0]["value"]


def rows_of(base: list[list[Any]], source: list[list[Any]], target: list[list[Any]]) -> list[list[Any]]:
    return value_of(merged(table(base), table(source), table(target)))["data"]


def with_column(rows: list[list[Any]], place: int, cells: list[Any]) -> list[list[Any]]:
    return [[*row[:place], cell, *row[place:]] for row, cell in zip(rows, cells, strict=True)]


def test_row_that_was_put_in_comes_in_polish():
    new = ["2024", "80", "zimno"]
    assert rows_of(POLISH, [POLISH[0], new, *POLISH[1:]], ENGLISH) == [ENGLISH[0], new, *ENGLISH[1:]]


def test_row_that_was_taken_out_leaves_its_english_cells_over():
    result = merged(table(POLISH), table([POLISH[0], POLISH[2]]), table(ENGLISH))
    assert value_of(result)["data"] == [ENGLISH[0], ENGLISH[2]]
    assert [left.text for left in result.report.leftovers] == ["dry"]
    assert result.report.of(What.GONE)[0].before == "2025 | 120 | dry"


def test_column_that_was_put_in_comes_in_polish():
    cells = ["Gmina", "A", "B"]
    assert rows_of(POLISH, with_column(POLISH, 1, cells), ENGLISH) == with_column(ENGLISH, 1, cells)


def test_column_that_was_taken_out_leaves_its_english_cells_over():
    result = merged(table(POLISH), table([row[:2] for row in POLISH]), table(ENGLISH))
    assert value_of(result)["data"] == [row[:2] for row in ENGLISH]
    assert [left.text for left in result.report.leftovers] == ["Notes", "dry", "wet"]


def test_row_and_column_at_once():
    cells = ["Gmina", "A", "B"]
    wider = with_column(POLISH, 0, cells)
    new = ["C", "2027", "500", "ciepło"]
    assert rows_of(POLISH, [*wider[:2], new, wider[2]], ENGLISH) == [
        *with_column(ENGLISH, 0, cells)[:2],
        new,
        ["B", *ENGLISH[2]],
    ]


def test_rows_that_were_sorted_take_their_english_along():
    assert rows_of(POLISH, [POLISH[0], POLISH[2], POLISH[1]], ENGLISH) == [ENGLISH[0], ENGLISH[2], ENGLISH[1]]


def test_cell_that_was_changed_stays_in_english_and_a_number_follows():
    source = [POLISH[0], ["2025", "125", "bardzo sucho"], POLISH[2]]
    result = merged(table(POLISH), table(source), table(ENGLISH))
    assert value_of(result)["data"] == [ENGLISH[0], ["2025", "125", "dry"], ENGLISH[2]]
    assert [(change.what, change.before, change.after) for change in result.report.changes] == [
        (What.REPLACED, "120", "125"),
        (What.AGAIN, "sucho", "bardzo sucho"),
    ]
    assert result.report.changes[1].path == ("body", "t")


def test_row_of_english_alone_stays_after_its_neighbour():
    own = ["2025½", "200", "own"]
    new = ["2027", "1", "nowy"]
    result = rows_of(POLISH, [*POLISH, new], [*ENGLISH[:2], own, ENGLISH[2]])
    assert result == [*ENGLISH[:2], own, ENGLISH[2], new]


def test_column_of_english_alone_stays_and_is_empty_in_new_rows():
    english = with_column(ENGLISH, 3, ["In words", "few", "many"])
    new = ["2027", "1", "nowy"]
    assert rows_of(POLISH, [*POLISH, new], english) == [*english, [*new, ""]]


def test_row_that_english_removed_stays_removed():
    result = merged(table(POLISH), table([*POLISH, ["2027", "1", "nowy"]]), table([ENGLISH[0], ENGLISH[2]]))
    assert value_of(result)["data"] == [ENGLISH[0], ENGLISH[2], ["2027", "1", "nowy"]]
    assert result.report.of(What.REMOVED)[0].after == "2025 | 120 | sucho"


def test_caption_stays_and_headers_follow():
    base = table(POLISH, first_row_is_table_header=True, first_col_is_header=False)
    source = table(POLISH, first_row_is_table_header=True, first_col_is_header=True, table_caption="Lasy")
    target = {**base, "data": ENGLISH, "table_caption": "Trees"}
    result = merged(base, source, target)
    assert value_of(result) == {**target, "first_col_is_header": True}
    assert [change.what for change in result.report.changes] == [What.AGAIN, What.TAKEN]


def test_joined_cells_are_at_the_place_of_their_cells():
    joined = {"row": 1, "col": 0, "rowspan": 2, "colspan": 1}
    base, target = table(POLISH, mergeCells=[joined]), table(ENGLISH, mergeCells=[joined])
    source = table([POLISH[0], ["2024", "80", "zimno"], *POLISH[1:]], mergeCells=[{**joined, "row": 2}])
    assert value_of(merged(base, source, target))["mergeCells"] == [{**joined, "row": 2}]
    own = [{"row": 2, "col": 1, "className": "htRight"}]
    assert value_of(merged(base, source, {**target, "cell": own}))["cell"] == [{**own[0], "row": 3}]


def test_table_that_goes_leaves_its_english_over():
    result = merge(Guide, page([item(table(POLISH), "table", "t")]), page(), page([item(table(ENGLISH), "table", "t")]))
    (left,) = result.report.leftovers
    assert "Notes" in left.text


def test_table_without_a_base_stays():
    assert value_of(merged(None, table(POLISH), table(ENGLISH)))["data"] == ENGLISH
