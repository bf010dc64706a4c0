"""A draft is deleted into the recycle bin and comes back with what stood below it: by keyboard, in Polish."""

from playwright.sync_api import Page, expect

from tests.browser.by_keyboard import named, press

TITLE = "Poradnik wystawcy"
BELOW = ("Jak zgłosić stoisko", "Ile kosztuje miejsce")


def test_a_draft_goes_to_the_bin_and_comes_back_with_its_subtree(sign_in, newsroom):
    tab = sign_in("admin")
    number = newsroom["tree"]
    tab.goto(f"/admin/pages/{number}/")
    expect_below(tab)
    press(named(tab, "button", "Akcje"))
    press(named(tab, "link", "Usuń", exact=False))
    for title in BELOW:
        expect(tab.locator("main")).to_contain_text(title)
    press(named(tab, "button", "Przenieś do kosza"))
    expect(tab.locator(".messages")).to_contain_text(f"„{TITLE}”")

    tab.goto("/admin/recycle-bin/")
    press(named(tab, "link", f"Przywróć – {TITLE}"))
    press(named(tab, "button", "Przywróć"))
    expect(tab.locator(".messages")).to_contain_text(TITLE)
    tab.goto(f"/admin/pages/{number}/")
    expect_below(tab)
    tab.goto("/admin/recycle-bin/")
    expect(tab.get_by_role("link", name=f"Przywróć – {TITLE}")).to_have_count(0)


def expect_below(tab: Page) -> None:
    """Make sure that the explorer shows the pages below."""
    for title in BELOW:
        expect(tab.get_by_role("link", name=title, exact=True).first).to_be_visible()
