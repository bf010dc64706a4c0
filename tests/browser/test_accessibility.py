"""Every kind of page, in both languages, holds to WCAG 2.2 AA, in every theme, from a phone to a desk."""

import pytest

from tools.audit import covering
from tools.audit.checks import accessibility
from tools.audit.tabs import LOOKS, WIDTHS, open_everything, show

# What a page has once is there in each of its states
REPEATED = ("landmark-unique",)


def test_no_page_breaks_a_rule_of_accessibility(examined, addresses):
    faults, shown = [], None
    for address, look, width in covering.views(addresses):
        if address.path != shown:
            examined.goto(address.path)
            shown = address.path
        show(examined, look, width)
        faults += [f"{address.path}, {look.name}, {width} px: {fault}" for fault in accessibility.faults(examined)]
    assert not faults, "\n".join(faults)


def test_what_unfolds_breaks_no_rule(examined, addresses):
    faults = []
    for number, address in enumerate(covering.in_one_language(addresses)):
        width = WIDTHS[number % len(WIDTHS)]
        examined.goto(address.path)
        show(examined, LOOKS[0], width)
        open_everything(examined)
        faults += [f"{address.path}, {width} px: {fault}" for fault in accessibility.faults(examined)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("look", LOOKS[:3], ids=lambda look: look.name)
def test_the_style_guide_breaks_no_rule(sign_in, look):
    tab = sign_in("autor", policy=False)
    faults = []
    for address, width in (("/styleguide/", 320), ("/en/styleguide/", 1280)):
        tab.goto(address)
        assert tab.evaluate("scrollY") == 0
        show(tab, look, width)
        faults += [f"{address}, {width} px: {fault}" for fault in accessibility.faults(tab, REPEATED)]
    assert not faults, "\n".join(faults)
