"""Translators, and those who ask them, are told by e-mail through the outbox: once for each event."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.users.models import UserProfile

from content.factories import make_news, make_translation
from editorial.publishing import publish_loaded_content
from editorial.records import Approval
from news.models import NewsPage
from notifications.audience import Audience
from notifications.models import Notification, NotificationPreference
from notifications.sending import send_due
from recycle_bin.deleting import move_to_bin
from tests.translation.requests.conftest import fresh
from translation.models import TranslationRequest, TranslationState
from translation.requests.notices import remind_of_deadlines
from translation.requests.steps import ask, close, hand_over, take
from translation.starting import start_translation
from translation.withholding import withhold

Outcome = TranslationRequest.Outcome
FRIDAY = date(2027, 5, 7)
MONDAY = date(2027, 5, 10)


@pytest.fixture
def publish(people):
    """Have a page written by the author and approved by the editor."""

    def run(page, **fields):
        page = NewsPage.objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision(user=people["author"])
        state = page.get_workflow().start(page, people["author"])
        task = state.current_task_state
        task.task.specific.on_action(task.specific, people["editor"], "approve")
        return NewsPage.objects.get(pk=page.pk)

    return run


@pytest.fixture
def draft(structure):
    """A Polish page that nobody has published."""
    page = NewsPage(title="Nowa droga", slug="nowa-droga", lead="Co się stało.", locale=structure["pl"].home.locale)
    page.live = False
    structure["pl"].sections["news"].add_child(instance=page)
    return page


@pytest.fixture
def send():
    """Returns a function that sends what is due, now or at another time, and returns what a translator got."""

    def run(now=None, to="translator"):
        mail.outbox.clear()
        send_due(lambda: now or timezone.now() + timedelta(seconds=1))
        return [letter for letter in mail.outbox if letter.to == [f"{to}@example.org"] and "translat" in letter.body]

    return run


@pytest.fixture(autouse=True)
def _in_english(people):
    for name in ("translator", "author", "editor"):
        UserProfile.objects.create(user=people[name], preferred_language="en")


# What is published in Polish


def test_first_publication_is_told_to_everybody_who_may_translate_it_once(publish, draft, people, limited, told, send):
    people["author2"].groups.set(people["translator"].groups.all())
    people["editor2"].groups.set(people["translator"].groups.all())
    people["editor2"].is_active = False
    people["editor2"].save()
    page = publish(draft)
    assert told("published") == ["author2", "limited", "translator"]
    (letter,) = send()
    assert letter.subject == "New in Polish, to be translated: Nowa droga"
    assert f"http://localhost/admin/localize/submit/page/{page.pk}/" in letter.body
    assert page.full_url in letter.body
    assert send() == []


def test_a_translator_of_another_section_is_not_told(publish, draft, structure, people, limited, told):
    draft.move(structure["pl"].sections["about"], pos="last-child")
    publish(draft)
    assert told("published") == ["translator"]


def test_change_is_told_once_there_is_an_english_version(publish, draft, told, send):
    page = publish(draft)
    publish(page, lead="Zupełnie inaczej.")
    assert told("published") == ["translator"], "it waits since the first publication"
    english = make_translation(page)
    publish(page, lead="Jeszcze inaczej niż przedtem.")
    letter = send()[-1]
    assert letter.subject == "Changed in Polish: Nowa droga"
    assert f"http://localhost/admin/pages/{english.pk}/edit/" in letter.body


def test_the_same_words_and_loaded_content_are_not_told(publish, draft, told):
    page = publish(draft)
    make_translation(page)
    Notification.objects.all().delete()
    publish(page, featured=True)
    publish_loaded_content(page, "Test")
    assert told("published") == []
    assert Approval.objects.filter(kind="content").exists()


def test_what_is_dealt_with_meanwhile_is_not_told(publish, draft, people, send):
    page = publish(draft)
    make_translation(page)
    assert send() == []
    assert Notification.objects.filter(kind="translation", state="dropped").count() == 1


def test_what_is_submitted_or_left_untranslated_meanwhile_is_not_told(publish, draft, people, structure, send):
    english = start_translation(publish(draft), "A new road", people["translator"])
    english.get_workflow().start(english, people["translator"])
    other = make_news(structure["pl"].sections["news"], live=False, title="Inna")
    withhold(publish(other), people["editor2"], "Only for people who live here.")
    assert send() == []


def test_who_may_not_translate_there_any_more_is_not_told(publish, draft, people, send):
    publish(draft)
    people["translator"].groups.clear()
    assert send() == []


@pytest.mark.parametrize("language", ["pl", "en"])
def test_letter_is_in_the_language_of_the_person(language, publish, draft, people):
    UserProfile.objects.filter(user=people["translator"]).update(preferred_language=language)
    publish(draft)
    mail.outbox.clear()
    send_due(lambda: timezone.now() + timedelta(seconds=1))
    (letter,) = [letter for letter in mail.outbox if letter.to == ["translator@example.org"]]
    assert f'lang="{language}"' in letter.alternatives[0].content


def test_a_digest_is_a_digest(publish, draft, people, send):
    NotificationPreference.objects.create(user=people["translator"], delivery="daily")
    page = publish(draft)
    ask(page, people["editor"], message="For the fair.")
    assert send() == []
    (letter,) = send(timezone.now() + timedelta(days=1))
    assert "For the fair." in letter.body
    assert "was published in Polish" in letter.body


def test_a_mail_server_that_fails_loses_nothing(publish, draft, monkeypatch, send):
    def fail(*_args, **_kwargs):
        raise OSError("no mail server")

    assert publish(draft).live
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.open", fail)
        assert send() == []
    assert len(send(timezone.now() + timedelta(hours=1))) == 1


def test_title_cannot_break_the_subject(publish, draft, send):
    publish(draft, title="Nowa\ndroga & most")
    (letter,) = send()
    assert "Nowa droga & most" in letter.subject


# What is asked for


def test_who_is_named_is_told_and_nobody_else(polish, people, limited, told, send, tomorrow):
    request = ask(polish, people["editor"], assignee=limited, deadline=tomorrow, priority=1, message="For the fair.")
    assert told("asked") == ["limited"]
    UserProfile.objects.create(user=limited, preferred_language="en")
    (letter,) = send(to="limited")
    assert letter.subject == "To be translated: Nowa droga"
    for words in ("editor asks you", "For the fair.", "It is urgent.", f"/admin/translations/{polish.pk}/request/"):
        assert words in letter.body
    hand_over(request, limited, people["translator"])
    (letter,) = send()
    assert "limited hands a translation into English over to you" in letter.body


def test_everybody_who_may_translate_it_is_told_if_nobody_is_named(polish, people, limited, told):
    ask(polish, people["editor"])
    assert told("asked") == ["limited", "translator"]


def test_a_letter_leads_to_a_version_in_the_bin_by_way_of_bringing_it_back(publish, draft, people, send):
    page = publish(draft)
    move_to_bin(start_translation(page, "A new road", people["translator"]), people["administrator"])
    (letter,) = send()
    assert f"http://localhost/admin/localize/submit/page/{page.pk}/" in letter.body


def test_everybody_who_may_translate_it_is_told_once_who_was_named_has_left(polish, people, limited, send, tomorrow):
    ask(polish, people["editor"], assignee=limited, deadline=tomorrow)
    limited.is_active = False
    limited.save()
    remind_of_deadlines(timezone.localdate() + timedelta(days=2))
    (letter,) = send()
    assert letter.subject == "Translation overdue: Nowa droga"


def test_what_another_has_taken_is_not_told(polish, people, limited, send):
    request = ask(polish, people["editor"])
    take(request, limited)
    assert send() == []


def test_what_was_asked_anew_is_told_as_it_is_now(polish, people, send, tomorrow):
    ask(polish, people["editor"], assignee=people["translator"])
    ask(polish, people["editor"], assignee=people["translator"], deadline=tomorrow)
    (letter,) = send()
    assert "It should be live by" in letter.body


def test_who_asked_is_told_how_it_ends(polish, people, told, send):
    request = ask(polish, people["author"], assignee=people["translator"])
    close(request, Outcome.DECLINED, people["translator"], "I am away that week.")
    assert told("declined") == ["author"]
    (letter,) = send(to="author")
    assert "I am away that week." in letter.body
    request = ask(polish, people["author"])
    english = make_translation(polish)
    assert told("done") == ["author"]
    (letter,) = send(to="author")
    assert english.full_url in letter.body


def test_a_cancelled_request_is_told_to_who_was_named(polish, people, told, send):
    request = ask(polish, people["author"], assignee=people["translator"])
    send()
    close(request, Outcome.CANCELLED, people["author"], "The fair was called off.")
    assert told("cancelled") == ["translator"]
    (letter,) = send()
    assert "The fair was called off." in letter.body


def test_a_publication_is_told_to_who_is_asked_for_the_section(publish, draft, structure, people, limited, told):
    news = structure["pl"].sections["news"]
    make_news(news, title="Inna")
    ask(news, people["editor"], whole_section=True, assignee=limited)
    publish(draft)
    assert told("published") == ["limited"]


# Deadlines


@pytest.fixture
def due(polish, people):
    """A request of the translator with a Monday for its deadline."""
    request = ask(polish, people["author"], assignee=people["translator"], deadline=MONDAY)
    Notification.objects.all().delete()
    return request


def test_a_deadline_is_told_the_working_day_before_and_the_day_after(due, people, told):
    remind_of_deadlines(FRIDAY - timedelta(days=1))
    assert told("deadline") == []
    for _again in range(2):
        remind_of_deadlines(FRIDAY)
    assert told("deadline") == ["translator"]
    for days in range(1, 4):
        remind_of_deadlines(MONDAY + timedelta(days=days))
    assert told("deadline") == ["author", "translator", "translator"]


def test_a_reminder_is_not_sent_of_what_has_ended_or_has_another_deadline(due, polish, people, send):
    remind_of_deadlines(FRIDAY)
    TranslationRequest.objects.filter(pk=due.pk).update(deadline=MONDAY + timedelta(days=7))
    assert send() == []
    remind_of_deadlines(FRIDAY + timedelta(days=7))
    (letter,) = send()
    assert letter.subject == "Translation by 17 May 2027: Nowa droga"
    remind_of_deadlines(MONDAY + timedelta(days=8))
    make_translation(polish)
    assert fresh(due).outcome == Outcome.DONE
    assert send() == []


def test_no_reminder_of_a_page_that_readers_do_not_see(due, polish, told):
    polish.unpublish()
    remind_of_deadlines(FRIDAY)
    assert told("deadline") == []


def test_what_was_asked_today_is_not_reminded_of_today(due, people, told):
    today = timezone.localdate()
    TranslationRequest.objects.filter(pk=due.pk).update(deadline=today)
    remind_of_deadlines(today)
    assert told("deadline") == []


def test_the_outbox_asks_few_queries_about_many_messages(structure, people, django_assert_max_num_queries):
    news = structure["pl"].sections["news"]
    for number in range(12):
        ask(make_news(news, title=f"Numer {number}"), people["editor"])
    assert TranslationState.objects.filter(request__isnull=False).count() == 12
    asked = Notification.objects.filter(kind="translation")
    rows = list(asked.select_related("recipient__notification_preference"))
    with django_assert_max_num_queries(8):
        audience = Audience(rows)
        assert all(audience.wants(row) for row in rows)
