"""What translators work with, on a telephone of 360 px."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.by_keyboard import press

IS_ON_TOP = """(field) => {
  const { left, top, width, height } = field.getBoundingClientRect();
  return field.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""

# Of each term that is one word
LINES = "all => all.filter(each => !/[ -]/.test(each.textContent)).map(each => each.getClientRects().length)"


@pytest.fixture
def translator(sign_in) -> Page:
    translator = sign_in("tlumacz", language="pl")
    translator.set_viewport_size({"width": 360, "height": 740})
    return translator


def test_the_panel_leaves_room_for_the_field_that_is_translated(translator, both_languages):
    for _ in range(3):
        both_languages("true")  # from which the memory knows the lead, so that the panel has more than it can show
    pages = both_languages("true")
    translator.goto(f"/admin/pages/{pages['english']}/edit/")
    press(translator.locator("[data-side-panel-toggle=source]").first)
    expect(translator.locator("[data-source-panel]")).to_be_visible()
    for name in ("title", "lead"):
        translator.locator("[data-source-panel]").get_by_role("button").last.scroll_into_view_if_needed()
        field = translator.locator(f"[name={name}]")
        field.focus()
        await_on_top(field)
    expect(translator.locator("[data-source-said]")).not_to_be_empty()
    await_on_top(translator.locator("[data-source-path=lead] [data-source-go]"))


def await_on_top(element: Locator) -> None:
    """Wait until the window shows the middle of an element, once what scrolls has come to rest."""
    element.page.wait_for_function(IS_ON_TOP, arg=element.element_handle())


def test_every_state_of_a_section_is_in_sight(translator):
    translator.goto("/admin/translations/matrix/")
    frame = translator.locator(".translation-matrix__frame")
    assert frame.evaluate("each => each.scrollWidth <= each.clientWidth")
    expect(translator.locator(".translation-matrix__label:visible").first).to_be_visible()


def test_the_glossary_breaks_no_word(translator):
    translator.goto("/admin/terms/")
    lines = translator.locator(".listing .title [lang=pl]").evaluate_all(LINES)
    assert lines
    assert set(lines) == {1}
