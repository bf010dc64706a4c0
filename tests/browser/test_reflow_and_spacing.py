"""No page loses anything, or scrolls sideways, at 400 % zoom, with the largest text, or with wide spacing of text."""

from tools.audit.checks import reflow


def test_everything_fits(examined, addresses):
    faults = []
    for address in addresses:
        examined.goto(address.path)
        faults += [f"{address.path}: {fault}" for fault in reflow.faults(examined)]
    assert not faults, "\n".join(faults)
