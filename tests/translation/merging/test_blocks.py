"""What a merge makes of blocks at any depth."""

import json
from itertools import product
from typing import Any

import pytest

from tests.translation.merging.guide import Guide, body_of, english_of, item, page
from translation.merging.merge import Merge, merge
from translation.merging.report import What


def merged(base: list[Any], source: list[Any], target: list[Any]) -> Merge:
    """Merge three bodies."""
    return merge(Guide, page(base), page(source), english_of(page(target)))


def text(words: str, key: str) -> dict[str, Any]:
    return item(f"<p>{words}</p>", "text", key)


def told(result: Merge) -> list[tuple[What, str, str]]:
    return [(change.what, change.before, change.after) for change in result.report.changes]


def keys(result: Merge) -> list[str]:
    return [each["id"] for each in body_of(result.content)]


ONE, TWO, THREE = (text(words, words) for words in ("jeden", "dwa", "trzy"))
ENGLISH_ONE, ENGLISH_TWO, ENGLISH_THREE = (
    text(words, key) for words, key in (("one", "jeden"), ("two", "dwa"), ("three", "trzy"))
)


def test_new_block_comes_in_with_its_polish_words():
    result = merged([ONE, TWO], [ONE, THREE, TWO], [ENGLISH_ONE, ENGLISH_TWO])
    assert body_of(result.content) == [ENGLISH_ONE, THREE, ENGLISH_TWO]
    assert told(result) == [(What.NEW, "", "trzy")]
    assert result.report.changes[0].path == ("body", "trzy")


def test_removed_block_goes_and_its_english_text_is_left_over():
    result = merged([ONE, TWO], [TWO], [ENGLISH_ONE, ENGLISH_TWO])
    assert body_of(result.content) == [ENGLISH_TWO]
    assert told(result) == [(What.GONE, "one", "")]
    (left,) = result.report.leftovers
    assert (left.path, left.text, left.markup) == (("body", "jeden"), "one", "<p>one</p>")


def test_removed_block_that_nobody_had_translated_leaves_nothing_over():
    result = merged([ONE, TWO], [TWO], [ONE, ENGLISH_TWO])
    assert keys(result) == ["dwa"]
    assert not result.report.leftovers


def test_order_is_the_polish_one_and_what_moves_is_told():
    result = merged([ONE, TWO, THREE], [THREE, ONE, TWO], [ENGLISH_ONE, ENGLISH_TWO, ENGLISH_THREE])
    assert body_of(result.content) == [ENGLISH_THREE, ENGLISH_ONE, ENGLISH_TWO]
    assert told(result) == [(What.MOVED, "", "trzy")]


def test_english_order_stays_where_polish_has_not_changed_its_own():
    changed = text("inne", "dwa")
    result = merged([ONE, TWO], [ONE, changed], [ENGLISH_TWO, ENGLISH_ONE])
    assert keys(result) == ["dwa", "jeden"]


def test_block_that_only_english_has_stays_after_its_neighbour():
    note = text("a note", "note")
    first = text("a first note", "first")
    result = merged([ONE, TWO], [TWO, THREE, ONE], [first, ENGLISH_ONE, note, ENGLISH_TWO])
    assert keys(result) == ["first", "dwa", "trzy", "jeden", "note"]


def test_block_that_only_english_has_stays_when_its_neighbour_goes():
    note = text("a note", "note")
    result = merged([ONE, TWO], [ONE], [ENGLISH_ONE, ENGLISH_TWO, note])
    assert keys(result) == ["jeden", "note"]


def test_block_that_english_removed_on_purpose_stays_removed_and_is_told():
    result = merged([ONE, TWO], [ONE, TWO, THREE], [ENGLISH_ONE])
    assert keys(result) == ["jeden", "trzy"]
    assert (What.REMOVED, "", "dwa") in told(result)


def test_block_of_another_type_under_the_same_id_is_another_block():
    heading = item({"text": "Jeden", "level": "h2"}, "heading", "jeden")
    result = merged([ONE, TWO], [heading, TWO], [ENGLISH_ONE, ENGLISH_TWO])
    assert body_of(result.content) == [heading, ENGLISH_TWO]
    assert [left.text for left in result.report.leftovers] == ["one"]


def test_english_block_whose_id_another_polish_block_took_gets_one_of_its_own():
    mine = item("<i>mine</i>", "html", "jeden")
    heading = item({"text": "Jeden", "level": "h2"}, "heading", "jeden")
    result = merged([ONE], [heading], [mine])
    first, second = body_of(result.content)
    assert {first["type"], second["type"]} == {"heading", "html"}
    assert first["id"] != second["id"]


def test_changed_words_stay_in_english_and_are_to_be_translated_again():
    result = merged([ONE], [text("inne", "jeden")], [ENGLISH_ONE])
    assert body_of(result.content) == [ENGLISH_ONE]
    assert told(result) == [(What.AGAIN, "jeden", "inne")]
    assert result.report.to_translate == result.report.changes


def test_words_that_nobody_had_translated_are_replaced():
    result = merged([ONE], [text("inne", "jeden")], [ONE])
    assert body_of(result.content) == [text("inne", "jeden")]
    assert told(result) == [(What.REPLACED, "jeden", "inne")]


def test_number_of_a_paragraph_is_no_change():
    numbered = item('<p data-block-key="a1b2">jeden</p>', "text", "jeden")
    assert not merged([ONE], [numbered], [ENGLISH_ONE]).report.changes
    assert not merged([ONE], [TWO], [numbered]).report.leftovers


def test_words_that_both_have_changed_alike_are_told_nobody():
    same = text("2026", "jeden")
    result = merged([ONE], [same], [same])
    assert (body_of(result.content), result.report.changes) == ([same], [])


@pytest.mark.parametrize(
    ("english", "becomes", "what"),
    [("h2", "h3", What.TAKEN), ("h4", "h4", What.KEPT)],
    ids=["as in Polish", "other on purpose"],
)
def test_choice_follows_unless_it_is_another_on_purpose(english, becomes, what):
    def heading(words: str, level: str) -> dict[str, Any]:
        return item({"text": words, "level": level}, "heading", "h")

    result = merged([heading("Zakres", "h2")], [heading("Zakres", "h3")], [heading("Scope", english)])
    assert body_of(result.content) == [heading("Scope", becomes)]
    assert [change.what for change in result.report.changes] == [what]
    assert result.report.changes[0].label.endswith("Poziom")


def test_image_deep_inside_follows_and_keeps_its_english_text():
    def section(image: int, alt_text: str) -> dict[str, Any]:
        picture = {"image": image, "decorative": False, "alt_text": alt_text}
        parts = [item({"picture": picture}, "note", "note"), item(picture, "picture", "picture")]
        return item({"heading": "Sekcja", "parts": parts}, "section", "section")

    result = merged([section(1, "Rzeka")], [section(2, "Rzeka")], [section(1, "A river")])
    assert body_of(result.content) == [section(2, "A river")]
    assert {change.what for change in result.report.changes} == {What.TAKEN}


def test_image_whose_text_was_written_for_english_is_left_over_with_it():
    def section(*pictures: tuple[str, str]) -> dict[str, Any]:
        parts = [item({"image": 1, "decorative": False, "alt_text": alt}, "picture", key) for key, alt in pictures]
        return item({"heading": "Sekcja", "parts": parts}, "section", "section")

    result = merged([section(("a", "Rzeka"))], [section(("b", "Most"))], [section(("a", "A river"))])
    assert body_of(result.content) == [section(("b", "Most"))]
    assert [(left.path, left.text) for left in result.report.leftovers] == [
        (("body", "section", "parts", "a", "alt_text"), "A river")
    ]


def test_items_of_a_list_inside_of_a_block_are_merged():
    def accordion(*parts: tuple[str, str]) -> dict[str, Any]:
        items = [item({"heading": heading, "text": "<p></p>"}, key=key) for key, heading in parts]
        return item({"parts": items}, "accordion", "accordion")

    result = merged(
        [accordion(("a", "Kto"), ("b", "Kiedy"))],
        [accordion(("b", "Kiedy"), ("c", "Gdzie"))],
        [accordion(("a", "Who"), ("mine", "Mine"), ("b", "When"))],
    )
    assert body_of(result.content) == [accordion(("mine", "Mine"), ("b", "When"), ("c", "Gdzie"))]
    assert [left.text for left in result.report.leftovers] == ["Who"]
    assert result.report.of(What.NEW)[0].label == "Body › Rozwijane części (1) › Części › Część (2)"


def test_new_child_of_a_structure_comes_in():
    base, source = item({"text": "Zakres"}, "heading", "h"), item({"text": "Zakres", "level": "h2"}, "heading", "h")
    result = merged([base], [source], [item({"text": "Scope"}, "heading", "h")])
    assert body_of(result.content) == [item({"text": "Scope", "level": "h2"}, "heading", "h")]


def test_link_that_was_written_for_english_is_kept_or_left_over():
    def files(url: str) -> dict[str, Any]:
        return item(url, "html", "html")

    result = merged([files("<a>pl</a>")], [files("<a>inne</a>")], [files("<a>en</a>")])
    assert body_of(result.content) == [files("<a>en</a>")]
    assert [left.text for left in merged([files("<a>pl</a>")], [], [files("<a>en</a>")]).report.leftovers] == [
        "<a>en</a>"
    ]


def test_list_of_bare_values_is_merged_by_what_it_says():
    def gallery(*texts: str) -> dict[str, Any]:
        return item({"images": [{"image": 1, "alt_text": each} for each in texts]}, "gallery", "gallery")

    result = merged([gallery("Rzeka", "Most")], [gallery("Rzeka", "Brzeg", "Most")], [gallery("A river", "A bridge")])
    assert body_of(result.content) == [gallery("A river", "Brzeg", "A bridge")]


def test_items_take_the_ids_that_polish_has_given_them():
    bare = item({"images": [{"image": 1, "alt_text": "Rzeka"}]}, "gallery", "gallery")
    named = item({"images": [item({"image": 1, "alt_text": "Rzeka"}, key="a")]}, "gallery", "gallery")
    english = item({"images": [item({"image": 1, "alt_text": "A river"}, key="own")]}, "gallery", "gallery")
    result = merged([bare], [named], [english])
    (image,) = body_of(result.content)[0]["value"]["images"]
    assert (image["id"], image["value"]["alt_text"]) == ("a", "A river")


def test_without_a_base_nothing_goes_and_what_is_new_comes_in():
    result = merge(Guide, {}, page([ONE, THREE]), english_of(page([ENGLISH_ONE, ENGLISH_TWO]), title="Title"))
    assert keys(result) == ["jeden", "dwa", "trzy"]
    assert body_of(result.content)[0] == ENGLISH_ONE
    assert (result.content["title"], result.report.leftovers) == ("Title", [])


def test_without_a_base_a_list_without_ids_stays():
    bare = [item({"images": [{"image": 1, "alt_text": alt}]}, "gallery", "g") for alt in ("Rzeka", "A river")]
    result = merge(Guide, {}, page([bare[0]]), english_of(page([bare[1]])))
    assert body_of(result.content) == [bare[1]]


STRANGE = [
    None,
    [],
    "",
    "no JSON",
    3,
    {"text": "words"},
    [None, "words", 3],
    [{"type": "text"}],
    [{"type": "text", "value": None, "id": "a"}],
    [{"type": "forgotten", "value": {"a": ["words"]}, "id": "a"}],
    [{"type": "accordion", "value": "words", "id": "a"}],
    [{"type": "accordion", "value": {"parts": None}, "id": "a"}],
    [{"type": "accordion", "value": {"parts": ["words", {"type": "item", "value": None}]}, "id": "a"}],
    [{"type": "table", "value": None, "id": "a"}],
    [{"type": "table", "value": {"data": None}, "id": "a"}],
    [{"type": "table", "value": {"data": [["words"], [], None]}, "id": "a"}],
    [{"type": "section", "value": {"parts": [{"type": "picture", "value": 7, "id": "b"}]}, "id": "a"}],
]


@pytest.mark.parametrize("english", STRANGE, ids=str)
def test_strange_values_break_nothing_and_lose_nothing(english):
    raw = as_kept(english)
    target = {**english_of(page()), "body": raw.replace("words", "English")}
    for base, source in product(STRANGE, repeat=2):
        result = merge(Guide, *({**page(), "body": as_kept(body)} for body in (base, source)), target)
        left = " ".join(left.text for left in result.report.leftovers)
        found = str(result.content["body"]).count("English") + left.count("English")
        assert found == raw.count("words"), (base, source)


def as_kept(body: Any) -> str:
    return body if isinstance(body, str) else json.dumps(body)


def test_field_that_english_never_had_comes_in():
    target = english_of(page())
    del target["lead"]
    base = page()
    del base["lead"]
    result = merge(Guide, base, page(lead="<p>Wstęp</p>"), target)
    assert result.content["lead"] == "<p>Wstęp</p>"
    assert told(result) == [(What.NEW, "", "Wstęp")]


def test_title_and_lead_stay_and_a_picture_follows():
    base, source = page(lead="<p>Wstęp</p>", picture=1), page(title="Inny", lead="<p>Inny</p>", picture=2)
    target = english_of(base, title="Title", lead="<p>Lead</p>", picture=1)
    result = merge(Guide, base, source, target)
    assert {name: result.content[name] for name in ("title", "lead", "picture")} == {
        "title": "Title",
        "lead": "<p>Lead</p>",
        "picture": 2,
    }


def test_what_is_not_language_is_not_touched():
    source = page(slug="inny", live=False, year=2027, locale=1, translation_key="other")
    target = english_of(page(), year=2025)
    assert merge(Guide, page(), source, target).content == target
