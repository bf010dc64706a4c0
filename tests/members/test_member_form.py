"""The editor of a member's profile refuses what is wrong, says what to do, and loses nothing that was typed."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import TaskState

from content.factories import make_member
from editorial.refusals import PublishingRefused
from tests.editor_forms import post_form


@pytest.fixture
def page(structure):
    return make_member(structure["pl"].sections["members"], live=False, teryt="0201012")


@pytest.fixture
def editor(client, people):
    client.force_login(people["editor"])
    return client


def test_a_profile_without_a_polish_page_is_checked_as_that_page_would_be(structure):
    page = make_member(structure["en"].sections["members"], live=False, teryt="0201012")
    page.teryt = "9901012"

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert set(refused.value.error_dict) == {"teryt"}


def edit(page) -> str:
    return f"/admin/pages/{page.pk}/edit/"


WRONG = [
    ({"teryt": "9901012"}, "teryt"),
    ({"teryt": "0201011"}, "teryt"),
    ({"teryt": "02010"}, "teryt"),
    ({"teryt": "0201" + "\u0660\u0661\u0662"}, "teryt"),
    ({"kind": "county", "teryt": "0201012"}, "teryt"),
    ({"kind": "city", "teryt": "0201011"}, "teryt"),
    ({"population": "1234", "population_source": "Urząd"}, "population_date"),
    ({"population": "1234", "population_date": "2026-01-01"}, "population_source"),
    ({"area_km2": "12.5", "area_source": "Urząd"}, "area_date"),
    ({"area_km2": "12.5", "area_date": "2026-01-01"}, "area_source"),
    ({"area_km2": "-1", "area_date": "2026-01-01", "area_source": "Urząd"}, "area_km2"),
    ({"population": "-5"}, "population"),
    ({"latitude": "52.1"}, "longitude"),
    ({"latitude": "152.1", "longitude": "17"}, "latitude"),
    ({"joined_on": "2020-01-01", "left_on": "2019-01-01"}, "left_on"),
    ({"email": "nobody"}, "email"),
    ({"website": "not an address"}, "website"),
    ({"phone": "abc"}, "phone"),
    ({"phone": "+48 12"}, "phone"),
]


@pytest.mark.parametrize(
    ("action", "typed", "field"), [*((None, *case) for case in WRONG), *(("submit", *case) for case in WRONG[::6])]
)
def test_wrong_value_is_named_at_its_field_and_kept(editor, page, typed, field, action):
    response = post_form(editor, edit(page), action=action, summary="Typed just now.", **typed)
    assert response.status_code == 200
    form = response.context["form"]
    assert form.errors[field]
    assert "Typed just now." in response.content.decode()
    for name, value in typed.items():
        assert form[name].value() == value
    page.refresh_from_db()
    assert page.summary == ""
    assert not page.workflow_in_progress


def test_teryt_of_another_current_member_is_refused_by_name(editor, page, structure):
    other = make_member(structure["pl"].sections["members"], teryt="0401012", title="Gmina Druga")
    response = post_form(editor, edit(page), teryt=other.teryt)
    assert "Gmina Druga" in str(response.context["form"].errors["teryt"])


def test_teryt_of_a_past_member_may_be_used_again(editor, page, structure):
    other = make_member(structure["pl"].sections["members"], teryt="0401012", left_on="2020-01-01")
    assert post_form(editor, edit(page), teryt=other.teryt).status_code == 302


def test_draft_may_wait_for_what_is_required(editor, page):
    assert post_form(editor, edit(page), teryt="", kind="", official_name="").status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().teryt == ""


def test_incomplete_draft_is_not_submitted_by_the_editor(editor, page):
    post_form(editor, edit(page), teryt="", kind="")
    response = post_form(editor, edit(page), action="submit")
    assert set(response.context["form"].errors) == {"teryt", "kind"}
    page.refresh_from_db()
    assert not page.workflow_in_progress


def test_incomplete_draft_is_not_submitted_by_any_route(editor, page, people):
    post_form(editor, edit(page), teryt="")
    page.refresh_from_db()
    with pytest.raises(PublishingRefused, match="TERYT"):
        page.get_workflow().start(page, people["author"])
    page.refresh_from_db()
    assert not page.workflow_in_progress


def test_draft_made_incomplete_after_submission_is_not_approved(page, people):
    state = page.get_workflow().start(page, people["author"])
    draft = page.get_latest_revision_as_object()
    draft.teryt = ""
    draft.save_revision(user=people["author"], clean=False)
    state.current_task_state.revision = draft.latest_revision
    state.current_task_state.save()
    task_state = TaskState.objects.get(pk=state.current_task_state.pk)
    with pytest.raises(PublishingRefused, match="TERYT"):
        task_state.task.specific.on_action(task_state.specific, people["editor"], "approve")
    page.refresh_from_db()
    assert not page.live


def test_incomplete_block_is_not_submitted_by_any_route(page, people):
    draft = page.get_latest_revision_as_object()
    draft.body = [{"type": "heading", "value": {"text": "", "level": "h2"}}]
    draft.save_revision(user=people["author"])
    page.refresh_from_db()
    with pytest.raises(PublishingRefused):
        page.get_workflow().start(page, people["author"])


def test_live_row_is_never_saved_incomplete(structure):
    page = make_member(structure["pl"].sections["members"])
    page.teryt = ""
    with pytest.raises((ValidationError, PublishingRefused)):
        page.save()
