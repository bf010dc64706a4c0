"""Where a device puts its own colours in place of ours, lines still say what is chosen and where the reader is."""

import pytest

from tools.audit.tabs import FORCED, show

LINES = "all => all.map((item) => getComputedStyle(item).borderBlockEndColor)"


@pytest.mark.parametrize(
    ("chosen", "others"),
    [
        (".top-bar__item[aria-pressed=true]", ".top-bar__item[aria-pressed=false]"),
        (".top-bar__item[aria-current]", ".top-bar__item[hreflang]"),
        (".navigation__link[aria-current]", ".navigation__link:not([aria-current])"),
    ],
)
def test_what_is_chosen_is_underlined_and_nothing_else(tab, chosen, others):
    tab.goto("/aktualnosci/")
    tab.locator("[data-theme-button=contrast]").click()
    show(tab, FORCED, 1280)
    header = tab.locator("header")
    [line] = header.locator(chosen).evaluate_all(LINES)
    plain = header.locator(others).evaluate_all(LINES)
    assert plain
    assert line not in plain
