"""Suggestions that are carried into a rich text: Wagtail's own editor of it, beside the Polish text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import wagtail
from playwright.sync_api import Browser, expect

from tests.browser.source_panel_page import CARRY, Editor, part, passage

SCRIPTS = Path(wagtail.__file__).parent / "admin" / "static" / "wagtailadmin" / "js"
SETTINGS = {"ADMIN_API": {}, "ADMIN_URLS": {}, "CSRF_HEADER_NAME": "x", "CSRF_TOKEN": "t", "STRINGS": {}}
# What Django's catalogue of JavaScript gives, without translations
CATALOGUE = """Object.assign(window, { gettext: (text) => text, ngettext: (one) => one, pgettext: (_, text) => text,
  get_format: (name) => name, interpolate: (text) => text }); window.django = window;"""
OPTIONS = {
    "entityTypes": [{"type": "HORIZONTAL_RULE"}, {"type": "LINK"}],
    "blockTypes": [{"type": "unordered-list-item"}],
    "inlineStyles": [{"type": "BOLD"}],
}


def paragraph(text: str, kind: str = "unstyled", **more: Any) -> dict[str, Any]:
    return {"text": text, "type": kind, "depth": 0, "inlineStyleRanges": [], "entityRanges": [], **more}


BOLD = paragraph("Two is bold", inlineStyleRanges=[{"offset": 4, "length": 2, "style": "BOLD"}])
LINK = paragraph("Two is linked", entityRanges=[{"offset": 4, "length": 2, "key": 1}])
RULE = paragraph(" ", "atomic", entityRanges=[{"offset": 0, "length": 1, "key": 0}])
ENTITIES = {
    "0": {"type": "HORIZONTAL_RULE", "mutability": "IMMUTABLE", "data": {}},
    "1": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "https://example.org/"}},
}


@pytest.fixture
def editor(browser: Browser) -> Iterator[Editor]:
    tab = browser.new_page()
    yield Editor(tab)
    tab.close()


def write(editor: Editor, *paragraphs: dict[str, Any]) -> None:
    """Open the editor with a rich text of some paragraphs, and as many suggestions and two more."""
    number = sum(bool(each["text"].strip()) for each in paragraphs) + 2
    polish = part("body.one", *(passage(each, f"Akapit {each}", CARRY.format(f"New {each}")) for each in range(number)))
    field = '<input type="hidden" id="text" name="text" data-draftail-input>'
    editor.open(polish, fields=f'<div data-contentpath="body"><div data-contentpath="one">{field}</div></div>')
    editor.tab.add_script_tag(content=CATALOGUE)
    settings = f"""{{ const place = document.createElement("script"); place.id = "wagtail-config";
        place.type = "application/json"; place.textContent = JSON.stringify({json.dumps(SETTINGS)});
        document.head.append(place); }}"""
    editor.tab.evaluate(settings)
    for name in ("vendor/jquery-3.6.0.min.js", "core.js", "vendor.js", "wagtailadmin.js", "draftail.js"):
        editor.tab.add_script_tag(path=SCRIPTS / name)
    value = json.dumps({"blocks": paragraphs, "entityMap": ENTITIES})
    editor.tab.evaluate(f"document.getElementById('text').value = {json.dumps(value)}")
    editor.tab.evaluate(f"window.draftail.initEditor('#text', {json.dumps(OPTIONS)}, document.getElementById('text'))")
    expect(editor.tab.locator("[contenteditable=true]")).to_be_visible()


def carry(editor: Editor, number: int) -> None:
    editor.tab.get_by_role("button", name=f"New {number}", exact=True).click()
    expect(editor.says()).to_have_text("Carried.")


def expect_texts(editor: Editor, *wanted: str) -> None:
    """Wait until the field that the form sends says this, paragraph by paragraph."""
    said = "JSON.parse(document.getElementById('text').value).blocks.map((each) => each.text)"
    editor.tab.wait_for_function(f"JSON.stringify({said}) === JSON.stringify({json.dumps(wanted, ensure_ascii=False)})")


@pytest.mark.parametrize("second", [paragraph("Two"), BOLD, LINK], ids=["plain", "bold", "link"])
def test_a_suggestion_takes_the_place_of_its_whole_paragraph(editor, second):
    write(editor, paragraph("One"), second, paragraph("Three", "unordered-list-item"))
    for number in (1, 2, 0):
        carry(editor, number)
    expect_texts(editor, "New 0", "New 1", "New 2")
    editor.tab.keyboard.press("Control+z")
    expect_texts(editor, "One", "New 1", "New 2")


def test_what_is_no_paragraph_to_a_translator_has_no_number(editor):
    write(editor, paragraph("One"), paragraph(""), RULE, paragraph("Two"))
    carry(editor, 1)
    expect_texts(editor, "One", "", " ", "New 1")


def test_what_english_has_no_paragraph_for_comes_as_one_of_its_own(editor):
    write(editor, paragraph("One"), BOLD)
    carry(editor, 2)
    carry(editor, 3)
    expect_texts(editor, "One", "Two is bold", "New 2", "New 3")


def test_an_empty_text_takes_it_as_its_first_paragraph(editor):
    write(editor, paragraph(""))
    carry(editor, 0)
    expect_texts(editor, "New 0")


def test_a_key_carries_what_belongs_to_the_paragraph_with_the_cursor(editor):
    write(editor, paragraph("One"), paragraph("Two"))
    editor.tab.locator("[data-block=true]").last.click()
    editor.tab.keyboard.press("Alt+Shift+Digit1")
    expect_texts(editor, "One", "New 1")
    editor.tab.keyboard.type("!")
    expect_texts(editor, "One", "New 1!")
