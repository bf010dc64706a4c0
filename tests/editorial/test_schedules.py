"""What is due is carried out, one page after the other, with the approval that scheduled it."""

import logging
import re
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, PageLogEntry, Revision
from wagtail.signals import page_published

from content.factories import make_news, make_translation
from editorial import schedules
from editorial.approvals import record_approval
from editorial.log_actions import NOT_CARRIED_OUT
from editorial.management.commands import publish_scheduled
from editorial.models import Approval
from editorial.schedules import PUBLISHED, TAKEN_DOWN, Outcome, carry_out_due, due_revisions, scheduled_revisions
from news.models import NewsPage
from operations.jobs.schedule import jobs_by_name

ROOT = Path(__file__).resolve().parents[2]
NOW = timezone.now().replace(microsecond=0)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
AT = NOW + HOUR


@pytest.fixture
def clock(monkeypatch):
    """Returns a function that sets the clock."""

    def show(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return show


@pytest.fixture
def schedule(people):
    """Returns a function that approves a version of a page for a moment, an hour from now by default."""

    def act(page, at=AT, **fields):
        page = NewsPage.objects.get(pk=page.pk)
        for name, value in {"lead": "In time.", "go_live_at": at, **fields}.items():
            setattr(page, name, value)
        revision = page.save_revision(user=people["author"])
        record_approval(revision, kind=Approval.Kind.WORKFLOW, user=people["editor"])
        revision.publish()
        return Revision.objects.get(pk=revision.pk)

    return act


@pytest.fixture
def make_draft(structure):
    """Returns a function that makes a draft with an address."""
    return lambda slug: make_news(structure["pl"].sections["news"], slug=slug, live=False)


def state(page):
    """Return what readers see of a page."""
    fresh = NewsPage.objects.get(pk=page.pk)
    return fresh.live, fresh.lead


def log_of(page, action):
    return list(PageLogEntry.objects.filter(page=page.pk, action=action).order_by("pk"))


def exchange(revision):
    """Put something else into a version that was approved."""
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "lead": "Exchanged."})


# When


def test_approving_a_page_with_a_time_schedules_it(draft, people, submit):
    draft.go_live_at = AT
    revision = draft.save_revision(user=people["author"])
    task_state = submit(draft, people["author"])
    task_state.task.specific.on_action(task_state, people["editor"], "approve")
    revision.refresh_from_db()
    assert revision.approved_go_live_at == AT
    assert not NewsPage.objects.get(pk=draft.pk).live


def test_a_page_goes_live_at_its_very_moment_and_not_before(draft, schedule, clock):
    schedule(draft)
    clock(AT - timedelta(microseconds=1))
    assert carry_out_due() == Outcome()
    assert not NewsPage.objects.get(pk=draft.pk).live
    clock(AT)
    assert carry_out_due() == Outcome(published=1)
    assert state(draft) == (True, "In time.")


def test_a_page_comes_down_at_its_very_moment_and_not_before(structure, clock):
    page = make_news(structure["pl"].sections["news"], expire_at=AT)
    clock(AT - timedelta(microseconds=1))
    assert carry_out_due() == Outcome()
    clock(AT)
    assert carry_out_due() == Outcome(taken_down=1)
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)
    assert len(log_of(page, TAKEN_DOWN)) == 1


def test_a_second_run_does_nothing(draft, schedule, clock):
    sent = []

    def count(sender, **_kwargs):
        sent.append(sender)

    schedule(draft)
    clock(AT)
    page_published.connect(count)
    try:
        carry_out_due()
        assert carry_out_due() == Outcome()
    finally:
        page_published.disconnect(count)
    assert len(sent) == len(log_of(draft, PUBLISHED)) == 1


def test_a_page_is_live_within_a_minute_of_its_time():
    job = jobs_by_name()["publish_scheduled"]
    assert job.every is not None
    assert job.every <= timedelta(seconds=30)
    told = (ROOT / "docs/operators/schedules.md").read_text()
    seconds = [*re.findall(r"--every (\d+)", told), *re.findall(r"OnCalendar=\S+ \*:\*:0/(\d+)", told)]
    assert len(seconds) >= 3
    assert all(int(each) <= 30 for each in seconds)
    assert "AccuracySec=1s" in told
    for page in ("README.md", "docs/operators/settings.md"):
        assert "manage.py run_jobs" in (ROOT / page).read_text()


# In which order


def test_a_version_that_comes_as_the_former_one_goes_is_live(structure, schedule, clock):
    page = make_news(structure["pl"].sections["news"], expire_at=AT, lead="Until then.")
    schedule(page, expire_at=None)
    clock(AT)
    assert carry_out_due() == Outcome(taken_down=1, published=1)
    assert state(page) == (True, "In time.")


def test_a_page_that_goes_keeps_the_version_that_is_approved_for_later(structure, schedule, clock):
    page = make_news(structure["pl"].sections["news"], expire_at=AT)
    english = make_translation(page, expire_at=AT)
    later = [schedule(each, at=AT + HOUR, expire_at=None) for each in (page, english)]
    clock(AT)
    assert carry_out_due() == Outcome(taken_down=1)
    assert not Page.objects.filter(pk__in=[page.pk, english.pk], live=True).exists()
    assert list(Revision.objects.filter(approved_go_live_at=AT + HOUR).order_by("pk")) == later
    clock(AT + HOUR)
    assert carry_out_due() == Outcome(published=2)
    assert state(page) == state(english) == (True, "In time.")


def test_a_version_whose_time_is_over_before_a_worker_ran_is_not_left_live(structure, schedule, clock):
    page = make_news(structure["pl"].sections["news"], lead="Before.")
    schedule(page, expire_at=AT + HOUR)
    clock(AT + 2 * HOUR)
    assert carry_out_due() == Outcome(published=1)
    page.refresh_from_db()
    assert (page.live, page.expired, page.lead) == (False, True, "In time.")
    assert [len(log_of(page, action)) for action in (PUBLISHED, TAKEN_DOWN)] == [1, 1]


def test_a_page_and_its_translation_go_live_in_one_run(draft, schedule, structure, clock):
    english = make_translation(draft, live=False)
    schedule(draft)
    schedule(english)
    clock(AT)
    assert carry_out_due() == Outcome(published=2)
    assert state(draft) == state(english) == (True, "In time.")


def test_an_expiry_takes_the_translation_along_once(structure, clock):
    page = make_news(structure["pl"].sections["news"], expire_at=AT)
    english = make_translation(page, expire_at=AT)
    clock(AT)
    assert carry_out_due() == Outcome(taken_down=1)
    english.refresh_from_db()
    assert (english.live, english.expired) == (False, True)
    assert log_of(english, TAKEN_DOWN) == []


# What cannot be carried out


@pytest.fixture
def refused(make_draft, schedule):
    """A version that says something else than what was approved."""
    page = make_draft("podmieniona")
    revision = schedule(page)
    exchange(revision)
    return revision


def test_what_was_exchanged_after_approval_stays_unpublished_due_and_listed(refused, clock):
    clock(AT + 2 * MINUTE)
    outcome = carry_out_due()
    assert (outcome.published, outcome.refused, outcome.news) == (0, 1, True)
    page = NewsPage.objects.get(pk=refused.object_id)
    assert not page.live
    refused.refresh_from_db()
    assert refused.approved_go_live_at == AT
    assert list(scheduled_revisions()) == list(due_revisions(AT)) == [refused]


def test_it_is_told_once_in_the_log_and_in_the_history_of_the_page(refused, clock, caplog, client, people):
    clock(AT)
    page = NewsPage.objects.get(pk=refused.object_id)
    with caplog.at_level(logging.INFO, "editorial.schedules"):
        with pytest.raises(CommandError, match="1 could not be carried out"):
            call_command("publish_scheduled")
        for _run in range(3):
            call_command("publish_scheduled")
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    (entry,) = log_of(page, NOT_CARRIED_OUT)
    assert entry.revision_id == refused.pk
    client.force_login(people["editor"])
    history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Nie wykonano w terminie" in history
    assert "ta wersja nie ma akceptacji" in history


def test_another_reason_is_told_again(refused, clock):
    clock(AT)
    carry_out_due()
    Revision.objects.filter(pk=refused.pk).update(content={**refused.content, "lead": None})
    assert carry_out_due().news
    assert not carry_out_due().news
    assert len(log_of(NewsPage.objects.get(pk=refused.object_id), NOT_CARRIED_OUT)) == 2


def test_it_goes_live_at_the_next_run_after_the_cause_is_gone(draft, schedule, clock):
    english = make_translation(draft, live=False)
    schedule(english)
    clock(AT)
    assert carry_out_due().refused == 1  # the Polish page is not live
    schedule(draft, at=None)
    assert carry_out_due() == Outcome(published=1)
    assert state(english) == (True, "In time.")


def test_one_page_that_fails_does_not_hold_up_the_others(make_draft, schedule, clock, caplog):
    broken, fine = make_draft("zepsuta"), make_draft("dobra")
    revision = schedule(broken)
    schedule(fine)
    Revision.objects.filter(pk=revision.pk).update(content={"pk": broken.pk, "title": "No such page"})
    clock(AT)
    for _run in range(2):
        with pytest.raises(CommandError):
            call_command("publish_scheduled", verbosity=0)
    assert not NewsPage.objects.get(pk=broken.pk).live
    assert NewsPage.objects.get(pk=fine.pk).live
    (told,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert told.exc_info
    assert len(log_of(broken, NOT_CARRIED_OUT)) == 1


def test_a_page_that_cannot_come_down_does_not_hold_up_the_others(structure, schedule, draft, clock, monkeypatch):
    page = make_news(structure["pl"].sections["news"], expire_at=AT)
    schedule(draft)
    clock(AT)
    monkeypatch.setattr(NewsPage, "unpublish", lambda *_args, **_options: 1 / 0)
    assert carry_out_due() == Outcome(published=1, failed=1, news=True)
    assert carry_out_due() == Outcome(failed=1)
    assert len(log_of(page, NOT_CARRIED_OUT)) == 1


def test_nothing_but_pages_has_drafts():
    """`editorial.schedules` looks at pages alone."""
    others = [
        model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    assert others == []


# The worker


@pytest.mark.parametrize("seconds", ["0", "-1"])
def test_a_worker_without_a_pause_is_refused(seconds, db):
    with pytest.raises(CommandError, match="such as 30"):
        call_command("publish_scheduled", f"--every={seconds}")


@pytest.fixture
def rounds(db, monkeypatch):
    """Returns a function that has a worker stop after so many rounds, without waiting."""

    def stop_after(number):
        stops = iter([*[False] * (number - 1), True])
        monkeypatch.setattr(publish_scheduled, "signals_to_stop", lambda: nullcontext(lambda _seconds: next(stops)))

    return stop_after


def test_a_round_that_fails_is_logged_and_the_next_one_comes(rounds, monkeypatch, caplog, capsys):
    outcomes = iter([OSError("The database is away."), Outcome(published=1), Outcome()])

    def carry_out():
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(publish_scheduled, "carry_out_due", carry_out)
    rounds(3)
    call_command("publish_scheduled", "--every=30")
    assert capsys.readouterr().out == "1 published, 0 taken down\n"
    assert "The database is away." in caplog.text
    assert next(outcomes, None) is None


def test_old_connections_are_closed_between_rounds(rounds, monkeypatch):
    done = []
    monkeypatch.setattr(publish_scheduled, "carry_out_due", lambda: done.append("round") or Outcome())
    monkeypatch.setattr(publish_scheduled, "close_old_connections", lambda: done.append("closed"))
    rounds(2)
    call_command("publish_scheduled", "--every=30")
    assert done == ["closed", "round", "closed"] * 2


def test_the_database_that_is_busy_is_told_and_asked_again(draft, schedule, clock, monkeypatch, caplog):
    def locked(*_args):
        raise OperationalError("database is locked")

    schedule(draft)
    clock(AT)
    with monkeypatch.context() as patched:
        patched.setattr(schedules, "publish_if_due", locked)
        assert carry_out_due() == Outcome(failed=1, news=True)
    assert "the next run will try" in caplog.text
    assert log_of(draft, NOT_CARRIED_OUT) == []
    assert carry_out_due() == Outcome(published=1)


# The list


@pytest.mark.parametrize(("who", "seen"), [("editor", True), ("administrator", True), ("author", False)])
def test_what_waits_is_listed_for_those_who_answer_for_pages(client, people, draft, schedule, who, seen):
    schedule(draft)
    client.force_login(people[who])
    html = client.get(reverse("editorial:schedules")).content.decode()
    assert ("Szkic" in html) == seen
    assert (reverse("wagtailadmin_pages:history", args=[draft.pk]) in html) == seen


def test_the_list_says_why_a_page_is_late(client, people, draft, refused, schedule, clock):
    schedule(draft, at=AT + HOUR)
    clock(AT)
    carry_out_due()
    client.force_login(people["editor"])
    rows = client.get(reverse("editorial:schedules")).context["object_list"]
    assert [(row.pk == refused.pk, bool(row.why_not), row.language) for row in rows] == [
        (True, True, "pl"),
        (False, False, "pl"),
    ]
    exported = client.get(reverse("editorial:schedules"), {"export": "csv"})
    assert "ta wersja nie ma akceptacji" in b"".join(exported.streaming_content).decode()


def test_the_list_takes_as_many_queries_for_many(client, people, make_draft, schedule, django_assert_max_num_queries):
    client.force_login(people["editor"])
    counts = []
    for number in (3, 30):
        for each in range(number):
            schedule(make_draft(f"strona-{number}-{each}"))
        client.get(reverse("editorial:schedules"))
        with django_assert_max_num_queries(30) as captured:
            client.get(reverse("editorial:schedules"))
        counts.append(len(captured))
    assert counts[0] == counts[1]
