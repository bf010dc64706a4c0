"""What a day brings: deadlines, reviews, emergencies that nobody has confirmed, and what other apps register."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from editorial.emergency import confirm, publish_in_emergency
from editorial.models import Approval, ReviewDate, Submission
from news.models import NewsPage
from notifications import audience, reminders, wording
from notifications.audience import register_condition
from notifications.kinds import Kind
from notifications.models import AskedReminder, Notification
from notifications.pages_due import next_working_day, remind_of_deadlines, remind_of_emergencies, remind_of_reviews
from notifications.posting import post
from notifications.reminders import beginning_of, post_reminders, register_reminder
from notifications.wording import Words, register_words

FRIDAY = date(2027, 5, 7)


@pytest.fixture
def waiting(task_state):
    """A submission that is days old."""
    state = task_state.workflow_state
    type(state).objects.filter(pk=state.pk).update(created_at=datetime(2027, 5, 1, tzinfo=UTC))
    Notification.objects.all().delete()
    state.refresh_from_db()
    return state


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2027, 5, 6), FRIDAY),
        (FRIDAY, date(2027, 5, 10)),
        (date(2027, 5, 8), date(2027, 5, 10)),
        (date(2027, 5, 9), date(2027, 5, 10)),
    ],
)
def test_the_next_working_day(day, following):
    assert next_working_day(day) == following


def keys():
    return sorted({row.event_key.split(":", 2)[2] for row in Notification.objects.all()})


def test_a_deadline_is_told_on_the_working_day_before_it_and_when_it_is_over(waiting, told):
    Submission.objects.create(workflow_state=waiting, deadline=date(2027, 5, 10))
    remind_of_deadlines(FRIDAY - timedelta(days=1))
    assert keys() == []
    for day in range(7, 20):
        remind_of_deadlines(date(2027, 5, day))
    assert keys() == ["2027-05-10:near", "2027-05-10:over"]
    assert told(Kind.DEADLINE) == sorted(["administrator", "author", "editor", "editor2"] * 2)


def test_only_the_person_who_is_named_and_who_submitted_it(waiting, people, told):
    Submission.objects.create(workflow_state=waiting, deadline=FRIDAY, assigned_to=people["editor2"])
    remind_of_deadlines(FRIDAY - timedelta(days=1))
    assert told(Kind.DEADLINE) == ["author", "editor2"]


def test_while_it_is_sent_back_only_who_has_to_change_it(waiting, people, told):
    Submission.objects.create(workflow_state=waiting, deadline=FRIDAY)
    waiting.current_task_state.specific.reject(user=people["editor"], comment="Brakuje daty.")
    remind_of_deadlines(FRIDAY - timedelta(days=1))
    assert told(Kind.DEADLINE) == ["author"]


def test_what_was_submitted_today_or_has_ended_is_not_told(task_state, people, told):
    today = timezone.localdate()
    Submission.objects.create(workflow_state=task_state.workflow_state, deadline=next_working_day(today))
    remind_of_deadlines(today)
    task_state.workflow_state.cancel(user=people["author"])
    remind_of_deadlines(today + timedelta(days=1))
    assert told(Kind.DEADLINE) == []


@pytest.mark.parametrize("what", ["taken back", "moved"])
def test_a_deadline_that_does_not_hold_any_more_is_not_sent(waiting, people, send, what):
    submission = Submission.objects.create(workflow_state=waiting, deadline=FRIDAY)
    remind_of_deadlines(FRIDAY)
    if what == "moved":
        submission.deadline = FRIDAY + timedelta(days=30)
        submission.save()
    else:
        waiting.cancel(user=people["author"])
    assert send().dropped > 0
    assert mail.outbox == []


@pytest.fixture
def live(draft, task_state, approve):
    """The live page."""
    approve(task_state)
    Notification.objects.all().delete()
    return NewsPage.objects.get(pk=draft.pk)


def test_a_review_is_told_before_on_the_day_and_every_week_after_until_it_is_made(live, people, told, send):
    review = ReviewDate.objects.create(page=live, review_by=date(2027, 6, 30), contact=people["author2"])
    for number in range(60):
        remind_of_reviews(date(2027, 5, 20) + timedelta(days=number))
    assert [key.split(":")[1] for key in keys()] == ["0", "1", "2", "before"]
    assert told(Kind.REVIEW) == ["author2"] * 4
    review.review_by = date(2028, 6, 30)
    review.save()
    assert send().sent == 0  # what is said by now is not asked any more
    remind_of_reviews(date(2027, 8, 1))
    assert len(keys()) == 4


def test_a_page_that_is_down_is_not_reviewed(live, people, told):
    ReviewDate.objects.create(page=live, review_by=date(2027, 6, 30), contact=people["author2"])
    live.unpublish()
    remind_of_reviews(date(2027, 7, 1))
    assert told(Kind.REVIEW) == []


def test_an_address_outside_is_told_once_however_often_it_is_asked(live, told):
    ReviewDate.objects.create(page=live, review_by=date(2027, 6, 30), contact_email="anna@example.com")
    for _each in range(2):
        remind_of_reviews(date(2027, 6, 30))
    assert told(Kind.REVIEW) == ["anna@example.com"]


def test_an_emergency_is_asked_again_every_day_until_it_is_confirmed(draft, people, told, send):
    publish_in_emergency(draft, people["editor"], "The river is rising.")
    today = timezone.localdate()
    remind_of_emergencies(today)
    assert told(Kind.EMERGENCY) == ["administrator", "editor2"]
    for _each in range(2):
        remind_of_emergencies(today + timedelta(days=1))
    assert len(told(Kind.EMERGENCY)) == 4
    confirm(Approval.objects.get(kind=Approval.Kind.EMERGENCY), people["editor2"])
    remind_of_emergencies(today + timedelta(days=2))
    assert len(told(Kind.EMERGENCY)) == 4
    send()
    # That it is live: to its author, and to those who translate it
    assert sorted(letter.to for letter in mail.outbox) == [["author@example.org"], ["translator@example.org"]]


# Asked once a day


@pytest.fixture
def registered(monkeypatch):
    """No reminder but those that a test registers."""
    monkeypatch.setattr(wording, "_wordings", dict(wording._wordings))
    monkeypatch.setattr(audience, "_conditions", dict(audience._conditions))
    monkeypatch.setattr(reminders, "_reminders", [])
    return register_reminder


MORNING = datetime(2027, 5, 7, 5, 0, tzinfo=UTC)  # 7.00 in Warsaw


@pytest.mark.django_db
def test_a_reminder_is_asked_once_a_day_from_seven_on(registered):
    asked = []
    registered(asked.append)
    for minutes in (-1, 0, 1, 600):
        assert post_reminders(MORNING + timedelta(minutes=minutes)) == 0
    post_reminders(MORNING + timedelta(days=1))
    assert asked == [FRIDAY, FRIDAY + timedelta(days=1)]


@pytest.mark.django_db
def test_one_that_fails_is_asked_again_and_keeps_no_other_from_being_asked(registered):
    asked = []

    def fail(day):
        AskedReminder.objects.create(day=day, name="half done")
        raise RuntimeError

    registered(fail)
    registered(asked.append)
    assert post_reminders(MORNING) == 1
    assert post_reminders(MORNING) == 1
    assert asked == [FRIDAY]
    assert not AskedReminder.objects.filter(name="half done").exists()


def test_another_app_reminds_in_its_own_words(registered, live, people, send, read):
    def wording(notification, page):
        return Words(f"Read {page.title}", ["It is spring."], ("Read it", page.full_url), "You are named.")

    def remind(day):
        post(
            Kind.REMINDER,
            f"spring:{day.year}",
            live,
            [people["author2"]],
            occurred_at=beginning_of(day),
            about="spring",
        )

    register_words("spring", wording)
    registered(remind)
    post_reminders(MORNING)
    post_reminders(MORNING + timedelta(days=1))
    send()
    (letter,) = read("author2")
    assert letter.subject == "Read Nowa ścieżka"
    assert "It is spring." in letter.body


def test_another_app_decides_what_still_holds_and_who_may_read_it(registered, live, people, send, read):
    def remind_of(key):
        post(Kind.REMINDER, key, live, [people["translator"]], about="spring")

    register_words("spring", lambda _, page: Words("Spring", ["It is."], ("Read it", page.full_url), "You are named."))
    register_condition("spring", lambda some: {each.pk for each in some if each.event_key == "holds"})
    remind_of("holds")
    remind_of("does not")
    outcome = send()
    assert (outcome.sent, outcome.dropped) == (1, 1)
    assert len(read("translator")) == 1, "who has no right to the Polish page"


def test_what_a_day_brings_stands_in_the_digest_of_that_day(live, people, prefer, send, read):
    prefer(people["author2"], delivery="daily")
    ReviewDate.objects.create(page=live, review_by=FRIDAY, contact=people["author2"])
    post_reminders(MORNING + timedelta(minutes=1))
    Notification.objects.update(next_attempt_at=MORNING)
    send(MORNING + timedelta(minutes=2))
    assert len(read("author2")) == 1
