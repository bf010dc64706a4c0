"""Who is told of what happens to a page: those whom it concerns, once, and never who did it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page, PageLogEntry, TaskState, WorkflowState
from wagtail.signals import page_published, task_rejected, task_submitted

from accounts.models import User
from accounts.roles import EDITOR
from content.factories import make_news, make_translation
from editorial.emergency import publish_in_emergency
from editorial.models import Submission, TakeDown
from editorial.taking_down import take_down
from news.models import NewsPage
from notifications.kinds import Kind
from notifications.models import Notification
from notifications.posting import nobody_is_told

REASON = "Wody wzbierają, mieszkańcy muszą wiedzieć dziś."


def test_a_submission_is_told_to_all_who_may_approve_it(task_state, told):
    assert told(Kind.SUBMITTED) == ["administrator", "editor", "editor2"]
    assert told(Kind.ASSIGNED) == []


def test_not_to_whoever_contributed_submitted_or_has_left(draft, people, submit, told):
    newest = draft.get_latest_revision_as_object()
    newest.lead = "Rewritten from the first word to the last by an editor."
    newest.save_revision(user=people["editor"])
    people["editor2"].is_active = False
    people["editor2"].save()
    submit(draft, people["administrator"])
    assert told(Kind.SUBMITTED) == []


def hand_over(client, page, person, **data):
    data = {"deadline": "", "priority": "2", "assigned_to": person.pk, **data}
    return client.post(reverse("editorial:submission", args=[page.pk]), data)


def test_a_person_who_is_named_is_told_once(client, draft, task_state, people, told):
    client.force_login(people["author"])
    hand_over(client, draft, people["editor"])
    hand_over(client, draft, people["editor"], priority="1")
    assert told(Kind.ASSIGNED) == ["editor"]
    hand_over(client, draft, people["editor2"])
    hand_over(client, draft, people["editor"])
    assert told(Kind.ASSIGNED) == ["editor", "editor", "editor2"]


def test_who_takes_it_themselves_is_not_told(client, draft, task_state, people, told):
    client.force_login(people["editor"])
    hand_over(client, draft, people["editor"])
    assert Submission.objects.get().assigned_to == people["editor"]
    assert told(Kind.ASSIGNED) == []


def test_what_somebody_took_and_gives_back_is_told_again(client, draft, task_state, people, told):
    client.force_login(people["author"])
    hand_over(client, draft, people["editor2"])
    client.force_login(people["editor"])
    hand_over(client, draft, people["editor"])
    hand_over(client, draft, people["editor2"])
    assert told(Kind.ASSIGNED) == ["editor2", "editor2"]


def test_what_is_submitted_again_goes_to_the_person_who_is_named_alone(client, draft, task_state, people, told):
    client.force_login(people["author"])
    hand_over(client, draft, people["editor2"])
    task_state.reject(user=people["editor2"], comment="Brakuje daty.")
    Notification.objects.all().delete()
    state = WorkflowState.objects.get(pk=task_state.workflow_state_id)
    state.resume(user=people["author"])
    assert (told(Kind.ASSIGNED), told(Kind.SUBMITTED)) == (["editor2"], [])


def test_a_return_is_told_to_who_submitted_it_and_who_wrote_it(draft, people, submit, told):
    newest = draft.get_latest_revision_as_object()
    newest.lead = "Rewritten from the first word to the last by another author."
    newest.save_revision(user=people["author2"])
    state = submit(draft, people["administrator"])
    Comment.objects.create(page=draft, user=people["editor"], contentpath="lead", text="Za długi.")
    Comment.objects.create(
        page=draft, user=people["editor"], contentpath="title", text="Już dobrze.", resolved_at=timezone.now()
    )
    state.reject(user=people["editor"], comment="Brakuje daty.")
    assert told(Kind.RETURNED) == ["administrator", "author", "author2"]
    data = Notification.objects.filter(kind=Kind.RETURNED).first().data
    assert data["comment"] == "Brakuje daty."
    assert [(each["path"], each["text"]) for each in data["fields"]] == [("lead", "Za długi.")]


def test_what_goes_live_with_its_approval_is_told_once(task_state, approve, told):
    approve(task_state)
    assert told(Kind.PUBLISHED) == ["author"]
    assert told(Kind.APPROVED) == []


@pytest.fixture
def scheduled(draft, people, submit, approve):
    """A page that was approved for a later time."""
    page = draft.get_latest_revision_as_object()
    page.go_live_at = timezone.now() + timedelta(days=2)
    page.save_revision(user=people["author"])
    approve(submit(draft, people["author"]))
    return NewsPage.objects.get(pk=draft.pk)


def test_what_goes_live_later_is_told_at_its_approval_and_at_its_time(scheduled, told, monkeypatch):
    assert not scheduled.live
    assert (told(Kind.APPROVED), told(Kind.PUBLISHED)) == (["author"], [])
    row = Notification.objects.get(kind=Kind.APPROVED)
    assert row.data["go_live_at"] == scheduled.go_live_at.isoformat()
    later = timezone.now() + timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled", verbosity=0)
    assert told(Kind.PUBLISHED) == ["author"]
    row = Notification.objects.get(kind=Kind.PUBLISHED)
    assert (row.data["way"], row.data["approver"]) == ("scheduled", "editor")


def test_content_that_code_loads_is_told_to_nobody(structure):
    make_news(structure["pl"].sections["news"])
    assert not Notification.objects.exists()


def test_an_emergency_is_told_to_who_may_confirm_it_and_to_who_wrote_it(draft, people, told):
    publish_in_emergency(draft, people["editor"], REASON)
    assert told(Kind.EMERGENCY) == ["administrator", "editor2"]
    assert told(Kind.PUBLISHED) == ["author"]
    assert Notification.objects.filter(kind=Kind.EMERGENCY).first().data["reason"] == REASON


@pytest.fixture
def live(task_state, approve) -> NewsPage:
    """A live page that the author wrote."""
    approve(task_state)
    Notification.objects.all().delete()
    return NewsPage.objects.get(pk=task_state.revision.object_id)


@pytest.fixture
def english(live, people, submit, approve) -> NewsPage:
    """The live English version, which the translator wrote."""
    page = make_translation(live, live=False)
    page.lead = "Written by the translator."
    page.save_revision(user=people["translator"])
    approve(submit(page, people["translator"]))
    Notification.objects.all().delete()
    return NewsPage.objects.get(pk=page.pk)


TEXTS = {"pl": "To była pomyłka.", "en": "This was a mistake."}


def test_taking_down_is_told_to_the_writers_of_each_language_once(live, english, people, told):
    take_down(live, people["editor"], TakeDown.Kind.ERROR, texts=TEXTS)
    assert told(Kind.DOWN) == ["author", "translator"]
    assert set(Notification.objects.values_list("page_id", flat=True)) == {live.pk, english.pk}


def test_the_writers_of_the_language_that_stays_are_told_too(live, english, people, told):
    take_down(live, people["editor"], TakeDown.Kind.WITHDRAWN, texts=TEXTS, with_companions=False)
    assert told(Kind.DOWN) == ["author", "translator"]
    assert set(Notification.objects.values_list("page_id", flat=True)) == {live.pk}


def test_a_page_whose_time_is_over_is_told_to_its_writers(live, english, told):
    Page.objects.filter(pk=live.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert told(Kind.DOWN) == ["author", "translator"]


def test_two_signals_of_one_event_are_one_message(task_state, people, told):
    page = NewsPage.objects.get(pk=task_state.revision.object_id)
    for _each in range(2):
        task_submitted.send(sender=type(task_state), instance=task_state, user=people["author"])
        task_rejected.send(sender=type(task_state), instance=task_state, user=people["editor"])
    assert told(Kind.SUBMITTED) == ["administrator", "editor", "editor2"]
    assert told(Kind.RETURNED) == ["author"]
    task_state.task.specific.on_action(task_state, people["editor"], "approve")
    page = NewsPage.objects.get(pk=page.pk)
    page_published.send(sender=NewsPage, instance=page, revision=page.live_revision)
    assert told(Kind.PUBLISHED) == ["author"]


# Action and message stand or fall together


def test_an_action_that_fails_leaves_no_message(task_state, people):
    before = Notification.objects.count()

    @transaction.atomic
    def reject_and_fail():
        task_state.reject(user=people["editor"], comment="Brakuje daty.")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        reject_and_fail()
    assert Notification.objects.count() == before


@pytest.fixture
def outbox_is_broken(monkeypatch):
    """No message can be written down."""

    def fail(*_args, **_kwargs):
        raise RuntimeError("no room")

    monkeypatch.setattr(Notification.objects._queryset_class, "bulk_create", fail)


@pytest.mark.usefixtures("outbox_is_broken")
def test_a_submission_that_cannot_be_told_leaves_nothing_half_done(draft, people):
    page = NewsPage.objects.get(pk=draft.pk)
    with pytest.raises(RuntimeError):
        page.get_workflow().start(page, people["author"])
    assert not WorkflowState.objects.exists()


def test_what_is_submitted_again_and_cannot_be_told_stays_sent_back(task_state, people, request):
    task_state.reject(user=people["editor"], comment="Brakuje daty.")
    state = WorkflowState.objects.get()
    request.getfixturevalue("outbox_is_broken")
    with pytest.raises(RuntimeError):
        state.resume(user=people["author"])
    state = WorkflowState.objects.get()
    assert (state.status, state.current_task_state_id) == (WorkflowState.STATUS_NEEDS_CHANGES, task_state.pk)


def test_a_handing_over_that_cannot_be_told_does_not_stand(client, draft, task_state, people, request):
    client.force_login(people["author"])
    request.getfixturevalue("outbox_is_broken")
    with pytest.raises(RuntimeError):
        hand_over(client, draft, people["editor"])
    assert not Submission.objects.exists()
    assert not PageLogEntry.objects.filter(action="editorial.hand_over").exists()


# However many there are


def test_three_hundred_approvers_take_as_many_queries_as_three(draft, people, submit, django_assert_max_num_queries):
    submit(draft, people["author"]).workflow_state.cancel(user=people["author"])  # what is read once is read
    counts = []
    for number in (0, 300):
        group = Group.objects.get(name=EDITOR)
        for each in range(number):
            group.user_set.add(User.objects.create(username=f"e{each}", email=f"e{each}@example.org"))
        Notification.objects.all().delete()
        with django_assert_max_num_queries(80) as captured:
            state = submit(draft, people["author"])
        assert Notification.objects.count() == number + 3
        counts.append(len(captured))
        WorkflowState.objects.get(pk=state.workflow_state_id).cancel(user=people["author"])
    assert counts[1] - counts[0] < 5  # SQLite takes so many rows at a time


def test_code_may_have_nobody_told(draft, people, submit):
    with nobody_is_told():
        submit(draft, people["author"])
    assert not Notification.objects.exists()
    task_submitted.send(sender=TaskState, instance=TaskState.objects.get(), user=people["author"])
    assert Notification.objects.count() == 3
