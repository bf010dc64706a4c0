"""Who listens to a page is told what it is: headings, controls, landmarks, and the language of what is said."""

from tools.audit.checks import read_aloud


def test_every_page_can_be_listened_to(tab, addresses):
    faults = []
    for address in addresses:
        tab.goto(address.path)
        faults += [f"{address.path}: {fault}" for fault in read_aloud.faults(tab, address.language)]
    assert not faults, "\n".join(faults)
