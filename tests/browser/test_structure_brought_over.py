"""Blocks come, go and change places in Polish, and one action brings that into English: by keyboard, in Polish."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.by_keyboard import named, press
from tests.browser.sound import expect_sound

POLISH, NEW = "Czytanie w bibliotece", "Po czytelni oprowadzi bibliotekarka."
ROOM, ADMISSION, TALES, TEA = (
    "We open a new reading room.",
    "Admission is free.",
    "Actors read fairy tales.",
    "Tea will be served afterwards.",
)
TEXTS = "[data-contentpath=body] [contenteditable=true]"
STEP = "Przenieś układ polskiej strony"


@pytest.fixture
def address(both_languages) -> Iterator[str]:
    """Where the English page is edited. After the test it waits on no desk any more."""
    yield f"/admin/pages/{both_languages('restructured')['english']}/edit/"
    both_languages("taken_down")


def test_a_structure_is_brought_over_and_every_english_text_stays(sign_in, address):
    translator = sign_in("tlumacz", policy=False, language="pl")
    translator.goto("/admin/translations/")
    row = translator.get_by_role("row").filter(has_text=POLISH).filter(has_text="rozbieżna")
    press(named(row, "link", f"Zaktualizuj – {POLISH}"))
    translator.wait_for_url(f"**{address}")
    expect(translator.locator(TEXTS)).to_have_text([ROOM, ADMISSION, TALES, TEA])
    press(translator.locator("[data-side-panel-toggle=source]").first)
    panel = translator.locator("[data-source-panel]")
    press(named(panel, "link", STEP))

    expect(translator.get_by_role("heading", name=STEP).first).to_be_visible()
    for heading, words in (
        ("Dochodzi, po polsku: do przetłumaczenia (1)", NEW),
        ("Znika, jak w polskiej wersji (1)", TALES),
        ("Przechodzi na miejsce, które ma w polskiej wersji (1)", ""),
        ("Teksty angielskie, które nie będą miały miejsca", TALES),
    ):
        part = translator.locator("section.structure").filter(has=translator.get_by_role("heading", name=heading))
        expect(part).to_contain_text(words)
    expect_sound(translator)
    press(named(translator, "button", "Przenieś"))

    translator.wait_for_url(f"**{address}")
    expect(translator.locator(TEXTS)).to_have_text([ADMISSION, ROOM, TEA, NEW])
    expect(panel).to_be_visible()  # the editor remembers that it was open
    expect(panel.locator(".source__part--waits").filter(has_text=NEW)).to_contain_text("jeszcze po polsku")
    press(named(panel, "link", "1 tekst angielski bez miejsca"))
    kept = translator.locator("#leftovers")
    expect(kept.locator("blockquote")).to_have_text([TALES])
    expect_sound(translator)
