"""Everything can be done with the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tools.audit import covering
from tools.audit.checks import keyboard
from tools.audit.tabs import FORCED, LOOKS, MENU_LINKS, open_menu, open_tab, show

WIDTHS = (320, 1280)


def test_everything_is_reached_in_order_with_the_focus_in_sight(tab, addresses):
    faults, looks = [], (*LOOKS, FORCED)
    for number, address in enumerate(covering.in_one_language(addresses)):
        look, width = looks[number % len(looks)], WIDTHS[number % len(WIDTHS)]
        tab.goto(address.path)
        show(tab, look, width)
        faults += [f"{address.path}, {look.name}, {width} px: {fault}" for fault in keyboard.faults(tab)]
    assert not faults, "\n".join(faults)


def test_the_first_step_leads_past_the_header(tab):
    tab.goto("/aktualnosci/")
    tab.keyboard.press("Tab")
    skip = tab.locator("a[href='#main']")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("width", WIDTHS)
def test_menu_leads_to_a_section(tab, width):
    tab.set_viewport_size({"width": width, "height": 740})
    tab.goto("/")
    if not tab.locator(MENU_LINKS).count():
        step_to(tab, tab.locator("header [popovertarget]:visible, header summary:visible").first)
        tab.keyboard.press("Enter")
    link = tab.locator("header nav a[href='/aktualnosci/']:visible").first
    expect(link).to_be_visible()
    step_to(tab, link)
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/aktualnosci/$"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [360, 1280])
def test_menu_leads_to_a_page_of_a_section(browser, site, width, scripts):
    with open_tab(browser, site, width=width, scripts=scripts) as tab:
        tab.goto("/kontakt/")
        if not tab.locator(MENU_LINKS).count():
            step_to(tab, tab.locator("header [popovertarget]:visible").first)
            tab.keyboard.press("Enter")
        section = tab.locator("header nav li:has(> a[href='/cele/'])")
        link = section.locator("li a").first
        expect(link).to_be_hidden()
        step_to(tab, section.locator("summary"))
        tab.keyboard.press("Enter")
        expect(link).to_be_visible()
        target = link.get_attribute("href")
        step_to(tab, link)
        tab.keyboard.press("Enter")
        expect(tab).to_have_url(re.compile(f"{target}$"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_open_menu_keeps_the_focus_and_gives_it_back(browser, site, scripts):
    with open_tab(browser, site, width=360, scripts=scripts) as tab:
        tab.goto("/")
        opener = tab.locator("header [popovertarget]:visible").first
        step_to(tab, opener)
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.textContent.trim()") == "Zamknij"
        for _step in range(30):
            tab.keyboard.press("Tab")
            assert tab.evaluate("document.activeElement === document.body || !!document.activeElement.closest('#menu')")
        tab.keyboard.press("Escape")
        expect(tab.locator("#menu")).to_be_hidden()
        assert tab.evaluate("document.activeElement.getAttribute('popovertarget')") == "menu"


def test_the_walk_through_an_open_menu_has_no_fault(tab):
    tab.goto("/kontakt/")
    show(tab, LOOKS[0], 320)
    open_menu(tab)
    assert keyboard.faults(tab) == []


def test_search_is_sent_with_enter(tab):
    tab.goto("/")
    field = tab.locator("header input[type=search]:visible").first
    step_to(tab, field)
    tab.keyboard.type("strategia")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/szukaj/\?q=strategia"))


def step_to(tab, wanted, most=100):
    """Press Tab until the focus is where it is wanted."""
    element = wanted.element_handle()
    for _step in range(most):
        tab.keyboard.press("Tab")
        if element.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{wanted} was not reached in {most} steps")
