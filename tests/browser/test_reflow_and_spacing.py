"""No page loses anything, or scrolls sideways, at 400 % zoom, with the largest text, or with wide spacing of text."""

import pytest

from tools.audit.checks import reflow

SMALLEST = 15  # px
SIZES = """all => all.filter((text) => text.checkVisibility()).map((text) =>
  parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM?.().a ?? 1))"""


def test_everything_fits(examined, addresses):
    faults = []
    for address in addresses:
        examined.goto(address.path)
        faults += [f"{address.path}: {fault}" for fault in reflow.faults(examined)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [960, 1280])
def test_names_on_the_map_are_large_enough_to_read(tab, width):
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto("/")
    sizes = tab.locator(".contour-map text, .contour-map__list a, .contour-map__caption").evaluate_all(SIZES)
    assert len(sizes) > 1
    assert min(sizes) >= SMALLEST
