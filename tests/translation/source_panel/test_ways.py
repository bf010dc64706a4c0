"""What the panel offers to do with the page as a whole, and why not now."""

import pytest
from django.urls import reverse
from django.utils import translation

from news.models import NewsPage
from translation.merging.bringing import bring_over_structure
from translation.source_panel.rows import SourceText
from translation.source_panel.ways import ways_of
from translation.truth.statements import state_of

BLOCK = {"id": "new", "type": "text", "value": "<p>Nowy akapit.</p>"}
TRUE, STRUCTURE = "Say that the page is true again", "Bring the Polish structure over"


@pytest.fixture
def draft(english, people):
    """A draft of the English page, after its publication, that was not submitted."""
    draft = NewsPage.objects.get(pk=english.pk).get_latest_revision_as_object()
    draft.title = "A new road, or so"
    draft.save_revision(user=people["translator"])
    return draft


def reasons(english, user) -> dict[str, str]:
    english = NewsPage.objects.get(pk=english.pk)
    with translation.override("en"):
        return {way.label: str(way.why_not or "") for way in ways_of(SourceText(english, state_of(english)), user)}


def test_a_page_without_a_draft_is_said_to_be_true(polish, english, change, people):
    change(english, lead="What happened.")
    change(polish, lead="Zupełnie co innego.")
    assert reasons(english, people["translator"]) == {TRUE: ""}


def test_with_a_draft_the_panel_says_how_the_page_becomes_true(polish, draft, change, people, sign_in):
    change(polish, lead="Zupełnie co innego.", body=[BLOCK])
    said = reasons(draft, people["translator"])
    assert "Submit it" in said[TRUE]
    assert said[STRUCTURE] == ""
    shown = sign_in("translator").get(reverse("translation:source", args=[draft.pk])).content.decode()
    assert "Wyślij ją" in shown
    assert reverse("translation:structure", args=[draft.pk]) in shown


def test_a_draft_with_the_structure_says_so(polish, english, change, people):
    change(polish, body=[BLOCK])
    bring_over_structure(NewsPage.objects.get(pk=english.pk), people["translator"])
    assert "already" in reasons(english, people["translator"])[STRUCTURE]


def test_while_the_draft_waits_for_approval_nothing_is_offered_that_would_be_refused(polish, draft, change, people):
    change(polish, body=[BLOCK])
    draft.get_workflow().start(draft, people["translator"])
    said = reasons(draft, people["translator"])
    assert "waits for approval" in said[TRUE]
    assert "waits for approval" in said[STRUCTURE]


def test_a_page_that_is_true_has_nothing_to_be_done(english, draft, people):
    assert reasons(english, people["translator"]) == {}
