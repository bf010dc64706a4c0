"""The admin by keyboard alone: Tab to a control that is told by its name, and a key on it, with the focus in sight."""

import re
from typing import Any

import pytest
from playwright.sync_api import ElementHandle, Locator, Page, expect

MOST = 150  # steps from one control to another; the admin's own menus are about forty of them
FRAMES = 120  # until what scrolls smoothly into view has arrived, on a slow machine
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
  const over = document.elementFromPoint(...points[0]);
  const name = (focused.getAttribute('aria-label') || focused.innerText || focused.name || focused.id).trim();
  return {
    reached: focused === wanted,
    // The width of Wagtail's side panel is a slider that is hidden; the edge of the panel shows that it has the focus.
    inSight: focused.matches('[data-form-side-width-input]')
      || (box.width > 0 && box.height > 0 && points.some(isOnTop)),
    name: `${focused.tagName.toLowerCase()} “${name.slice(0, 60)}”`,
    over: over ? `${over.tagName.toLowerCase()} “${over.className}”` : 'the edge of the window',
  };
}"""


def look(tab: Page, wanted: ElementHandle | None = None) -> dict[str, Any]:
    """Tell where the focus is, once what scrolls into view has arrived: see `LOOK`."""
    for _frame in range(FRAMES):
        state = tab.evaluate(LOOK, wanted)
        if state.get("nowhere") or state["inSight"]:
            break
        tab.evaluate("new Promise(requestAnimationFrame)")
    return state


def out_of_sight(state: dict[str, Any]) -> str:
    """Return what has the focus and is not in sight, in words; empty if it is, or nothing has it."""
    if state.get("nowhere") or state["inSight"]:
        return ""
    return f"The focus is on {state['name']}, which is not in sight: {state['over']} lies over it."


def reach(wanted: Locator, *, back: bool = False, most: int = MOST) -> None:
    """Press Tab, or Shift+Tab, until the focus is on what is wanted.

    It fails if the focus is on nothing more than once (the end of the page is one such place) or out of sight.
    """
    tab, steps = wanted.page, []
    expect(wanted).to_be_visible()
    element = wanted.element_handle()
    for _step in range(most):
        tab.keyboard.press("Shift+Tab" if back else "Tab")
        state = look(tab, element)
        steps.append(state.get("name", "nowhere"))
        if state.get("nowhere"):
            if steps.count("nowhere") > 1:
                break
            continue
        if fault := out_of_sight(state):
            pytest.fail(fault)
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


def send_back(editor: Page, on_the_lead: str, comment: str) -> None:
    """Comment on the lead of the page that is open for approval, and send it back in Polish words."""
    press(editor.locator("[data-contentpath=lead] [data-comment-add]"))
    expect(editor.locator(".comment form textarea")).to_be_focused()
    editor.keyboard.type(on_the_lead)
    press(editor.locator(".comment form [type=submit]"))
    editor.keyboard.press("Escape")  # leaves the comment, which keeps the Tab key to itself
    choose(editor, "Odeślij z komentarzem")
    dialog = editor.get_by_role("dialog")
    expect(dialog).to_be_focused()  # once it has faded in, and not before: it would take the focus from what is typed
    write(dialog.get_by_label("Co trzeba zmienić"), comment)
    press(named(dialog, "button", "Odeślij z komentarzem"))
    left_the_editor(editor)
