"""What the letters say, in Polish and in English, HTML and plain, and that nothing typed by anybody breaks them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment

from editorial.emergency import publish_in_emergency
from editorial.models import ReviewDate
from news.models import NewsPage
from notifications.kinds import Kind
from notifications.models import Notification
from notifications.pages_due import remind_of_reviews

NASTY = '<script>alert(1)</script> & "Kowalski"'


def html_of(letter):
    (alternative,) = letter.alternatives
    assert alternative.mimetype == "text/html"
    return alternative.content


def shown(letter):
    return BeautifulSoup(html_of(letter), "html.parser").body.get_text(" ", strip=True)


@pytest.fixture
def returned(draft, people, task_state):
    """The editor sent the author's page back."""
    people["editor"].first_name, people["editor"].last_name = "Anna", "Redaktorska"
    people["editor"].save()
    Comment.objects.create(page=draft, user=people["editor"], contentpath="lead", text="Za długi.")
    task_state.reject(user=people["editor"], comment="Brakuje daty.\n\nI miejsca.")
    return draft


def test_a_returned_page_in_english(returned, people, prefer, send, read):
    prefer(people["author"], language="en")
    send()
    (letter,) = read("author")
    assert letter.subject == "Sent back: Nowa ścieżka"
    assert "Anna Redaktorska has sent “Nowa ścieżka” back." in letter.body
    assert "Brakuje daty.\n\nI miejsca." in letter.body
    assert "Anna Redaktorska:\nZa długi." in letter.body
    link = "http://localhost" + reverse("wagtailadmin_pages:edit", args=[returned.pk])
    preferences = "http://localhost" + reverse("wagtailadmin_account") + "#tab-notifications"
    for form in (letter.body, html_of(letter)):
        assert link in form
        assert preferences in form
        assert "You get this because you wrote, changed or submitted this page." in form
    assert "Brakuje daty." in shown(letter)
    assert "Za długi." in shown(letter)
    assert BeautifulSoup(html_of(letter), "html.parser").html["lang"] == "en"


def test_the_same_in_polish_for_who_chose_nothing(returned, send, read):
    send()
    (letter,) = read("author")
    assert BeautifulSoup(html_of(letter), "html.parser").html["lang"] == "pl"
    assert "Nowa ścieżka" in letter.subject


def test_a_change_of_language_holds_from_the_next_letter_on(draft, people, task_state, prefer, send, read):
    prefer(people["editor"], language="en")
    send()
    assert read("editor")[0].subject == "Waiting for approval: Nowa ścieżka"
    task_state.task.specific.on_action(task_state, people["editor"], "approve")
    prefer(people["author"], language="en")
    send()
    assert read("author")[0].subject == "Live: Nowa ścieżka"
    assert "editor has approved “Nowa ścieżka”. Readers see it now." in read("author")[0].body


def test_the_headers(task_state, send, read):
    send()
    (letter,) = read("editor")
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert letter.extra_headers["List-Id"] == "<notifications.localhost>"
    assert letter.message()["Message-ID"] == letter.extra_headers["Message-ID"]
    assert len({each.extra_headers["Message-ID"] for each in mail.outbox}) == len(mail.outbox) == 3


def test_a_title_with_a_line_break_adds_no_header(draft, people, submit, send, read):
    draft.draft_title = "Nowa\r\nBcc: ktos@example.org"
    NewsPage.objects.filter(pk=draft.pk).update(draft_title=draft.draft_title)
    submit(draft, people["author"])
    send()
    (letter,) = read("editor")
    assert letter.subject.endswith("Nowa Bcc: ktos@example.org")
    assert "Bcc" not in letter.message()
    assert letter.recipients() == ["editor@example.org"]


def test_what_people_type_is_text_in_html_and_stays_as_it_is_in_plain(draft, people, send, read, submit):
    NewsPage.objects.filter(pk=draft.pk).update(draft_title=NASTY)
    state = submit(draft, people["author"])
    Comment.objects.create(page=draft, user=people["editor"], contentpath="lead", text=NASTY)
    state.reject(user=people["editor"], comment=NASTY)
    send()
    (letter,) = read("author")
    assert "<script" not in html_of(letter)
    assert letter.body.count(NASTY) == 3
    assert NASTY in letter.subject


def test_nothing_is_fetched_from_anywhere(returned, send, read):
    send()
    (letter,) = read("author")
    soup = BeautifulSoup(html_of(letter), "html.parser")
    assert not soup.select("img, link, script, iframe, [src], [background]")
    assert "url(" not in html_of(letter)


def test_an_emergency_names_the_reason_the_time_and_the_way_to_confirm(draft, people, prefer, send, read):
    prefer(people["editor2"], language="en")
    approval = publish_in_emergency(draft, people["editor"], "The river is rising.")
    send()
    (letter,) = read("editor2")
    local = timezone.localtime(approval.created_at, ZoneInfo("Europe/Warsaw"))
    assert f"{local.day} {local:%B %Y, %H:%M}" in letter.body
    assert "The river is rising." in letter.body
    assert reverse("editorial:confirm", args=[approval.pk]) in letter.body


def test_times_are_those_of_the_wall_clock_in_warsaw(draft, people, task_state, prefer, send, read):
    prefer(people["author"], language="en")
    moment = datetime(2027, 7, 1, 22, 30, tzinfo=ZoneInfo("UTC"))
    row = Notification.objects.create(
        recipient=people["author"],
        kind=Kind.APPROVED,
        event_key="a",
        page=draft,
        data={"title": "A", "by": "B", "go_live_at": moment.isoformat()},
    )
    send()
    assert "Readers will see it from 2 July 2027, 00:30." in read("author")[0].body
    assert row.recipient == people["author"]


def test_a_contact_outside_is_led_to_the_page_in_its_language(draft, task_state, approve, send):
    approve(task_state)
    page = NewsPage.objects.get(pk=draft.pk)
    today = timezone.localdate()
    ReviewDate.objects.create(
        page=page, review_by=today, contact_name="Anna Przykładowa", contact_email="anna@example.com"
    )
    Notification.objects.all().delete()
    remind_of_reviews(today)
    send()
    (letter,) = mail.outbox
    assert letter.to == ["anna@example.com"]
    assert page.full_url in letter.body
    assert "/admin/" not in letter.body + html_of(letter)
    assert BeautifulSoup(html_of(letter), "html.parser").html["lang"] == "pl"


def test_a_digest_says_first_what_has_consequences(draft, people, submit, prefer, send, read):
    prefer(people["author"], language="en", delivery="daily")
    state = submit(draft, people["author"])
    state.reject(user=people["editor"], comment="Brakuje daty.")
    workflow = state.workflow_state
    workflow.refresh_from_db()
    workflow.resume(user=people["author"])
    state = workflow.current_task_state.specific
    state.task.specific.on_action(state, people["editor"], "approve")
    send(timezone.now() + timedelta(days=1))
    (letter,) = read("author")
    assert letter.subject == "What waits for you and what happened: 2 messages"
    assert letter.body.index("SENT BACK WITH A COMMENT") < letter.body.index("GONE LIVE")
    headings = [each.get_text() for each in BeautifulSoup(html_of(letter), "html.parser").find_all(["h1", "h2", "h3"])]
    assert headings[0] == letter.subject
    assert headings[1:] == ["Sent back with a comment", "Nowa ścieżka", "Gone live", "Nowa ścieżka"]
    assert "because you have chosen so" in letter.body
