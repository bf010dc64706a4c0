"""The admin by keyboard alone: Tab to a control that is told by its name, and a key on it, with the focus in sight."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

MOST = 150  # steps from one control to another; the admin's own menus are about forty of them
# Where the focus is: on what is wanted, nowhere, or on something that is not in sight.
LOOK = """(wanted) => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { nowhere: true };
  const box = focused.getBoundingClientRect();
  const points = [[box.left + box.width / 2, box.top + box.height / 2], [box.left + 3, box.top + 3],
    [box.right - 3, box.bottom - 3]];
  const isOnTop = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (focused.contains(top) || top.contains(focused)
      || [...(focused.labels ?? [])].some((label) => label.contains(top)));
  };
  const name = (focused.getAttribute('aria-label') || focused.innerText || focused.name || focused.id).trim();
  return {
    reached: focused === wanted,
    // The width of Wagtail's side panel is a slider that is hidden; the edge of the panel shows that it has the focus.
    inSight: focused.matches('[data-form-side-width-input]')
      || (box.width > 0 && box.height > 0 && points.some(isOnTop)),
    name: `${focused.tagName.toLowerCase()} “${name.slice(0, 60)}”`,
  };
}"""


def reach(wanted: Locator, *, back: bool = False, most: int = MOST) -> None:
    """Press Tab, or Shift+Tab, until the focus is on what is wanted.

    It fails if the focus is on nothing more than once (the end of the page is one such place) or out of sight.
    """
    tab, steps = wanted.page, []
    expect(wanted).to_be_visible()
    element = wanted.element_handle()
    for _step in range(most):
        tab.keyboard.press("Shift+Tab" if back else "Tab")
        # What scrolls into view may take a moment to arrive.
        for _moment in range(20):
            state = tab.evaluate(LOOK, element)
            if state.get("nowhere") or state["inSight"]:
                break
            tab.evaluate("new Promise(requestAnimationFrame)")
        steps.append(state.get("name", "nowhere"))
        if state.get("nowhere"):
            if steps.count("nowhere") > 1:
                break
            continue
        if not state["inSight"]:
            pytest.fail(f"The focus is on {state['name']}, which is not in sight.")
        if state["reached"]:
            return
    pytest.fail(f"{wanted} was not reached in {len(steps)} steps: {steps}")


def named(tab: Page | Locator, role: str, name: str, *, exact: bool = True) -> Locator:
    """Return the first control of a role and a name that can be seen."""
    return tab.get_by_role(role, name=name, exact=exact).first


def press(wanted: Locator, *, key: str = "Enter", back: bool = False) -> None:
    """Go to a control and press a key on it."""
    reach(wanted, back=back)
    wanted.page.keyboard.press(key)


def write(field: Locator, text: str, *, back: bool = False) -> None:
    """Go to a field and type into it, in place of what it holds."""
    reach(field, back=back)
    field.page.keyboard.press("Control+a")
    field.page.keyboard.type(text)


def choose(tab: Page, action: str) -> None:
    """Choose an action from the menu at the foot of the editor."""
    press(tab.locator("footer [data-w-dropdown-target=toggle]"), back=True)
    # Such a button says what it does twice over: in its text, and in its value for the time that it takes.
    press(tab.locator("footer .w-dropdown__content, footer [data-tippy-root]").get_by_text(action, exact=True).first)


def left_the_editor(tab: Page) -> None:
    """Wait until Wagtail has done what was asked and leads elsewhere."""
    tab.wait_for_url(lambda url: not re.search(r"/(edit|add)/", url))
