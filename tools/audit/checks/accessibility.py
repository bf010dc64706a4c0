"""The rules of WCAG 2.0 to 2.2, levels A and AA, that a program can judge, and best practices, by axe."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, and off unless asked for
    "resultTypes": ["violations"],
}
AXE = Axe()


def faults(tab: Page, without: Sequence[str] = ()) -> list[str]:
    """Return the rules, but for some, that the open page breaks. The tab must be one without the site's policy."""
    options = {**RULES, "rules": {**RULES["rules"], **{rule: {"enabled": False} for rule in without}}}
    return [
        f"{rule['id']}: {rule['help']}, at {len(rule['nodes'])} elements, the first {rule['nodes'][0]['target'][0]}"
        for rule in AXE.run(tab, options=options).response["violations"]
    ]
