"""A translation comes back with a comment, is mended and goes out: by keyboard, in Polish."""

from playwright.sync_api import expect

from tests.browser.by_keyboard import choose, left_the_editor, named, press, send_back, write
from tests.browser.sound import expect_sound

ENGLISH, POLISH = "Reading in the library", "Czytanie w bibliotece"
LEAD = "The library invites kids. This is an example."
BETTER_LEAD = "The library invites all children. This is an example."
WAITING = "/admin/publishing/desk/waiting/"  # all of it: the desk itself shows the first ten
COMMENT_ON_FIELD = "Napisz „all children”."
COMMENT = "Popraw zapowiedź, reszta jest dobra."


def test_a_translation_is_returned_with_a_comment_mended_and_approved(sign_in, reader, both_languages):
    pages = both_languages("reading")
    address = f"/admin/pages/{pages['english']}/edit/"
    editor = sign_in("redaktor", policy=False)
    translator = sign_in("tlumacz", policy=False, language="pl")
    translator.goto(address)
    write(translator.locator("[name=lead]"), LEAD)
    choose(translator, "Wyślij do akceptacji")
    left_the_editor(translator)

    editor.goto(address)
    send_back(editor, COMMENT_ON_FIELD, COMMENT)
    reader.goto(pages["address"])
    expect(reader.locator("main")).not_to_contain_text(LEAD)

    translator.goto(WAITING)
    row = translator.get_by_role("row").filter(has_text=ENGLISH)
    expect(row).to_contain_text(f"odsyła Robert Redaktorski: {COMMENT}")
    press(named(row, "link", f"Popraw – {ENGLISH}"))
    translator.wait_for_url(f"**{address}")
    press(translator.locator("[data-side-panel-toggle=source]").first)
    panel = translator.locator("[data-source-panel]")
    expect(panel).to_contain_text("Robert Redaktorski")
    expect(panel).to_contain_text(COMMENT)
    expect(translator.locator(".comment")).to_contain_text(COMMENT_ON_FIELD)
    write(translator.locator("[name=lead]"), BETTER_LEAD)
    expect_sound(translator)
    choose(translator, "Wyślij ponownie do akceptacji")
    left_the_editor(translator)
    translator.goto(WAITING)
    expect(translator.get_by_role("row").filter(has_text=COMMENT)).to_have_count(0)

    editor.goto("/admin/")
    press(named(editor, "link", f"Przeczytaj i zdecyduj – {ENGLISH}"))
    editor.wait_for_url("**/edit/**")
    expect(editor.locator("[name=lead]")).to_have_value(BETTER_LEAD)
    choose(editor, "Zaakceptuj")
    left_the_editor(editor)
    reader.goto(pages["address"])
    expect(reader.locator("main")).to_contain_text(BETTER_LEAD)
