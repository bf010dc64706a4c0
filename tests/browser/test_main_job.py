"""The main job of the site, from the author's login to the English reader, in a browser."""

import re

from playwright.sync_api import Locator, Page, expect

TITLE = "Remont biblioteki zakończony"
LEAD = "Biblioteka czeka na czytelników od poniedziałku. To przykład."
TEXT = "Otwarcie odbędzie się w poniedziałek o godzinie 10."
ENGLISH_TITLE = "The library has been renovated"
ENGLISH_LEAD = "The library awaits its readers from Monday on. This is an example."
ENGLISH_TEXT = "It opens on Monday at 10 a.m."
LATER_LEAD = "Biblioteka czeka na czytelników od wtorku. To przykład."


def test_from_the_authors_login_to_the_english_reader(sign_in, reader):
    author, editor, translator = sign_in("autor"), sign_in("redaktor"), sign_in("tlumacz")

    write_news(author)
    submit(author)
    expect_in_list(reader, "/aktualnosci/", TITLE, there=False)

    approve(editor, TITLE)
    expect_in_list(reader, "/aktualnosci/", TITLE)
    expect_in_list(reader, "/en/news/", TITLE, there=False)
    open_from_list(reader, "/aktualnosci/", TITLE)
    expect(reader.locator("html")).to_have_attribute("lang", "pl")
    expect(reader.locator("main")).to_contain_text(TEXT)

    translate(translator)
    submit(translator)
    expect_in_list(reader, "/en/news/", ENGLISH_TITLE, there=False)

    approve(editor, ENGLISH_TITLE)
    open_from_list(reader, "/en/news/", ENGLISH_TITLE)
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    expect(reader.get_by_role("heading", level=1)).to_have_text(ENGLISH_TITLE)
    expect(reader.locator("main")).to_contain_text(ENGLISH_TEXT)
    reader.get_by_role("link", name="Polski").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)

    change_the_polish_text(author)
    submit(author)
    approve(editor, TITLE)
    open_from_list(reader, "/aktualnosci/", TITLE)
    expect(reader.locator("main")).to_contain_text(LATER_LEAD)
    expect_to_hear_of_the_change(translator)


def test_who_wrote_a_page_is_not_offered_to_approve_it(sign_in):
    editor = sign_in("redaktor2")
    write_news(editor, title="Własna wiadomość redaktora")
    submit(editor)
    editor.goto("/admin/publishing/desk/waiting/")
    expect(editor.locator("main")).not_to_contain_text("Własna wiadomość redaktora")
    open_editor(editor, "Własna wiadomość redaktora")
    editor.locator("footer [data-w-dropdown-target=toggle]").click()
    expect(editor.locator("footer [data-workflow-action-name=reject]")).to_be_visible()
    expect(editor.locator("footer [data-workflow-action-name=approve]")).to_have_count(0)


def write_news(tab: Page, title: str = TITLE) -> None:
    """Write a piece of news in Polish, below the list of news."""
    tab.goto("/admin/pages/search/?q=Aktualności")
    editor_of_the_list = tab.get_by_role("link", name="Aktualności", exact=True).first.get_attribute("href") or ""
    tab.goto(editor_of_the_list.replace("edit/", "add_subpage/"))
    tab.locator("[name=title]").fill(title)
    tab.locator("[name=lead]").fill(LEAD)
    body_of(tab).locator(".c-sf-add-button").first.click()
    tab.get_by_role("option").filter(has=tab.locator("use[href='#icon-pilcrow']")).click()
    write_text(tab, TEXT)


def translate(tab: Page) -> None:
    """Start the English version from the list of translations and write it in the ordinary editor."""
    tab.goto("/admin/translations/")
    row = tab.get_by_role("row").filter(has_text=TITLE)
    row.locator("a[href*='/localize/submit/page/']").first.click()
    tab.locator("[name=title]").fill(ENGLISH_TITLE)
    tab.locator("main form [type=submit]").first.click()
    tab.wait_for_url("**/edit/**")
    tab.locator("[name=lead]").fill(ENGLISH_LEAD)
    write_text(tab, ENGLISH_TEXT)


def change_the_polish_text(tab: Page) -> None:
    """Change the lead of the Polish page."""
    open_editor(tab, TITLE)
    tab.locator("[name=lead]").fill(LATER_LEAD)


def expect_to_hear_of_the_change(tab: Page) -> None:
    """Make sure that the translator is told that the Polish text has changed, on the list and in the editor."""
    tab.goto("/admin/translations/")
    row = tab.get_by_role("row").filter(has_text=TITLE)
    row.locator("a[href*='/changes/']").first.click()
    expect(tab.locator(".source__diff del").first).to_contain_text("poniedziałku")
    expect(tab.locator(".source__diff ins").first).to_contain_text("wtorku")


def body_of(tab: Page) -> Locator:
    """The stream of blocks in the editor."""
    return tab.locator("[data-contentpath=body]").first


def write_text(tab: Page, text: str) -> None:
    """Replace what the first block of text says."""
    editor = body_of(tab).locator("[contenteditable=true]").first
    editor.click()
    editor.press("Control+a")
    editor.press_sequentially(text)
    # The editor hands its text to the form a moment after the last key.
    expect(tab.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(text)))


def choose(tab: Page, action: str) -> None:
    """Choose an action from the menu at the foot of the editor, and wait until Wagtail has left the editor."""
    tab.locator("footer [data-w-dropdown-target=toggle]").click()
    tab.locator(f"footer {action}").first.click()
    tab.wait_for_url(lambda url: "/edit/" not in url and "/add/" not in url)


def submit(tab: Page) -> None:
    """Submit the page in the editor for approval."""
    choose(tab, "[name=action-submit]")


def open_waiting(tab: Page, title: str) -> None:
    """Open a page that waits for approval from the desk."""
    tab.goto("/admin/")
    tab.get_by_role("link", name=f"Przeczytaj i zdecyduj – {title}", exact=True).click()
    tab.wait_for_url("**/edit/**")


def approve(tab: Page, title: str) -> None:
    """Open a page that waits, and approve it in the editor."""
    open_waiting(tab, title)
    choose(tab, "[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])")


def open_editor(tab: Page, title: str) -> None:
    """Find a page in the admin by its title and open its editor."""
    tab.goto(f"/admin/pages/search/?q={title}")
    tab.get_by_role("link", name=title, exact=True).first.click()
    tab.wait_for_url("**/edit/**")


def open_from_list(reader: Page, path: str, title: str) -> None:
    """Open a page from a list, as a reader does."""
    reader.goto(path)
    reader.locator("main").get_by_role("link", name=title).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)


def expect_in_list(reader: Page, path: str, title: str, *, there: bool = True) -> None:
    """Make sure that a reader finds a page in a list, or does not."""
    reader.goto(path)
    links = reader.locator("main").get_by_role("link", name=title)
    expect(links).to_have_count(1 if there else 0)
