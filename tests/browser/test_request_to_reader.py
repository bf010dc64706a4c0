"""A translation is asked for, written beside the Polish text, approved and read: by keyboard, in Polish."""

import re
from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.browser.by_keyboard import choose, left_the_editor, named, press, reach, write
from tests.browser.sound import expect_sound
from tests.browser.test_main_job import open_from_list

POLISH, POLISH_LEAD = "Kurs komputerowy dla seniorów", "Kurs trwa trzy tygodnie. To przykład."
TITLE = "A computer course for older people"
LEAD = "The course takes three weeks. This is an example."
TEXT = "The library takes the applications."
MESSAGE = "Potrzebne na spotkanie partnerów."
QUEUE = "/admin/translations/"


def test_from_the_request_to_the_english_reader(sign_in, reader, both_languages):
    numbers = both_languages("wanted")
    author, translator = sign_in("autor", policy=False, language="pl"), sign_in("tlumacz", policy=False, language="pl")
    editor = sign_in("redaktor", language="pl")
    deadline = timezone.localdate() + timedelta(days=5)
    author.goto(f"/admin/pages/{numbers['polish']}/edit/")
    ask(author, deadline)

    translator.goto(QUEUE)
    row = translator.get_by_role("row").filter(has_text=POLISH)
    for told in ("pilne", "Agata", f"{deadline.day} "):
        expect(row).to_contain_text(told)
    expect_sound(translator)
    press(named(row, "link", f"Otwórz zlecenie – {POLISH}"))
    translator.wait_for_url("**/request/")
    expect(translator.locator(".translation-request")).to_contain_text(MESSAGE)
    expect_sound(translator)
    translate(translator)

    editor.goto("/admin/")
    press(named(editor, "link", f"Przeczytaj i zdecyduj – {TITLE}"))
    editor.wait_for_url("**/edit/**")
    choose(editor, "Zaakceptuj")
    left_the_editor(editor)

    open_from_list(reader, "/en/news/", TITLE)
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    expect(reader.locator("main")).to_contain_text(LEAD)
    expect(reader.locator("main")).to_contain_text(TEXT)
    translator.goto(QUEUE)
    expect(translator.get_by_role("row").filter(has_text=POLISH)).to_have_count(0)


def ask(tab: Page, deadline: date) -> None:
    """Ask for the English version of the page in the editor: of whom, by when, how urgently, and for what."""
    press(named(tab, "button", "Akcje"))
    press(named(tab, "link", "Zleć tłumaczenie"))
    tab.wait_for_url("**/ask/**")
    pick(tab.locator("[name=assignee]"), "Tomasz Tłumacki")
    write(tab.locator("[name=deadline]"), f"{deadline:%d.%m.%Y}")
    pick(tab.locator("[name=priority]"), "pilne")
    write(tab.locator("[name=message]"), MESSAGE)
    expect_sound(tab)
    press(named(tab, "button", "Zleć"))
    expect(tab.locator(".messages")).to_contain_text("Zlecono tłumaczenie")


def pick(field: Locator, label: str) -> None:
    """Go to a list of choices and type until the one with this label is chosen."""
    reach(field)
    field.page.keyboard.type(label)
    assert field.locator("option:checked").inner_text() == label


def translate(tab: Page) -> None:
    """Start the English version from the request, write it beside the Polish text, and submit it."""
    press(named(tab, "link", "Zacznij wersję angielską"))
    tab.wait_for_url("**/localize/submit/page/**")
    write(tab.locator("[name=title]"), TITLE)
    press(named(tab, "button", "Zacznij wersję angielską"))
    tab.wait_for_url("**/edit/**")
    press(tab.locator("[data-side-panel-toggle=source]").first)
    panel = tab.locator("[data-source-panel]")
    expect(panel.locator("[data-source-path=lead]")).to_contain_text(POLISH_LEAD)
    press(named(panel, "button", "Następny fragment"))
    expect(tab.locator("[name=lead]")).to_be_focused()
    tab.keyboard.press("Control+a")
    tab.keyboard.type(LEAD)
    text = tab.locator("[data-contentpath=body] [contenteditable=true]")
    tab.keyboard.press("Alt+Shift+KeyN")
    expect(text).to_be_focused()
    tab.keyboard.press("Control+a")
    tab.keyboard.type(TEXT)
    # The editor hands its text to the form a moment after the last key.
    expect(tab.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(TEXT)))
    choose(tab, "Wyślij do akceptacji")
    left_the_editor(tab)
