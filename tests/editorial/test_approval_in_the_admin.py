"""Approving and sending back, as editors do it."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import WorkflowState

from editorial.models import Approval, Contribution
from news.models import NewsPage


@pytest.fixture
def waiting(draft, people, submit):
    """A piece of news that the author changed and submitted."""
    draft.lead = "Written by the author."
    draft.save_revision(user=people["author"])
    submit(draft, people["author"])
    return NewsPage.objects.get(pk=draft.pk)


def latest_of(page):
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def approval_form(form_of, page, **changes):
    return {**form_of(page, **changes), "action-workflow-action": "true", "workflow-action-name": "approve"}


def test_an_author_submits_in_the_editor(client, draft, people, form_of, edit_url):
    client.force_login(people["author"])
    client.post(edit_url(draft), {**form_of(draft, lead="Typed."), "action-submit": "1"})
    draft.refresh_from_db()
    assert draft.workflow_in_progress
    assert list(Contribution.since_approval(draft).exclude(user=None).values_list("user", flat=True)) == [
        people["author"].pk
    ]


def test_an_editor_approves_in_the_editor(client, waiting, people, form_of, edit_url):
    client.force_login(people["editor"])
    client.post(edit_url(waiting), approval_form(form_of, waiting))
    page = NewsPage.objects.get(pk=waiting.pk)
    assert page.live
    assert page.lead == "Written by the author."
    assert page.live_revision_id == Approval.objects.get(page_id=page.pk).revision_id


def test_an_editor_approves_from_the_dashboard(client, waiting, people):
    client.force_login(people["editor"])
    state = waiting.current_workflow_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[waiting.pk, "approve", state.pk]), {"comment": ""})
    assert NewsPage.objects.get(pk=waiting.pk).live


def test_sending_back_with_a_comment_and_submitting_again(client, waiting, people, form_of, edit_url):
    client.force_login(people["editor"])
    state = waiting.current_workflow_task_state
    client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[waiting.pk, "reject", state.pk]),
        {"comment": "Give the date."},
    )
    workflow = WorkflowState.objects.get(object_id=str(waiting.pk))
    assert workflow.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert workflow.current_task_state.comment == "Give the date."
    client.force_login(people["author"])
    client.post(edit_url(waiting), {**form_of(waiting, lead="With the date."), "action-submit": "1"})
    assert waiting.workflow_in_progress


def test_approving_a_page_that_changed_since_it_was_opened_is_refused(client, waiting, people, form_of, edit_url):
    seen = approval_form(form_of, waiting)
    latest = latest_of(waiting)
    latest.lead = "Slipped in later."
    latest.save_revision(user=people["editor2"])
    client.force_login(people["editor"])
    response = client.post(edit_url(waiting), seen)
    assert response.status_code == 302
    assert messages_of(response)
    assert not NewsPage.objects.get(pk=waiting.pk).live


def test_approving_what_autosave_rewrote_since_it_was_opened_is_refused(client, waiting, people, form_of, edit_url):
    latest = latest_of(waiting)
    latest.lead = "First keystrokes."
    latest.save_revision(user=people["editor2"])
    seen = approval_form(form_of, waiting)
    latest = latest_of(waiting)
    latest.lead = "More keystrokes."
    latest.save_revision(user=people["editor2"], overwrite_revision=latest.get_latest_revision())
    client.force_login(people["editor"])
    client.post(edit_url(waiting), seen)
    assert not NewsPage.objects.get(pk=waiting.pk).live


def test_approving_without_saying_what_was_read_is_refused(client, waiting, people, form_of, edit_url):
    data = approval_form(form_of, waiting)
    del data["loaded_revision_id"]
    client.force_login(people["editor"])
    client.post(edit_url(waiting), data)
    assert not NewsPage.objects.get(pk=waiting.pk).live


def test_approving_with_a_change_of_ones_own_keeps_the_change_and_refuses(client, waiting, people, form_of, edit_url):
    client.force_login(people["editor"])
    response = client.post(edit_url(waiting), approval_form(form_of, waiting, lead="Changed by the approver."))
    assert messages_of(response)
    page = NewsPage.objects.get(pk=waiting.pk)
    assert not page.live
    assert page.workflow_in_progress
    assert latest_of(page).lead == "Changed by the approver."


def test_the_dashboard_does_not_approve_a_page_that_changed_since_it_was_submitted(client, waiting, people):
    latest = latest_of(waiting)
    latest.lead = "Slipped in later."
    latest.save_revision(user=people["editor2"])
    client.force_login(people["editor"])
    state = waiting.current_workflow_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[waiting.pk, "approve", state.pk]), {"comment": ""})
    assert not NewsPage.objects.get(pk=waiting.pk).live


def test_another_person_approves_what_an_editor_corrected_on_the_way(client, waiting, people, form_of, edit_url):
    latest = latest_of(waiting)
    latest.lead = "Corrected by an editor."
    latest.save_revision(user=people["editor2"])
    client.force_login(people["editor"])
    client.post(edit_url(waiting), approval_form(form_of, waiting))
    page = NewsPage.objects.get(pk=waiting.pk)
    assert page.live
    assert page.lead == "Corrected by an editor."


def test_a_contributor_is_told_why_approval_is_not_offered(client, waiting, people, edit_url):
    latest = latest_of(waiting)
    latest.lead = "Corrected by an editor."
    latest.save_revision(user=people["editor"])
    client.force_login(people["editor"])
    response = client.get(edit_url(waiting))
    assert 'data-workflow-action-name="approve"' not in response.text
    assert 'data-workflow-action-name="reject"' in response.text
    assert any(str(people["editor"]) or message for message in messages_of(response))


def test_a_refusal_reaches_a_script_as_json(client, waiting, people, form_of, edit_url):
    data = approval_form(form_of, waiting)
    del data["loaded_revision_id"]
    client.force_login(people["editor"])
    response = client.post(edit_url(waiting), data, headers={"accept": "application/json"})
    assert response.status_code == 403
    assert response.json()["error_code"] == "publishing_refused"


def test_an_approval_with_a_comment_that_is_no_json_is_a_bad_request(client, draft, people, submit, form_of, edit_url):
    submit(draft, people["author"])
    client.force_login(people["editor"])
    data = {
        **form_of(draft),
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": "{",
    }
    assert client.post(edit_url(draft), data).status_code == 400
    draft.refresh_from_db()
    assert not draft.live


def test_who_opens_a_page_that_was_sent_back_reads_why(client, waiting, people, edit_url):
    task = waiting.current_workflow_task_state
    task.task.specific.on_action(task.specific, people["editor"], "reject", comment="Brak <b>daty</b>.")
    client.force_login(people["author"])
    html = client.get(edit_url(waiting)).content.decode()
    assert "editor: Brak &lt;b&gt;daty&lt;/b&gt;." in html
    assert "Brak <b>daty</b>." not in html
