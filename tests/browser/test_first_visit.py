"""A first visit is light, still, private, and needs no script."""

from tools.audit import covering
from tools.audit.checks import first_visit, without_scripts


def test_pages_are_light_and_still_and_tell_nobody(browser, site, addresses):
    faults = []
    for address in covering.in_one_language(address for address in addresses if address.is_page):
        found = first_visit.visit(browser, site, address.path)
        faults += [f"{address.path}: {fault}" for fault in found.faults()]
    assert not faults, "\n".join(faults)


def test_pages_say_and_take_the_same_without_scripts(browser, site, addresses):
    faults = []
    with without_scripts.tabs(browser, site) as (with_scripts, without):
        for address in covering.in_one_language(addresses):
            found = without_scripts.faults(with_scripts, without, address.path)
            faults += [f"{address.path}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def test_menu_and_search_need_no_scripts(browser, site):
    with without_scripts.tabs(browser, site) as (_with_scripts, without):
        for home in ("/", "/en/"):
            assert without_scripts.header_faults(without, home) == []


def test_controls_of_the_display_have_their_place_before_late_scripts_run(tab):
    tab.add_init_script("""document.addEventListener('readystatechange', () => {
      const controls = document.querySelector('[data-display]');
      window.early ??= getComputedStyle(controls).display;
    });""")
    tab.goto("/")
    assert tab.evaluate("window.early") == "flex"
    assert tab.locator("[data-display]").is_visible()
