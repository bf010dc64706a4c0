"""Two editors in one page: both are told, and nothing that either has typed is lost."""

from playwright.sync_api import Page, expect

from tests.browser.by_keyboard import named, press, write

FIRST, SECOND = "Zajęcia zaczynają się w styczniu.", "Zajęcia zaczynają się w lutym."
LEAD = "[name=lead]"


def test_who_saves_second_is_told_and_both_versions_are_kept(sign_in, newsroom):
    first, second = sign_in("redaktor"), sign_in("redaktor2")
    address = f"/admin/pages/{newsroom['two_editors']}"
    for tab in (first, second):
        tab.goto(f"{address}/edit/")
    write(second.locator(LEAD), SECOND)
    write(first.locator(LEAD), FIRST)
    save(first)
    expect(first.locator(".messages .success, .messages .w-message--success").first).to_be_visible()

    # The editor of the second hears of it by itself, and asks before it saves.
    expect(named(second, "button", "Robert Redaktorski", exact=False)).to_be_visible()
    save(second)
    question = second.get_by_role("dialog")
    expect(question).to_contain_text("Robert Redaktorski")
    expect(second.locator(LEAD)).to_have_value(SECOND)
    press(named(question, "button", "Zapisz szkic"))
    expect(second.locator(".messages")).to_contain_text("Robert Redaktorski")
    expect(second.locator(LEAD)).to_have_value(SECOND)

    # The first still has the page open and hears of the second.
    expect(named(first, "button", "Rita Redagowska", exact=False)).to_be_visible()
    press(second.locator(".messages a[href*='/revisions/compare/']"))
    for text in ("styczniu", "lutym"):
        expect(second.locator("main")).to_contain_text(text)


def save(tab: Page) -> None:
    """Save the draft with the button at the foot of the editor."""
    press(tab.locator("footer [type=submit]").first, back=True)
