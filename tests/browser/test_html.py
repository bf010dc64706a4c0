"""The HTML of every page is what the standard demands."""

import pytest

from tools import node
from tools.audit.checks import html

WHY_MISSING = node.why_missing()


@pytest.mark.skipif(WHY_MISSING is not None, reason=f"{WHY_MISSING}. To have it: {node.REMEDY}")
def test_html_is_valid(crawled):
    faults = html.faults(crawled.texts)
    assert not faults, "\n".join(faults)
