"""The HTML of every page, of every state of a list, and of a form with errors is what the standard demands."""

import pytest

from tools import node
from tools.audit.checks import html

WHY_MISSING = node.why_missing()


@pytest.mark.skipif(WHY_MISSING is not None, reason=f"{WHY_MISSING}. To have it: {node.REMEDY}")
def test_html_is_valid(crawled, addresses):
    texts = html.served(crawled, addresses)
    assert texts.keys() > {address.path for address in addresses}
    assert any("error-summary" in text for path, text in texts.items() if path.endswith("sent empty"))
    faults = html.faults(texts)
    assert not faults, "\n".join(faults)
