"""Every kind of page, in both languages, holds to WCAG 2.2 AA, in every theme, from a phone to a desk."""

from tools.audit import covering
from tools.audit.checks import accessibility
from tools.audit.tabs import show


def test_no_page_breaks_a_rule_of_accessibility(examined, addresses):
    faults, shown = [], None
    for address, look, width in covering.views(addresses):
        if address.path != shown:
            examined.goto(address.path)
            shown = address.path
        show(examined, look, width)
        faults += [f"{address.path}, {look.name}, {width} px: {fault}" for fault in accessibility.faults(examined)]
    assert not faults, "\n".join(faults)
