"""Which texts of two pages are put side by side."""

import pytest

from translation.memory.pairing import pairs_of
from translation.segments import Kind, Part

PATH = ("body", "one")


def part(raw, kind=Kind.RICH_TEXT):
    return {PATH: Part(PATH, kind, raw, None, 0)}


def pairs(polish, english, kind=Kind.RICH_TEXT):
    found = pairs_of(part(polish, kind), part(english, kind))
    return [(pair.index, pair.sentence, pair.unit.source, pair.unit.target) for pair in found]


def table(*rows):
    return {"data": [list(row) for row in rows], "table_caption": ""}


def test_paragraphs_are_paired_by_their_place():
    found = pairs("<p>Jeden.</p><p>Dwa.</p>", "<p>One.</p><p>Two.</p>")
    assert found == [(0, 0, "Jeden.", "One."), (1, 0, "Dwa.", "Two.")]


def test_paragraphs_of_several_sentences_are_paired_by_sentences_too():
    found = pairs("<p>Jeden. Dwa.</p>", "<p>One. Two.</p>")
    assert found == [(0, 0, "Jeden. Dwa.", "One. Two."), (0, 1, "Jeden.", "One."), (0, 2, "Dwa.", "Two.")]


def test_another_number_of_sentences_leaves_the_paragraph():
    assert pairs("<p>Jeden. Dwa.</p>", "<p>One and two.</p>") == [(0, 0, "Jeden. Dwa.", "One and two.")]


def test_another_number_of_paragraphs_pairs_nothing():
    assert pairs("<p>Jeden.</p><p>Dwa.</p>", "<p>One and two.</p>") == []


def test_what_was_left_in_polish_is_no_translation():
    assert pairs("<p>Biuro. Nowa droga.</p>", "<p>Biuro. A new road.</p>") == [
        (0, 0, "Biuro. Nowa droga.", "Biuro. A new road."),
        (0, 2, "Nowa droga.", "A new road."),
    ]
    assert pairs("Nowa droga", "Nowa\u00a0droga", Kind.TEXT) == []


def test_what_has_no_letters_may_be_the_same():
    assert pairs("340", "340", Kind.TEXT) == [(0, 0, "340", "340")]


def test_tables_are_paired_cell_by_cell_and_empty_cells_are_not():
    found = pairs(table(["Rok", ""], ["2026", "gminy"]), table(["Year", ""], ["2026", "towns"]), Kind.TABLE)
    assert [pair[2:] for pair in found] == [("Rok", "Year"), ("2026", "2026"), ("gminy", "towns")]


def test_tables_of_another_shape_are_not_paired():
    assert pairs(table(["Rok", "Gminy"]), table(["Year"], ["Towns"]), Kind.TABLE) == []


@pytest.mark.parametrize("kind", [Kind.LINK, Kind.FILE, Kind.IMAGE, Kind.OTHER])
def test_what_is_no_language_is_not_remembered(kind):
    assert pairs("https://example.org/pl", "https://example.org/en", kind) == []


def test_parts_at_other_paths_are_strangers():
    other = ("body", "two")
    assert not list(pairs_of(part("<p>Jeden.</p>"), {other: Part(other, Kind.RICH_TEXT, "<p>One.</p>", None, 0)}))


def test_markup_is_kept_where_there_is_some():
    found = pairs_of(part("<p>Nowa <b>droga</b> &amp; most</p>"), part("<p>A new <b>road</b> &amp; bridge</p>"))
    unit = next(iter(found)).unit
    assert (unit.source_markup, unit.target_markup) == (
        "Nowa <b>droga</b> &amp; most",
        "A new <b>road</b> &amp; bridge",
    )
    plain = next(iter(pairs_of(part("<p>Droga &amp; most</p>"), part("<p>Road &amp; bridge</p>")))).unit
    assert (plain.target, plain.target_markup) == ("Road & bridge", "")
