"""The checks as an author meets them: in the side panel, at submission, each leading to its field, by keyboard too."""

from playwright.sync_api import Page, expect

from tests.browser.test_main_job import body_of, submit, write_news, write_text

PLACEHOLDER = "Dotacja to xxx zł."
REASON = "Tak brzmi nazwa programu."


def open_panel(tab: Page) -> None:
    """Open the panel with the checks at the side of the editor."""
    tab.locator("[data-side-panel-toggle=checks]").first.click()
    expect(tab.locator("[data-checks-results]")).to_be_visible()


def try_to_submit(tab: Page) -> None:
    """Submit a page that will be refused, and wait for what is said."""
    tab.locator("footer [data-w-dropdown-target=toggle]").click()
    tab.locator("footer [name=action-submit]").first.click()
    expect(tab.locator(".messages li a[href*=contentpath]").first).to_be_visible()


def test_a_refusal_leads_to_each_field_and_a_reason_lets_the_page_pass(sign_in):
    author = sign_in("autor")
    write_news(author, title="Dotacja bez kwoty")
    author.locator("[name=lead]").fill(PLACEHOLDER)
    write_text(author, PLACEHOLDER)
    try_to_submit(author)

    links = author.locator(".messages li a[href*=contentpath]")
    expect(links).to_have_count(2)
    links.nth(0).focus()
    author.keyboard.press("Enter")
    expect(author.locator("[name=lead]")).to_be_focused()
    expect(author.locator("[name=lead]")).to_have_value(PLACEHOLDER)
    links.nth(1).click()
    expect(body_of(author).locator(":focus")).to_have_count(1)

    author.locator(".messages a[href*='/admin/checks/']").click()
    reasons = author.get_by_role("textbox")
    expect(reasons).to_have_count(2)
    for number in range(2):
        reasons.nth(number).fill(REASON)
    author.locator("main form [type=submit]").click()
    author.wait_for_url("**/edit/**")
    open_panel(author)
    expect(author.locator("[data-checks-results]")).to_contain_text(REASON)
    submit(author)


def test_a_link_from_another_page_opens_the_tab_and_the_panel_of_its_field(sign_in):
    author = sign_in("autor")
    write_news(author, title="Opis dla wyszukiwarek")
    author.locator("[role=tab]").nth(1).click()
    author.locator("[name=search_description]").fill(PLACEHOLDER)
    try_to_submit(author)
    author.locator(".messages a[href*='/admin/checks/']").click()
    author.locator("a[href*='contentpath=search_description']").click()
    expect(author.locator("[name=search_description]")).to_be_focused()


def test_the_list_follows_what_is_saved_while_one_writes(sign_in):
    author = sign_in("autor")
    author.context.unroute("**/admin/pages/**")  # let the editor save by itself
    write_news(author, title="Zapisuje się sama")
    open_panel(author)
    author.wait_for_function(
        "performance.now() > 3000"
    )  # the editor takes what is there after two seconds for unchanged
    author.locator("[name=lead]").fill(PLACEHOLDER)
    found = author.locator("[data-checks-results] a[href*='contentpath=lead']")
    expect(found).to_have_count(1)
    found.click()
    expect(author.locator("[name=lead]")).to_be_focused()
    author.keyboard.press("Control+a")
    author.keyboard.type("Dotacja to 100 zł.")
    expect(found).to_have_count(0)
