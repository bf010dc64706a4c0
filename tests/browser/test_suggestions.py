"""Suggestions in a real browser: by keyboard, with the pointer, and without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect


@pytest.fixture
def tab(browser: Browser, site: str):
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto("/szukaj/")
    yield page
    context.close()


def test_a_page_is_reached_by_keyboard(tab):
    field = tab.locator("#search-page")
    field.press_sequentially("członk")
    option = tab.get_by_role("option").first
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("Escape")
    expect(tab.get_by_role("option")).to_have_count(0)
    expect(field).to_have_value("członk")
    field.press_sequentially("o")
    expect(option).to_be_visible()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(tab, options={"runOnly": rules}).response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["target"]) for fault in found]
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    field.press("ArrowDown")
    field.press("Enter")
    tab.wait_for_url("**/czlonkowie/")


def test_a_page_is_reached_with_the_pointer_and_enter_searches(tab):
    field = tab.locator("#search-page")
    field.press_sequentially("członk")
    expect(tab.get_by_role("option").first).to_be_visible()
    field.press("Enter")
    tab.wait_for_url(re.compile(r"/szukaj/\?q=cz"))
    tab.locator("#search-page").fill("")
    tab.locator("#search-page").press_sequentially("członk")
    tab.get_by_role("option").first.click()
    tab.wait_for_url("**/czlonkowie/")


def test_without_scripts_nothing_is_there_but_the_field(browser: Browser, site: str):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/szukaj/")
    assert page.get_by_role("combobox").count() == page.get_by_role("listbox").count() == 0
    page.locator("#search-page").fill("członkowie")
    page.locator("#search-page").press("Enter")
    expect(page.locator("#search-results")).to_be_visible()
    context.close()
