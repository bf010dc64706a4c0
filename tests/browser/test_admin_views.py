"""Our views of the admin: accessible, in the language of the person, and as wide as the window, from a phone on."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NARROW
from tests.browser.our_views import VIEWS, View
from tests.browser.polish import english_left
from tools.audit.checks.accessibility import AXE, RULES

# What is Wagtail's own and breaks a rule wherever it stands, each with the rule
OF_WAGTAIL = (".public-DraftEditor-content",)  # aria-input-field-name: its editor of text has no name


def faults(tab: Page) -> list[str]:
    """Return the rules that the open view breaks, each with the elements."""
    context = {"include": [["body"]], "exclude": [[selector] for selector in OF_WAGTAIL]}
    found = AXE.run(tab, context=context, options=RULES).response["violations"]
    return [f"{rule['id']}: {[node['target'][0] for node in rule['nodes']]}" for rule in found]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_view_breaks_no_rule_speaks_polish_and_fits(sign_in, newsroom, view: View):
    tab = sign_in(view.account, policy=False)
    view.open(tab, newsroom)
    said = [f"{fault} at 1280 px" for fault in faults(tab)]
    tab.set_viewport_size({"width": NARROW, "height": 740})
    said += [f"{fault} at {NARROW} px" for fault in faults(tab)]
    wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert not said, "\n".join(said)
    assert wide <= 0
    assert tab.locator("html").get_attribute("lang") == "pl"
    assert not english_left(tab)
