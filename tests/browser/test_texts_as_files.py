"""The texts of a page go out as a file and come in again, and a broken file changes nothing: by keyboard, in Polish."""

from pathlib import Path

import polib
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.by_keyboard import named, press, reach
from tests.browser.sound import expect_sound

LEAD, BETTER_LEAD = "The library invites children. This is an example.", "Children are invited. This is an example."
TEXT, BETTER_TEXT = "Actors read fairy tales.", "Fairy tales are read by actors."


@pytest.fixture
def numbers(both_languages) -> dict[str, int]:
    """The numbers of a page in both languages."""
    return both_languages("reading")


@pytest.fixture
def translator(sign_in, numbers) -> Page:
    """The tab of a translator, at the texts of the page."""
    tab = sign_in("tlumacz", policy=False, language="pl")
    tab.goto(f"/admin/pages/{numbers['english']}/edit/")
    press(named(tab, "button", "Akcje"))
    press(named(tab, "link", "Teksty w pliku PO"))
    tab.wait_for_url("**/exchange/**")
    return tab


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Zażółć".encode("utf-16"), "nie jest zapisany w UTF-8"),
        (b"To jest list.", "nie jest plik PO"),
    ],
    ids=["another encoding", "no PO file"],
)
def test_a_broken_file_is_refused_with_a_reason_and_changes_nothing(translator, numbers, content, reason):
    send_in(translator, content)
    field = translator.locator("[name=file]")
    expect(translator.locator(".error-message")).to_contain_text(reason)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect_sound(translator)
    reach(field)
    translator.goto(f"/admin/pages/{numbers['english']}/edit/")
    expect(translator.locator("[name=lead]")).to_have_value(LEAD)


def test_texts_go_out_and_come_in_again(translator, numbers, tmp_path):
    file = take_out(translator, tmp_path / "texts.po")
    entries = {entry.msgstr: entry for entry in file}
    entries[LEAD].msgstr = BETTER_LEAD
    entries[TEXT].msgstr = BETTER_TEXT
    entries["We open a new reading room."].msgstr = "We open a <b>new reading room."
    entries["Admission is free."].msgstr = "Everybody may enter free of charge."
    entries["Admission is free."].flags.append("fuzzy")
    entries["Tea will be served afterwards."].msgstr = ""
    send_in(translator, str(file).encode())

    expect(translator.get_by_role("heading", name="Co stanie się z plikiem")).to_be_visible()
    rows = translator.get_by_role("row")
    sums = rows.filter(has=translator.get_by_role("rowheader", name="Reading in the library"))
    assert [int(cell) for cell in sums.get_by_role("cell").all_inner_texts()] == [2, len(file) - 5, 1, 2]
    expect_told(rows, "przyjęte", BETTER_LEAD, "Zamiast:", LEAD)
    expect_told(rows, "przyjęte", BETTER_TEXT, "Zamiast:", TEXT)
    expect_told(rows, "odrzucone", "Otwieramy nową czytelnię.", "Znacznik <b> nie jest zamknięty.")
    expect_told(rows, "odrzucone", "Wstęp jest wolny.", "W pliku ma znacznik „fuzzy”")
    expect_sound(translator)
    press(named(translator, "button", "Przyjmij 2 teksty"))

    translator.wait_for_url(f"**/admin/pages/{numbers['english']}/edit/")
    expect(translator.locator("[name=lead]")).to_have_value(BETTER_LEAD)
    texts = translator.locator("[data-contentpath=body] [contenteditable=true]")
    expect(texts).to_have_text(
        ["We open a new reading room.", "Admission is free.", BETTER_TEXT, "Tea will be served afterwards."]
    )


def expect_told(rows: Locator, *words: str) -> None:
    """Make sure that one row holds all of these words."""
    for each in words:
        rows = rows.filter(has_text=each)
    expect(rows).to_have_count(1)


def take_out(tab: Page, path: Path) -> polib.POFile:
    """Let the texts of the page be handed out, and read the file."""
    with tab.expect_download() as download:
        press(named(tab, "button", "Pobierz"))
    download.value.save_as(path)
    return polib.pofile(str(path))


def send_in(tab: Page, content: bytes) -> None:
    """Choose a file and let it be checked."""
    with tab.expect_file_chooser() as chooser:
        # The browser is told to hand over its dialog when the waiting begins: it has the whole way there to do so.
        press(tab.locator("[name=file]"))
    chooser.value.set_files({"name": "texts.po", "mimeType": "text/x-gettext-translation", "buffer": content})
    press(named(tab, "button", "Sprawdź plik"))
