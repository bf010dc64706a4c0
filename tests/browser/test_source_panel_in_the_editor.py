"""The panel writes into Wagtail's own editor of rich text, and brings the field that it speaks of into sight."""

from contextlib import suppress

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.by_keyboard import press


@pytest.fixture
def opened(sign_in, both_languages) -> Page:
    """The editor of an English page, with the panel open, in a window that does not hold all of it."""
    pages = both_languages("true")
    translator = sign_in("tlumacz", language="pl")
    translator.set_viewport_size({"width": 1280, "height": 500})
    translator.goto(f"/admin/pages/{pages['english']}/edit/")
    press(translator.locator("[data-side-panel-toggle=source]").first)
    expect(translator.locator("[data-source-panel]")).to_be_visible()
    return translator


def offer(opened: Page, attribute: str, words: str) -> None:
    """Let the passage of the rich text offer words, as a memory would."""
    opened.evaluate(
        """([attribute, words]) => {
          const part = [...document.querySelectorAll("[data-source-path^='body.']")][0];
          const button = Object.assign(document.createElement("button"), { type: "button", textContent: "test" });
          button.setAttribute(attribute, words);
          part.querySelector("[data-source-segment]").append(button);
        }""",
        [attribute, words],
    )


def test_words_take_the_place_of_a_paragraph(opened):
    offer(opened, "data-source-carry", "Quite other words.")
    opened.locator("[data-source-panel] [data-source-carry='Quite other words.']").click()
    expect(opened.locator("[contenteditable=true]").first).to_have_text("Quite other words.")


def test_words_are_put_where_the_cursor_is(opened):
    text = opened.locator("[contenteditable=true]").first
    text.click()
    text.press("End")
    offer(opened, "data-source-insert", " At the end.")
    opened.locator("[data-source-panel] [data-source-insert=' At the end.']").click()
    expect(text).to_have_text("The money is for repairs. At the end.")


def test_the_field_of_a_passage_comes_into_sight(opened):
    opened.evaluate("window.scrollTo(0, 0)")
    opened.locator("[data-source-path^='body.'] [data-source-go]").first.click()
    expect(opened.locator("[contenteditable=true]").first).to_be_focused()
    expect(opened.locator("[contenteditable=true]").first).to_be_in_viewport()


def test_the_count_falls_while_one_translates(sign_in, both_languages):
    pages = both_languages("drifted")
    translator = sign_in("tlumacz", language="pl", autosave=True)
    translator.goto(f"/admin/pages/{pages['english']}/edit/")
    toggle = translator.locator("[data-side-panel-toggle=source]").first
    press(toggle)
    counter = toggle.locator("[data-side-panel-toggle-counter]")
    expect(counter).to_have_text("1")
    part = translator.locator("[data-source-path=lead]")
    expect(part).to_contain_class("source__part--waits")
    type_until(translator, counter)
    expect(part).not_to_contain_class("source__part--waits")
    expect(part).to_contain_text("W wersji roboczej angielski tekst jest tu już zmieniony.")


def type_until(tab: Page, counter: Locator) -> None:
    """Translate the lead until nothing waits: for its first two seconds the editor takes note of nothing."""
    for number in range(20):
        tab.locator("[name=lead]").fill(f"Schools will get PLN 6 million. Example {number}.")
        with suppress(AssertionError):
            expect(counter).to_be_hidden(timeout=5000)
            return
    raise AssertionError("The panel still counts the passage.")
