"""What changed between two revisions of a page, without a database."""

import json

import pytest

from news.models import NewsPage
from translation.facts.changes import DriftClass
from translation.facts.kinds import FactKind
from translation.segments import Kind, Part, parts_of
from translation.truth.drift import How, drift_between, worst


def text_block(key, *paragraphs):
    return {"type": "text", "id": key, "value": "".join(f"<p>{each}</p>" for each in paragraphs)}


def parts(body, **fields):
    return parts_of({"title": "Nowa droga", "lead": "Co się stało.", **fields, "body": json.dumps(body)}, NewsPage)


def told(before, after):
    return [
        (each.how, each.before and each.before.text, each.after and each.after.text)
        for each in drift_between(before, after)
    ]


ONE, TWO = text_block("a", "Gmina buduje drogę.", "Prace trwają."), text_block("b", "Zapraszamy wszystkich chętnych.")


def test_the_same_text_has_not_drifted():
    assert drift_between(parts([ONE, TWO]), parts([ONE, TWO])) == []
    assert worst([]) is None


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(("before", "after"), [(None, ""), ("", None), (False, None), ([], "")])
def test_nothing_said_in_another_way_has_not_drifted(kind, before, after):
    path = ("body", "a", "value")
    assert drift_between({path: Part(path, kind, before, None, 0)}, {path: Part(path, kind, after, None, 0)}) == []


def test_a_changed_paragraph_is_paired_with_what_it_was():
    changed = text_block("a", "Gmina buduje drogę.", "Prace dobiegły końca.")
    assert told(parts([ONE]), parts([changed])) == [(How.CHANGED, "Prace trwają.", "Prace dobiegły końca.")]


def test_a_new_paragraph_leaves_its_neighbours_alone():
    longer = text_block("a", "Gmina buduje drogę.", "Będzie też chodnik.", "Prace trwają.")
    assert told(parts([ONE]), parts([longer])) == [(How.ADDED, None, "Będzie też chodnik.")]
    assert told(parts([longer]), parts([ONE])) == [(How.REMOVED, "Będzie też chodnik.", None)]


def test_paragraphs_of_another_number_are_paired_by_what_they_say():
    before = text_block("a", "Gmina buduje nową drogę do szkoły.")
    after = text_block("a", "Zaczęło się lato.", "Gmina buduje nową drogę do biblioteki.", "Zapraszamy.")
    assert told(parts([before]), parts([after])) == [
        (How.ADDED, None, "Zaczęło się lato."),
        (How.CHANGED, "Gmina buduje nową drogę do szkoły.", "Gmina buduje nową drogę do biblioteki."),
        (How.ADDED, None, "Zapraszamy."),
    ]


def test_blocks_that_change_places_have_moved_and_nothing_else():
    assert told(parts([ONE, TWO]), parts([TWO, ONE])) in (
        [(How.MOVED, "Zapraszamy wszystkich chętnych.", "Zapraszamy wszystkich chętnych.")],
        [(How.MOVED, "Gmina buduje drogę.", "Gmina buduje drogę.")],
    )


def test_words_that_were_cut_and_pasted_into_a_new_block_have_moved():
    shorter, pasted = text_block("a", "Gmina buduje drogę."), text_block("c", "Prace trwają.")
    assert told(parts([ONE]), parts([shorter, pasted])) == [(How.MOVED, "Prace trwają.", "Prace trwają.")]


def test_a_block_of_another_type_is_another_block():
    heading = {"type": "heading", "id": "a", "value": {"text": "Nagłówek", "level": "h2"}}
    assert (How.ADDED, None, "Nagłówek") in told(parts([ONE]), parts([heading]))
    assert (How.REMOVED, "Prace trwają.", None) in told(parts([ONE]), parts([heading]))


def test_a_cell_of_a_table_and_a_new_row_are_seen():
    def table(*rows):
        return {"type": "table", "id": "t", "value": {"data": list(rows), "table_caption": "Drzewa"}}

    before, after = table(["Rok", "Sztuk"], ["2025", "sto"]), table(["Rok", "Sztuk"], ["2025", "dwieście"])
    assert told(parts([before]), parts([after])) == [(How.CHANGED, "sto", "dwieście")]
    longer = table(["Rok", "Sztuk"], ["2025", "sto"], ["2026", "trzysta"])
    assert [each.how for each in drift_between(parts([before]), parts([longer]))] == [How.ADDED, How.ADDED]


def cells(*rows, path=("body", "t")):
    return {path: Part(path, Kind.TABLE, {"data": list(rows)}, None, 0)}


def test_what_a_cell_says_depends_on_its_row():
    found = drift_between(cells(["Lipowo", "5 zł"], ["Dębno", "6 zł"]), cells(["Lipowo", "6 zł"], ["Dębno", "5 zł"]))
    assert [(each.how, each.before.text, each.after.text) for each in found] == [
        (How.CHANGED, "5 zł", "6 zł"),
        (How.CHANGED, "6 zł", "5 zł"),
    ]
    assert {each.drift_class for each in found} == {DriftClass.FACT}


def test_rows_that_change_places_have_moved():
    one, two = ["Lipowo", "5 zł"], ["Dębno", "6 zł"]
    found = drift_between(cells(one, two), cells(two, one))
    assert [(each.how, each.drift_class) for each in found] == [(How.MOVED, DriftClass.WORDING)] * 2


SWAPPED = [
    (["Droga:", "5 mln zł", "Szkoła:", "7 mln zł"], ["Droga:", "7 mln zł", "Szkoła:", "5 mln zł"]),
    (
        ["Droga", "Koszt: 5 mln zł", "Szkoła", "Koszt: 7 mln zł"],
        ["Droga", "Koszt: 7 mln zł", "Szkoła", "Koszt: 5 mln zł"],
    ),
    (["Droga: 5 mln zł.", "Szkoła: 7 mln zł."], ["Droga: 7 mln zł.", "Szkoła: 5 mln zł."]),
    (["Koszt: 5 mln zł", "Koszt: 7 mln zł"], ["Koszt: 7 mln zł", "Koszt: 5 mln zł"]),
]


@pytest.mark.parametrize("shape", ["paragraphs", "list", "table", "two columns"])
@pytest.mark.parametrize(("before", "after"), SWAPPED)
def test_amounts_that_change_places_are_facts(before, after, shape):
    def page(texts):
        if shape == "table":
            return cells(*([each] for each in texts))
        if shape == "two columns":
            return cells(*([each, ""] for each in texts))
        if shape == "paragraphs":
            return parts([text_block("a", *texts)])
        items = "".join(f"<li>{each}</li>" for each in texts)
        return parts([{"type": "text", "id": "a", "value": f"<ul>{items}</ul>"}])

    found = drift_between(page(before), page(after))
    assert [(each.how, each.drift_class, each.kinds) for each in found] == [
        (How.CHANGED, DriftClass.FACT, {FactKind.AMOUNT})
    ] * 2


def test_a_fact_that_stays_in_its_place_is_compared_there_in_two_blocks():
    before = [text_block("a", "Droga:", "5 mln zł"), text_block("b", "Szkoła:", "7 mln zł")]
    after = [text_block("a", "Droga:", "7 mln zł"), text_block("b", "Szkoła:", "5 mln zł")]
    assert {each.drift_class for each in drift_between(parts(before), parts(after))} == {DriftClass.FACT}


@pytest.mark.parametrize(
    ("one", "two"),
    [("Droga kosztuje 5 mln zł.", "Szkoła kosztuje 7 mln zł."), ("2025: 100 drzew", "2026: 200 drzew")],
)
def test_a_paragraph_that_moved_with_its_facts_has_moved(one, two):
    for before, after in (([one, two], [two, one]), ([one, "Prace trwają.", two], [two, "Prace trwają.", one])):
        found = drift_between(parts([text_block("a", *before)]), parts([text_block("a", *after)]))
        assert {(each.how, each.drift_class) for each in found} <= {(How.MOVED, DriftClass.WORDING)}
        assert found
    found = drift_between(cells(["2025", "100"], ["2026", "200"]), cells(["2026", "200"], ["2025", "100"]))
    assert {(each.how, each.drift_class) for each in found} == {(How.MOVED, DriftClass.WORDING)}


def test_a_new_column_leaves_the_others_alone():
    before, after = cells(["Rok", "Sztuk"], ["2025", "sto"]), cells(["Rok", "Gdzie", "Sztuk"], ["2025", "Park", "sto"])
    assert told(before, after) == [(How.ADDED, None, "Gdzie"), (How.ADDED, None, "Park")]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ('<a href="https://example.org/a">tu</a>', '<a href="https://example.org/b">tu</a>', FactKind.LINK),
        ('<a linktype="page" id="1">tu</a>', '<a linktype="page" id="2">tu</a>', FactKind.LINK),
        ('<a linktype="document" id="1">tu</a>', '<a linktype="document" id="2">tu</a>', FactKind.FILE),
    ],
)
def test_another_target_of_a_link_is_a_fact(before, after, kind):
    (found,) = drift_between(parts([text_block("a", before)]), parts([text_block("a", after)]))
    assert (found.how, found.drift_class, found.kinds) == (How.CHANGED, DriftClass.FACT, {kind})


def test_another_file_is_a_fact_and_another_image_is_none():
    def files(document):
        item = {"type": "item", "id": "f", "value": {"document": document, "title": "Plik", "language": "pl"}}
        return {"type": "files", "id": "x", "value": {"heading": "", "files": [item]}}

    (found,) = drift_between(parts([files(1)]), parts([files(2)]))
    assert (found.drift_class, found.kinds) == (DriftClass.FACT, {FactKind.FILE})
    (found,) = drift_between(parts([], lead_image=1), parts([], lead_image=2))
    assert (found.drift_class, found.kinds) == (DriftClass.WORDING, frozenset())


def test_a_changed_amount_is_a_fact_and_outweighs_the_rest():
    before, after = text_block("a", "Mamy 5 mln zł.", "Trwa nabór."), text_block("a", "Mamy 6 mln zł.", "Ruszył nabór.")
    found = drift_between(parts([before]), parts([after]))
    assert [each.drift_class for each in found] == [DriftClass.FACT, DriftClass.WORDING]
    assert worst(found) == DriftClass.FACT
