"""Our views of the admin: accessible, in the language of the person, and as wide as the window, from a phone on."""

import pytest

from tests.browser.conftest import NARROW
from tests.browser.our_views import VIEWS, View
from tests.browser.sound import expect_sound


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_view_breaks_no_rule_speaks_polish_and_fits(sign_in, newsroom, view: View):
    tab = sign_in(view.account, policy=False, language="pl")
    view.open(tab, newsroom)
    expect_sound(tab)
    tab.set_viewport_size({"width": NARROW, "height": 740})
    expect_sound(tab)
