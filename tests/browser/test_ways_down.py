"""The three ways down as readers see them, each chosen by an editor with the keyboard alone, in Polish."""

from playwright.sync_api import Page, expect

from tests.browser.by_keyboard import choose, named, press, reach, write
from tests.browser.test_main_job import expect_in_list

NEWS = "/aktualnosci/"


def take_down(tab: Page, page_id: int, way: int) -> None:
    """Open the form from the menu of the editor, and choose one of the three ways with the arrow keys."""
    tab.goto(f"/admin/pages/{page_id}/edit/")
    choose(tab, "Zdejmij z serwisu")
    ways = tab.get_by_role("radio")
    expect(ways).to_have_count(3)
    reach(ways.first)
    tab.keyboard.press("Space")
    for _step in range(way):
        tab.keyboard.press("ArrowDown")
    expect(ways.nth(way)).to_be_checked()


def confirm(tab: Page) -> None:
    press(named(tab, "button", "Zdejmij z serwisu"))


def address_of(reader: Page, title: str) -> str:
    """Return the address of a piece of news, which readers find in the list."""
    reader.goto(NEWS)
    return reader.locator("main").get_by_role("link", name=title).first.get_attribute("href") or ""


def test_withdrawn_it_stays_readable_with_a_dated_notice_and_leaves_the_list(sign_in, newsroom, reader):
    title, why = "Bezpłatny przejazd dla uczniów", "Przejazdy skończyły się z rokiem szkolnym."
    address = address_of(reader, title)
    editor = sign_in("redaktor")
    take_down(editor, newsroom["withdrawn"], 0)
    confirm(editor)
    text = editor.get_by_label("Tekst dla czytelników")
    expect(text).to_have_attribute("aria-invalid", "true")
    expect(editor.get_by_role("radio").first).to_be_checked()
    write(text, why)
    confirm(editor)
    editor.wait_for_url("**/edit/**")

    answer = reader.goto(address)
    assert answer is not None
    assert answer.status == 200
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    expect(reader.locator("main")).to_contain_text("Wycofano")
    expect(reader.locator("main")).to_contain_text(why)
    expect_in_list(reader, NEWS, title, there=False)


def test_published_in_error_its_address_says_so_and_answers_410(sign_in, newsroom, reader):
    title, why = "Nabór z błędnym terminem", "Podaliśmy zły termin. Ogłosimy go jeszcze raz."
    address = address_of(reader, title)
    editor = sign_in("redaktor")
    take_down(editor, newsroom["error"], 2)
    write(editor.get_by_label("Tekst dla czytelników"), why)
    confirm(editor)
    editor.wait_for_url("**/edit/**")

    answer = reader.goto(address)
    assert answer is not None
    assert answer.status == 410
    expect(reader.locator("main")).to_contain_text(why)
    expect_in_list(reader, NEWS, title, there=False)


def test_said_elsewhere_it_leads_readers_there_and_asks_for_the_address(sign_in, newsroom, reader, staff_site):
    title = "Zasady dotacji na ubiegły rok"
    address = address_of(reader, title)
    editor = sign_in("redaktor")
    take_down(editor, newsroom["consolidated"], 1)
    confirm(editor)
    expect(editor.locator(".error-message").filter(has_text="Wybierz stronę")).to_be_visible()
    expect(editor.get_by_role("radio").nth(1)).to_be_checked()
    write(editor.get_by_label("albo adres w innym serwisie"), f"{staff_site}/cele/")
    confirm(editor)
    editor.wait_for_url("**/edit/**")

    reader.goto(address)
    assert reader.url == f"{staff_site}/cele/"
    expect_in_list(reader, NEWS, title, there=False)
