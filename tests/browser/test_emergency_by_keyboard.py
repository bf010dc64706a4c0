"""Publishing without a second person: with a reason, until another person confirms it; by keyboard, in Polish."""

from playwright.sync_api import expect

from tests.browser.by_keyboard import choose, named, press, write
from tests.browser.test_main_job import open_from_list

TITLE = "Awaria wodociągu w Żabcu"
TOO_SHORT = "Pilne"
REASON = "Woda jest niezdatna do picia od rana."


def test_an_emergency_is_published_with_a_reason_and_confirmed_by_another(sign_in, newsroom, reader):
    editor, other = sign_in("redaktor"), sign_in("redaktor2")
    editor.goto(f"/admin/pages/{newsroom['emergency_confirmed']}/edit/")
    choose(editor, "Opublikuj w trybie pilnym")
    expect(editor.get_by_role("heading", level=1)).to_contain_text("Opublikuj w trybie pilnym")
    reason = editor.get_by_label("Powód")
    for typed in ("", TOO_SHORT):
        write(reason, typed) if typed else None
        press(named(editor, "button", "Opublikuj teraz"))
        expect(editor.locator(".error-message")).to_be_visible()
        expect(reason).to_have_value(typed)
        expect(reason).to_have_attribute("aria-invalid", "true")
    write(reason, REASON)
    press(named(editor, "button", "Opublikuj teraz"))
    editor.wait_for_url("**/edit/**")
    expect(editor.locator(".messages")).to_contain_text(f"Strona „{TITLE}” jest opublikowana.")
    open_from_list(reader, "/aktualnosci/", TITLE)

    editor.goto("/admin/")
    expect(editor.get_by_role("row").filter(has_text=TITLE)).to_contain_text("musi ją potwierdzić")
    other.goto("/admin/")
    expect(other.get_by_role("row").filter(has_text=TITLE)).to_contain_text(REASON)
    press(named(other, "link", f"Przeczytaj i potwierdź – {TITLE}"))
    expect(other.locator("main")).to_contain_text(REASON)
    press(named(other, "button", "Strona przeczytana, potwierdzam"))
    expect(other.locator(".messages")).to_contain_text(TITLE)
    for tab in (editor, other):
        tab.goto("/admin/")
        expect(tab.get_by_role("row").filter(has_text=TITLE)).to_have_count(0)
