"""The Tab key reaches all that can be operated, in the order of the page, with the focus in sight, and leads out."""

from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

from tools.audit.checks.scripts import ask

MOST = 1000  # steps, for a page with a trap


def faults(tab: Page) -> list[str]:
    """Walk through the open page with the Tab key to its end, and return what went wrong.

    The walk begins at what has the focus, such as the first button of a menu just opened, else at the top.
    """
    tab.evaluate("scrollTo(0, 0)")
    operable = {each["place"]: each["name"] for each in ask(tab, "reachable")}
    begun_at = ask(tab, "keyboard")
    steps: list[dict[str, Any]] = [begun_at] if begun_at else []
    for _step in range(MOST):
        tab.keyboard.press("Tab")
        step = ask(tab, "keyboard")
        if step is None or (len(steps) > 1 and step["place"] == steps[0]["place"]):
            break  # after the last one the focus leaves the page, or begins anew
        steps.append(step)
        if len(steps) > 1 and step["place"] == steps[-2]["place"]:
            return [f"{step['name']} keeps the focus"]
    else:
        return [f"the focus is still on the page after {MOST} steps"]
    found = [f"{step['name']} has {fault}" for step in steps for fault in step["faults"]]
    found += [
        f"{step['name']} comes after {before['name']}, which stands below it"
        for before, step in pairwise(steps)
        if step["place"] < before["place"]
    ]
    reached = {step["place"] for step in steps}
    return found + [f"{name} is not reached" for place, name in operable.items() if place not in reached]
