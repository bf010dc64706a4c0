"""How the outbox is sent: at once or in a digest, once, and again after a mail server that failed."""

import smtplib
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from editorial.emergency import publish_in_emergency
from editorial.models import Submission
from news.models import NewsPage
from notifications.kinds import Kind
from notifications.management.commands import send_notifications
from notifications.models import Notification
from notifications.preferences import last_digest_before
from notifications.sending import CLAIMED_FOR, MOST_ATTEMPTS, claim_at_once, forget_old, retry, send_due, wait_after

State = Notification.State


def states():
    return sorted(Notification.objects.values_list("state", flat=True))


def test_everything_is_sent_once(task_state, send):
    assert send().sent == 3
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "administrator@example.org",
        "editor2@example.org",
        "editor@example.org",
    ]
    assert send().sent == 0
    assert states() == [State.SENT] * 3
    assert Notification.objects.filter(sent_at=None).count() == 0


# A mail server that fails


@pytest.fixture
def mail_server(monkeypatch):
    """Returns a function that has the mail server fail in a way; without one it works again."""

    def behave(place=None, error=None):
        monkeypatch.undo()
        if place:

            def fail(*_args):
                raise error

            monkeypatch.setattr(EmailBackend, place, fail)

    return behave


FAILURES = [
    ("open", ConnectionRefusedError("nobody there")),
    ("open", TimeoutError("timed out")),
    ("send_messages", smtplib.SMTPServerDisconnected("gone")),
    ("send_messages", smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"unknown")})),
]


@pytest.mark.parametrize(("place", "error"), FAILURES)
def test_a_mail_server_that_fails_loses_neither_action_nor_message(
    draft, people, submit, send, mail_server, place, error
):
    mail_server(place, error)
    submit(draft, people["author"])
    assert NewsPage.objects.get(pk=draft.pk).workflow_in_progress
    outcome = send()
    assert (outcome.sent, outcome.failed) == (0, 3)
    assert states() == [State.WAITING] * 3
    row = Notification.objects.first()
    assert row.attempts == 1
    assert type(error).__name__ in row.last_error
    mail_server()
    assert send().sent == 0  # it is given time
    assert send(timezone.now() + timedelta(minutes=6)).sent == 3
    assert len(mail.outbox) == 3
    assert not Notification.objects.exclude(last_error="").exists()


def test_one_address_that_is_refused_keeps_no_other_waiting(task_state, send, monkeypatch):
    original = EmailBackend.send_messages

    def refuse_one(backend, messages):
        if messages[0].to == ["editor@example.org"]:
            raise smtplib.SMTPRecipientsRefused({"editor@example.org": (550, b"unknown")})
        return original(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_one)
    outcome = send()
    assert (outcome.sent, outcome.failed) == (2, 1)


def test_a_letter_that_cannot_be_composed_keeps_no_other_waiting(task_state, people, send):
    Notification.objects.filter(recipient=people["editor"]).update(kind=Kind.REMINDER, data={"about": "unknown"})
    outcome = send()
    assert (outcome.sent, outcome.failed) == (2, 1)


def test_it_is_tried_less_often_and_given_up_after_about_a_week(task_state, send, mail_server):
    Notification.objects.exclude(recipient__username="editor").delete()
    mail_server("open", OSError("down"))
    now = start = timezone.now()
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert send(now + timedelta(seconds=1)).failed == 1, attempt
        now += wait_after(attempt) + timedelta(seconds=2)
    assert timedelta(days=5) < now - start < timedelta(days=10)
    assert states() == [State.GIVEN_UP]
    mail_server()
    assert send(now + timedelta(days=1)).sent == 0
    assert retry(timezone.now()) == 1
    assert send().sent == 1


def test_the_command_says_that_something_failed_and_goes_on_the_next_time(task_state, mail_server):
    mail_server("open", OSError("down"))
    with pytest.raises(CommandError, match="3 notifications were not sent"):
        call_command("send_notifications", verbosity=0)


def test_the_command_refuses_an_interval_that_is_none(db):
    with pytest.raises(CommandError, match="1 or more"):
        call_command("send_notifications", every=0)


# A worker that dies, and two at once


def test_what_one_worker_has_claimed_no_other_takes_until_the_claim_ends(task_state, send):
    now = timezone.now() + timedelta(seconds=1)
    assert len(claim_at_once(now)) == 3
    assert claim_at_once(now) == []
    assert send(now).sent == 0
    assert send(now + CLAIMED_FOR).sent == 3  # the first one died


def test_what_leaves_twice_bears_the_same_name(task_state, people, send, read):
    send()
    first = read("editor")[0].extra_headers["Message-ID"]
    Notification.objects.update(state=State.WAITING)  # it died before it noted that the letter had left
    send(timezone.now() + CLAIMED_FOR + timedelta(minutes=1))
    assert read("editor")[0].extra_headers["Message-ID"] == first


def test_a_mail_server_that_outlasts_the_claim_sends_nothing_twice(task_state, monkeypatch):
    clock = [timezone.now() + timedelta(seconds=1)]
    original = EmailBackend.send_messages

    def send_slowly(backend, messages):
        if not mail.outbox:
            clock[0] += CLAIMED_FOR
            monkeypatch.setattr(EmailBackend, "send_messages", original)
            claimed.extend(claim_at_once(clock[0]))  # another worker goes on with what is left
        return original(backend, messages)

    claimed: list = []
    monkeypatch.setattr(EmailBackend, "send_messages", send_slowly)
    mail.outbox.clear()
    assert send_due(lambda: clock[0]).sent == 1
    assert len(mail.outbox) == 1
    assert len(claimed) == 3  # what the first has just sent, too: that one letter may leave a second time


# Once a day


def test_a_digest_waits_for_seven_in_the_morning(task_state, people, prefer, send, read):
    prefer(people["editor"], delivery="daily")
    Notification.objects.update(occurred_at=datetime(2027, 5, 3, 10, tzinfo=UTC), next_attempt_at=timezone.now())
    send(datetime(2027, 5, 4, 4, 59, tzinfo=UTC))  # 6.59 in Warsaw
    assert read("editor") == []
    assert len(read("editor2")) == 1
    send(datetime(2027, 5, 4, 5, 0, tzinfo=UTC))
    assert len(read("editor")) == 1


@pytest.mark.parametrize(
    ("now", "last"),
    [
        (datetime(2027, 3, 27, 6, 0, tzinfo=UTC), datetime(2027, 3, 27, 6, 0, tzinfo=UTC)),
        (datetime(2027, 3, 28, 4, 59, tzinfo=UTC), datetime(2027, 3, 27, 6, 0, tzinfo=UTC)),
        (datetime(2027, 3, 28, 5, 0, tzinfo=UTC), datetime(2027, 3, 28, 5, 0, tzinfo=UTC)),
        (datetime(2027, 10, 31, 5, 30, tzinfo=UTC), datetime(2027, 10, 30, 5, 0, tzinfo=UTC)),
        (datetime(2027, 10, 31, 6, 0, tzinfo=UTC), datetime(2027, 10, 31, 6, 0, tzinfo=UTC)),
        (datetime(2027, 1, 1, 0, 30, tzinfo=UTC), datetime(2026, 12, 31, 6, 0, tzinfo=UTC)),
    ],
)
def test_seven_is_seven_on_the_wall_also_when_the_clocks_change(now, last):
    assert last_digest_before(now) == last


def test_all_of_a_day_is_one_letter_and_the_next_day_another(draft, people, submit, prefer, send, read):
    prefer(people["author"], delivery="daily")
    for _each in range(2):
        state = submit(draft, people["author"])
        state.reject(user=people["editor"], comment="Brakuje daty.")
        state.workflow_state.refresh_from_db()
        state.workflow_state.cancel(user=people["author"])
    tomorrow = timezone.now() + timedelta(days=1)
    send(tomorrow)
    assert len(read("author")) == 1
    send(tomorrow + timedelta(hours=1))
    assert read("author") == []


def test_a_change_of_mind_holds_for_what_waits(task_state, people, prefer, send, read):
    prefer(people["editor"], delivery="daily")
    send()
    assert read("editor") == []
    prefer(people["editor"], delivery="at_once")
    send()
    assert len(read("editor")) == 1


def test_what_is_turned_off_is_not_told(task_state, people, prefer, send, read):
    prefer(people["editor"], turned_off=[Kind.SUBMITTED])
    prefer(people["editor2"], turned_off=[Kind.PUBLISHED])
    send()
    assert read("editor") == []
    assert len(read("editor2")) == 1
    assert Notification.objects.get(recipient=people["editor"]).state == State.DROPPED


def test_an_emergency_is_neither_put_off_nor_turned_off(draft, people, prefer, send, read):
    prefer(people["editor2"], delivery="daily", turned_off=[Kind.EMERGENCY])
    publish_in_emergency(draft, people["editor"], "The river is rising.")
    send()
    assert len(read("editor2")) == 1


# Who may not have it, or need not any more


def test_a_closed_account_and_one_without_an_address_get_nothing(task_state, people, send):
    User.objects.filter(pk=people["editor"].pk).update(is_active=False)
    User.objects.filter(pk=people["editor2"].pk).update(email="")
    assert (send().sent, len(mail.outbox)) == (1, 1)


def test_who_may_not_see_the_page_any_more_gets_nothing(task_state, people, send, read):
    people["editor"].groups.clear()
    send()
    assert read("editor") == []
    assert len(read("editor2")) == 1


def test_a_page_that_is_gone_is_told_of_no_more(draft, task_state, send):
    NewsPage.objects.get(pk=draft.pk).delete()
    outcome = send()
    assert (outcome.sent, outcome.failed, outcome.dropped) == (0, 0, 3)


def test_a_submission_that_was_taken_back_or_given_to_somebody_is_asked_of_nobody_else(
    draft, people, submit, send, read
):

    state = submit(draft, people["author"])
    Submission.objects.create(workflow_state=state.workflow_state, assigned_to=people["editor2"])
    send()
    assert [letter.to[0] for letter in mail.outbox] == ["editor2@example.org"]
    state.workflow_state.cancel(user=people["author"])
    state = submit(draft, people["author"])
    state.workflow_state.cancel(user=people["author"])
    send()
    assert mail.outbox == []


def test_old_messages_are_forgotten_and_waiting_ones_are_not(task_state, settings):
    settings.NOTIFICATIONS_KEPT_DAYS = 90
    first, *_others = Notification.objects.all()
    Notification.objects.filter(pk=first.pk).update(state=State.SENT)
    assert forget_old(timezone.now() + timedelta(days=89)) == 0
    assert forget_old(timezone.now() + timedelta(days=91)) == 1
    assert Notification.objects.count() == 2


def test_queries_do_not_grow_with_what_is_read_for_each_letter(draft, people, send, django_assert_max_num_queries):
    """Beside noting that it has left, a letter asks nothing for itself."""
    counts = []
    for number in (3, 60):
        Notification.objects.all().delete()
        for each in range(number):
            person, is_new = User.objects.get_or_create(username=f"a{each}", email=f"a{each}@example.org")
            if is_new:
                person.groups.set(people["author"].groups.all())
            Notification.objects.create(
                recipient=person,
                kind=Kind.RETURNED,
                event_key="a",
                page=draft,
                data={"title": "A", "by": "B", "comment": "C", "fields": []},
            )
        with django_assert_max_num_queries(100) as captured:
            assert send().sent == number
        counts.append(len(captured) - number)
    assert counts[0] == counts[1]


def test_the_day_of_a_digest_is_that_of_warsaw():
    assert timezone.localdate(last_digest_before(datetime(2027, 1, 1, 0, 30, tzinfo=UTC))) == date(2026, 12, 31)


def test_a_command_that_keeps_running_outlives_a_run_that_fails(task_state, capsys, mail_server):
    pauses = []

    def pause(seconds):
        pauses.append(seconds)
        mail_server()
        Notification.objects.update(next_attempt_at=timezone.now())
        if len(pauses) == 2:
            raise KeyboardInterrupt

    mail.outbox.clear()
    mail_server("open", OSError("down"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(send_notifications.time, "sleep", pause)
        patch.setattr(send_notifications, "close_old_connections", lambda: None)
        with pytest.raises(KeyboardInterrupt):
            call_command("send_notifications", every=60)
    assert pauses == [60, 60]
    assert len(mail.outbox) == 3
    assert "3 notifications were not sent" in capsys.readouterr().err
