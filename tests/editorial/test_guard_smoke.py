"""The main path of approval, and the guard that stands on every route."""

import pytest

from content.factories import make_member, make_news, make_publication, make_translation
from editorial.models import Approval
from editorial.refusals import PublishingRefused


def test_live_page_cannot_change_without_approval(structure):
    page = make_news(structure["pl"].sections["news"])
    page.lead = "Another one."
    with pytest.raises(PublishingRefused):
        page.save()


def test_submitted_page_goes_live_when_an_editor_approves(structure, people):
    page = make_news(structure["pl"].sections["news"], live=False)
    page.lead = "A new lead."
    page.save_revision(user=people["author"])
    state = page.get_workflow().start(page, people["author"])
    state.current_task_state.task.specific.on_action(state.current_task_state.specific, people["editor"], "approve")
    page.refresh_from_db()
    assert page.live
    assert page.lead == "A new lead."
    assert Approval.objects.get(page_id=page.pk).user == people["editor"]


def test_english_takes_what_is_not_language_from_polish(structure):
    area = structure["pl"].areas["culture"]
    member = make_member(structure["pl"].sections["members"])
    make_publication(structure["pl"].sections["publications"], areas=[area])
    page = make_news(structure["pl"].sections["news"], areas=[area], members=[member])
    english = make_translation(page)
    assert list(english.areas.all()) == [area]
    assert list(english.members.all()) == [member]
    assert english.date == page.date
