"""The guide as staff read it: found through the help menu, on a telephone too, with tables that can be scrolled."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_checks_before_approval import faults_within

LONGEST = ("approving", "checks", "after-publishing")


def test_help_menu_leads_to_the_guide_by_keyboard(sign_in):
    tab = sign_in("autor")
    tab.get_by_role("button", name="Pomoc").focus()
    tab.keyboard.press("Enter")
    entry = tab.locator("#wagtail-sidebar a[href$='/admin/guide/']")
    expect(entry).to_be_visible()
    entry.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/admin/guide/")
    tab.get_by_role("link", name="Wysyłanie i akceptacja").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Wysyłanie i akceptacja")


def test_contents_lead_to_a_heading_that_is_not_under_the_header(sign_in):
    tab = sign_in("autor")
    tab.goto("/admin/guide/approving/")
    tab.locator(".guide__contents a").last.click()
    heading = tab.locator(".guide__text :is(h2, h3)").last
    expect(heading).to_be_in_viewport(ratio=1)
    below = tab.locator("header").first.bounding_box()
    assert heading.bounding_box()["y"] >= below["y"] + below["height"] or below["y"] < 0


@pytest.mark.parametrize("width", [360, 1280, 1600])
def test_no_page_is_wider_than_the_window_and_axe_finds_nothing(sign_in, width):
    tab = sign_in("redaktor", policy=False)
    tab.set_viewport_size({"width": width, "height": 800})
    for name in ("", *(f"{each}/" for each in LONGEST)):
        tab.goto(f"/admin/guide/{name}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name
        assert not faults_within(tab, "main"), name
