"""Whoever steps through the editor by keyboard sees at each step where they are, forward and back."""

import pytest
from playwright.sync_api import expect

from tests.browser.by_keyboard import look, out_of_sight

STEPS = 100  # more than the controls of a news editor below its header


@pytest.fixture
def author(sign_in, newsroom):
    """The tab of an author in the editor of a piece of news, with the focus on its title."""
    tab = sign_in("autor", language="pl")
    tab.goto(f"/admin/pages/{newsroom['two_editors']}/edit/")
    tab.locator("[name=title]").focus()
    return tab


def test_the_focus_is_in_sight_through_the_editor_and_back(author):
    faults = []
    for key in ("Tab", "Shift+Tab"):
        for _step in range(STEPS):
            author.keyboard.press(key)
            faults.append(out_of_sight(look(author)))
    assert not list(filter(None, faults))


def test_a_calendar_opens_for_its_field_alone(author):
    date, calendar = author.locator("[name=date]"), author.locator(".xdsoft_datetimepicker:visible")
    date.focus()
    expect(calendar).to_be_visible()
    author.keyboard.press("Tab")
    expect(calendar).to_have_count(0)
