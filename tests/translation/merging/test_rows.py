"""Child rows of a page, and rows of rows, are merged on their translation keys."""

from typing import Any
from uuid import UUID

from tests.translation.merging.guide import ENGLISH, Guide, english_of, page, step
from translation.merging.merge import Merge, merge
from translation.merging.report import What

A, B, C = (str(UUID(int=number)) for number in range(3))


def hint(pk: int, text: str) -> dict[str, Any]:
    return {"pk": pk, "step": 101, "text": text}


def merged(source: dict[str, Any], **names: str) -> Merge:
    """Merge, with an English page in which the steps of some names have others."""
    base = page(steps=[step(A, 0, "Wniosek"), step(B, 1, "Umowa")])
    target = english_of(base)
    for row in target["steps"]:
        row["name"] = names.get(row["name"], row["name"])
    return merge(Guide, base, source, target)


def names_of(result: Merge) -> list[str]:
    return [row["name"] for row in result.content["steps"]]


def test_new_row_is_the_english_pages_own():
    source = page(steps=[step(A, 0, "Wniosek"), step(C, 1, "Ocena"), step(B, 2, "Umowa")])
    result = merged(source, Wniosek="Application", Umowa="Agreement")
    assert names_of(result) == ["Application", "Ocena", "Agreement"]
    new = result.content["steps"][1]
    assert (new["pk"], new["guide"], new["locale"], new["translation_key"]) == (None, ENGLISH, ENGLISH, C)
    assert [row["sort_order"] for row in result.content["steps"]] == [0, 1, 2]
    assert [(change.what, change.after) for change in result.report.changes] == [(What.NEW, "Ocena")]


def test_rows_that_stay_keep_their_numbers_and_language():
    source = page(steps=[step(B, 0, "Umowa"), step(A, 1, "Wniosek")])
    result = merged(source, Wniosek="Application", Umowa="Agreement")
    rows = result.content["steps"]
    assert names_of(result) == ["Agreement", "Application"]
    assert [(row["pk"], row["guide"], row["locale"], row["sort_order"]) for row in rows] == [
        (201, ENGLISH, ENGLISH, 0),
        (200, ENGLISH, ENGLISH, 1),
    ]


def test_row_that_goes_leaves_its_english_over():
    result = merged(page(steps=[step(B, 0, "Umowa")]), Wniosek="Application")
    assert names_of(result) == ["Umowa"]
    (left,) = result.report.leftovers
    assert (left.path, left.text) == (("steps", A, "name"), "Application")


def test_words_of_a_row_stay_and_are_told():
    source = page(steps=[step(A, 0, "Podanie"), step(B, 1, "Kontrakt")])
    result = merged(source, Wniosek="Application")
    assert names_of(result) == ["Application", "Kontrakt"]
    assert [change.what for change in result.report.changes] == [What.AGAIN, What.REPLACED]


def test_row_without_a_key_is_told_by_its_place():
    def unkeyed(content: dict[str, Any]) -> dict[str, Any]:
        rows = [{name: value for name, value in row.items() if name != "translation_key"} for row in content["steps"]]
        return {**content, "steps": rows}

    base = page(steps=[step(A, 0, "Wniosek"), step(B, 1, "Umowa")])
    source = page(steps=[step(A, 0, "Wniosek"), step(B, 1, "Umowa"), step(C, 2, "Ocena")])
    target = english_of(page(steps=[step(A, 0, "Application"), step(B, 1, "Agreement")]))
    assert names_of(merge(Guide, unkeyed(base), unkeyed(source), unkeyed(target))) == [
        "Application",
        "Agreement",
        "Ocena",
    ]


def test_rows_of_rows_are_merged_and_new_ones_have_no_number():
    base = page(steps=[step(A, 1, "Wniosek", hints=[hint(1, "Podpisz")])])
    source = page(
        steps=[
            step(A, 1, "Wniosek", hints=[hint(1, "Podpisz"), hint(2, "Wyślij")]),
            step(B, 2, "Umowa", hints=[hint(3, "Czytaj")]),
        ]
    )
    target = english_of(page(steps=[step(A, 1, "Application", hints=[hint(1, "Sign")])]))
    first, second = merge(Guide, base, source, target).content["steps"]
    assert [(row["pk"], row["step"], row["text"]) for row in first["hints"]] == [
        (101, 201, "Sign"),
        (None, 201, "Wyślij"),
    ]
    assert [(row["pk"], row["step"]) for row in second["hints"]] == [(None, None)]


def test_page_whose_revision_has_no_rows_yet_gets_them():
    base, target = page(), english_of(page())
    del target["steps"]
    assert "steps" not in merge(Guide, base, page(), target).content
    (row,) = merge(Guide, base, page(steps=[step(A, 0, "Wniosek")]), target).content["steps"]
    assert (row["name"], row["guide"]) == ("Wniosek", ENGLISH)
