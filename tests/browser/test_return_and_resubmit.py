"""What an author writes comes back with a comment, is corrected and goes out: by keyboard alone, in Polish."""

from playwright.sync_api import expect

from tests.browser.by_keyboard import choose, left_the_editor, named, press, send_back, write
from tests.browser.test_main_job import expect_in_list, open_from_list

TITLE = "Wernisaż w młynie"
LEAD = "Wystawa potrwa tydzień. To przykład."
BETTER_LEAD = "Wystawa potrwa do 12 grudnia. To przykład."
COMMENT_ON_FIELD = "Podaj dzień, a nie tydzień."
COMMENT = "Popraw zapowiedź, reszta jest dobra."


def test_a_page_is_returned_with_a_comment_corrected_and_approved(sign_in, reader):
    author, editor = sign_in("autor"), sign_in("redaktor")
    author.goto("/admin/pages/search/?q=Aktualności")
    address = author.get_by_role("link", name="Aktualności", exact=True).first.get_attribute("href") or ""
    author.goto(address.replace("edit/", "add_subpage/"))
    write(author.locator("[name=title]"), TITLE)
    write(author.locator("[name=lead]"), LEAD)
    choose(author, "Wyślij do akceptacji")
    left_the_editor(author)
    expect_in_list(reader, "/aktualnosci/", TITLE, there=False)

    editor.goto("/admin/")
    press(named(editor, "link", f"Przeczytaj i zdecyduj – {TITLE}"))
    editor.wait_for_url("**/edit/**")
    send_back(editor, COMMENT_ON_FIELD, COMMENT)

    author.goto("/admin/")
    row = author.get_by_role("row").filter(has_text=TITLE)
    expect(row).to_contain_text(f"odsyła Robert Redaktorski: {COMMENT}")
    press(named(row, "link", f"Popraw – {TITLE}"))
    author.wait_for_url("**/edit/**")
    expect(author.locator(".comment")).to_contain_text(COMMENT_ON_FIELD)
    write(author.locator("[name=lead]"), BETTER_LEAD)
    choose(author, "Wyślij ponownie do akceptacji")
    left_the_editor(author)

    editor.goto("/admin/")
    press(named(editor, "link", f"Przeczytaj i zdecyduj – {TITLE}"))
    editor.wait_for_url("**/edit/**")
    expect(editor.locator("[name=lead]")).to_have_value(BETTER_LEAD)
    choose(editor, "Zaakceptuj")
    left_the_editor(editor)
    open_from_list(reader, "/aktualnosci/", TITLE)
    expect(reader.locator("main")).to_contain_text(BETTER_LEAD)
