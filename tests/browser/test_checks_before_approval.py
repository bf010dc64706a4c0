"""The checks as an author meets them: in the side panel, at submission, each leading to its field, by keyboard too."""

from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

from tests.browser.test_main_job import body_of, submit, write_news, write_text
from tools.audit.checks.accessibility import AXE, RULES

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
    reasons = author.locator("main form textarea")
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
    author = sign_in("autor", autosave=True)
    write_news(author, title="Zapisuje się sama")
    open_panel(author)
    found = author.locator("[data-checks-results] a[href*='contentpath=lead']")
    type_until_saved(author, found)
    found.click()
    expect(author.locator("[name=lead]")).to_be_focused()
    author.keyboard.press("Control+a")
    author.keyboard.type("Dotacja to 100 zł.")
    expect(found).to_have_count(0)


def type_until_saved(tab: Page, found: Locator) -> None:
    """Type into the lead until the list has heard of it: for its first two seconds the editor takes note of nothing."""
    for number in range(20):
        tab.locator("[name=lead]").fill(f"{PLACEHOLDER} {number}")
        with suppress(AssertionError):
            expect(found).to_have_count(1, timeout=5000)
            return
    raise AssertionError("The editor saved nothing.")


def test_what_the_checks_say_breaks_no_rule_of_accessibility(sign_in):
    author = sign_in("autor", policy=False)
    write_news(author, title="Powody dla wszystkich")
    author.locator("[name=lead]").fill(PLACEHOLDER)
    try_to_submit(author)
    expect(author.locator(".messages > ul")).to_have_css("opacity", "1")  # it fades in
    open_panel(author)
    broken = faults_within(author, ".refusal") + faults_within(author, ".checks")
    author.locator(".messages a[href*='/admin/checks/']").click()
    expect(author.locator("main form textarea")).to_have_count(1)
    for width in (320, 1280):
        author.set_viewport_size({"width": width, "height": 900})
        broken += faults_within(author, "main")
    assert not broken


def faults_within(tab: Page, selector: str) -> list[str]:
    """Return the rules that one part of the page breaks."""
    violations = AXE.run(tab, context=selector, options=RULES).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in violations]
