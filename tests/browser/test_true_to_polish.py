"""A fact changes in Polish; translator and reader see it, and it is cleared: by keyboard alone, in Polish."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.by_keyboard import choose, left_the_editor, named, press, reach, write

POLISH = "Dotacje dla szkół"
CHANGED = "Szkoły dostaną 6 mln zł. To przykład."
CORRECTED = "Schools will get PLN 6 million. This is an example."
NOTICE = "The Polish version of this page was changed on"


@pytest.fixture
def pages(both_languages) -> dict[str, Any]:
    """The numbers of a page that is true in both languages, and its English address."""
    return both_languages("true")


@pytest.fixture
def only(both_languages) -> Iterator[dict[str, Any]]:
    """The title and the address of a page that has no English version. After the test it waits for none any more."""
    yield both_languages("only")
    both_languages("withheld")


def test_a_changed_amount_is_seen_corrected_and_cleared(sign_in, reader, pages):
    author, editor, translator = sign_in("autor"), sign_in("redaktor"), sign_in("tlumacz", language="pl")
    reader.goto(pages["address"])
    expect(reader.locator("main")).not_to_contain_text(NOTICE)

    author.goto(f"/admin/pages/{pages['polish']}/edit/")
    write(author.locator("[name=lead]"), CHANGED)
    choose(author, "Wyślij do akceptacji")
    left_the_editor(author)
    editor.goto(f"/admin/pages/{pages['polish']}/edit/")
    choose(editor, "Zaakceptuj")
    left_the_editor(editor)

    reader.goto(pages["address"])
    expect(reader.locator("body")).to_contain_text(NOTICE)
    expect(reader.locator("body")).to_contain_text("an amount")

    translator.goto("/admin/")
    expect(translator.get_by_role("row").filter(has_text=POLISH).first).to_contain_text("fakt")
    translator.goto(f"/admin/pages/{pages['english']}/edit/")
    press(translator.locator("[data-side-panel-toggle=source]").first)
    panel = translator.locator("[data-source-panel]")
    expect(panel).to_be_visible()
    expect(panel.locator("ins")).to_contain_text("6")
    press(named(panel, "button", "Następny fragment"))
    expect(translator.locator("[name=lead]")).to_be_focused()
    expect(panel.locator(".source__part--current")).to_contain_text("kwota")
    translator.keyboard.press("Alt+Shift+Digit1")
    expect(translator.locator("[name=lead]")).to_have_value("Schools will get PLN 5 million. This is an example.")
    choose(translator, "Wyślij do akceptacji")
    translator.wait_for_load_state()
    expect(translator.locator("body")).to_contain_text("6 mln zł")  # refused: the facts differ

    translator.goto(f"/admin/pages/{pages['english']}/edit/")
    write(translator.locator("[name=lead]"), CORRECTED)
    choose(translator, "Wyślij do akceptacji")
    left_the_editor(translator)
    editor.goto(f"/admin/pages/{pages['english']}/edit/")
    choose(editor, "Zaakceptuj")
    left_the_editor(editor)

    reader.goto(pages["address"])
    expect(reader.locator("main")).to_contain_text(CORRECTED)
    expect(reader.locator("body")).not_to_contain_text(NOTICE)


def test_other_words_are_settled_and_carried_by_keyboard(sign_in, reader, pages):
    author, editor, translator = sign_in("autor"), sign_in("redaktor"), sign_in("tlumacz", language="pl")
    author.goto(f"/admin/pages/{pages['polish']}/edit/")
    write(author.locator("[name=title]"), "Pieniądze dla szkół")
    choose(author, "Wyślij do akceptacji")
    left_the_editor(author)
    editor.goto(f"/admin/pages/{pages['polish']}/edit/")
    choose(editor, "Zaakceptuj")
    left_the_editor(editor)

    translator.goto(f"/admin/pages/{pages['english']}/edit/")
    press(translator.locator("[data-side-panel-toggle=source]").first)
    panel = translator.locator("[data-source-panel]")
    press(named(panel, "button", "Angielski jest nadal zgodny"))
    expect(panel).to_contain_text("Żaden fragment na Ciebie nie czeka.")
    reader.goto(pages["address"])
    expect(reader.locator("body")).not_to_contain_text(NOTICE)


def test_a_reader_asks_for_an_english_version(reader, sign_in, only):
    reader.goto(only["address"])
    press(reader.get_by_role("link", name="English").first)
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    expect(reader.get_by_role("heading", level=1)).to_have_text(only["title"])
    button = reader.locator("main form button").last
    reach(button)
    reader.keyboard.press("Enter")
    expect(reader.locator("main")).to_contain_text("Thank you")
    translator = sign_in("tlumacz")
    translator.goto(f"/admin/translations/?q={only['title']}")
    expect(translator.get_by_role("row").filter(has_text=only["title"])).to_contain_text("1")
