"""What is asked of a view of the admin in whatever state it is: accessible, in Polish, no wider than the window."""

from playwright.sync_api import Page

from tests.browser.polish import english_left
from tools.audit.checks.accessibility import AXE, RULES

# What is Wagtail's own and breaks a rule wherever it stands, each with the rule
OF_WAGTAIL = (
    ".public-DraftEditor-content",  # aria-input-field-name: its editor of text has no name
    '#listing-results h2[role="alert"]',  # aria-allowed-role: the number of what a filter has found
)


def faults(tab: Page) -> list[str]:
    """Return the rules that the open view breaks, each with the elements. The tab was opened without the policy."""
    context = {"include": [["body"]], "exclude": [[selector] for selector in OF_WAGTAIL]}
    found = AXE.run(tab, context=context, options=RULES).response["violations"]
    return [f"{rule['id']}: {[node['target'][0] for node in rule['nodes']]}" for rule in found]


def expect_sound(tab: Page) -> None:
    """Make sure that the open view, as it is now, breaks no rule, fits into the window and speaks Polish alone."""
    assert tab.locator("html").get_attribute("lang") == "pl"
    said = faults(tab)
    assert not said, "\n".join(said)
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert not english_left(tab)
