"""What a submission asks: deadline, priority, approver; taking it back; sending it back with a word."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from editorial.log_actions import HAND_OVER, TAKE_BACK
from editorial.models import Submission
from news.models import NewsPage


@pytest.fixture
def waiting(draft, people, submit):
    """A piece of news that the author changed and submitted."""
    draft.lead = "Written by the author."
    draft.save_revision(user=people["author"])
    submit(draft, people["author"])
    return NewsPage.objects.get(pk=draft.pk)


def ask(client, page, **data):
    data = {"deadline": "", "priority": "2", "assigned_to": "", **data}
    return client.post(reverse("editorial:submission", args=[page.pk]), data)


@pytest.mark.parametrize("who", ["author", "editor", "administrator"])
def test_deadline_priority_and_approver(client, waiting, people, who):
    client.force_login(people[who])
    day = timezone.localdate() + timedelta(days=3)
    ask(client, waiting, deadline=day.isoformat(), priority="1", assigned_to=people["editor2"].pk)
    submission = Submission.objects.get(workflow_state=waiting.current_workflow_state)
    assert (submission.deadline, submission.priority, submission.assigned_to) == (day, 1, people["editor2"])
    assert PageLogEntry.objects.get(page=waiting.pk, action=HAND_OVER).user == people[who]


@pytest.mark.parametrize("who", ["author2", "translator", "member_editor"])
def test_others_ask_nothing(client, waiting, people, who):
    client.force_login(people[who])
    ask(client, waiting, priority="1")
    assert not Submission.objects.exists()


def test_a_day_that_is_over_is_refused(client, waiting, people):
    client.force_login(people["author"])
    answer = ask(client, waiting, deadline=(timezone.localdate() - timedelta(days=1)).isoformat())
    assert answer.status_code == 200
    assert not Submission.objects.exists()


def test_whoever_may_not_approve_it_is_not_asked_to(client, waiting, people):
    newest = waiting.get_latest_revision_as_object()
    newest.lead = "Rewritten from the first word to the last by an editor."
    newest.save_revision(user=people["editor"])
    client.force_login(people["author"])
    for name in ("editor", "author2"):
        assert ask(client, waiting, assigned_to=people[name].pk).status_code == 200
    assert not Submission.objects.exists()


def test_handing_over(client, waiting, people):
    client.force_login(people["author"])
    ask(client, waiting, assigned_to=people["editor"].pk)
    client.force_login(people["editor"])
    ask(client, waiting, assigned_to=people["editor2"].pk)
    assert Submission.objects.get().assigned_to == people["editor2"]


@pytest.mark.parametrize("who", ["author", "editor"])
def test_taking_back(client, waiting, people, edit_url, who):
    client.force_login(people[who])
    assert reverse("editorial:take_back", args=[waiting.pk]) in client.get(edit_url(waiting)).content.decode()
    client.post(reverse("editorial:take_back", args=[waiting.pk]), {"reason": "Zapomniane zdjęcie, dodam je."})
    page = NewsPage.objects.get(pk=waiting.pk)
    assert not page.workflow_in_progress
    assert page.get_latest_revision_as_object().lead == "Written by the author."
    entry = PageLogEntry.objects.get(page=page.pk, action=TAKE_BACK)
    assert (entry.user, entry.data["reason"]) == (people[who], "Zapomniane zdjęcie, dodam je.")


@pytest.mark.parametrize("who", ["author2", "translator", "member_editor"])
def test_others_take_nothing_back(client, waiting, people, who):
    client.force_login(people[who])
    client.post(reverse("editorial:take_back", args=[waiting.pk]), {"reason": ""})
    assert NewsPage.objects.get(pk=waiting.pk).workflow_in_progress


def test_a_page_that_waits_for_nobody(client, draft, people):
    client.force_login(people["editor"])
    for name in ("submission", "take_back"):
        assert client.get(reverse(f"editorial:{name}", args=[draft.pk])).status_code == 404


def test_nothing_is_sent_back_without_a_word(client, waiting, people):
    client.force_login(people["editor"])
    state = waiting.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[waiting.pk, "reject", state.pk])
    client.post(url, {"comment": "   "})
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    client.post(url, {"comment": "Brakuje daty."})
    state.refresh_from_db()
    assert (state.status, state.comment) == (state.STATUS_REJECTED, "Brakuje daty.")


def test_the_deadline_outlives_a_return(client, waiting, people, submit):
    client.force_login(people["author"])
    day = timezone.localdate() + timedelta(days=3)
    ask(client, waiting, deadline=day.isoformat())
    state = waiting.current_workflow_state
    state.current_task_state.specific.reject(user=people["editor"], comment="Brakuje daty.")
    state.refresh_from_db()
    state.resume(user=people["author"])
    assert Submission.objects.get(workflow_state=state).deadline == day
