"""Staff are reminded of the yearly review: on the dashboard, in the editor, and by one e-mail a stage and year."""

from datetime import date

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.users.models import UserProfile

from content.factories import make_accessibility_statement
from editorial.publishing import publish_loaded_content
from home.declaration import letters, reviews
from home.declaration.letters import remind
from home.declaration.reviews import Stage, pending_review, stage_of
from home.models import AccessibilityStatementPage, ReviewReminder


@pytest.fixture
def page(structure):
    """The Polish statement, last reviewed in 2025."""
    structure["pl"].sections["accessibility"].delete()
    return make_accessibility_statement(structure["pl"].home, reviewed_on=date(2025, 3, 10))


@pytest.fixture
def on(monkeypatch):
    """Return a function that makes it another day for those who ask when the review is due."""

    def set_day(day):
        for module in (reviews, letters):
            monkeypatch.setattr(module.timezone, "localdate", lambda *_args: day)

    return set_day


@pytest.mark.parametrize(
    ("last", "today", "stage"),
    [
        (date(2025, 3, 10), date(2025, 12, 31), None),
        (date(2025, 3, 10), date(2026, 2, 28), None),
        (date(2025, 3, 10), date(2026, 3, 1), Stage.DUE),
        (date(2025, 12, 31), date(2026, 3, 31), Stage.DUE),
        (date(2025, 3, 10), date(2026, 4, 1), Stage.OVERDUE),
        (date(2025, 3, 10), date(2026, 12, 31), Stage.OVERDUE),
        (date(2024, 12, 31), date(2026, 1, 1), Stage.OVERDUE),
        (date(2026, 1, 1), date(2026, 3, 1), None),
        (date(2026, 1, 1), date(2026, 4, 1), None),
    ],
)
def test_a_review_is_due_in_march_and_overdue_after_it(last, today, stage):
    assert stage_of(last, today) == stage


@pytest.mark.parametrize(
    ("today", "deadline"),
    [
        (date(2026, 3, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 3, 31)),
        (date(2027, 1, 1), date(2026, 3, 31)),
        (date(2027, 4, 1), date(2027, 3, 31)),
    ],
)
def test_it_names_the_deadline_that_counts(page, today, deadline):
    assert pending_review(today).deadline == deadline


def test_a_statement_drawn_up_this_year_needs_no_review_yet(structure):
    structure["pl"].sections["accessibility"].delete()
    make_accessibility_statement(structure["pl"].home)
    year = AccessibilityStatementPage.objects.get(locale__language_code="pl").drawn_up_on.year

    assert pending_review(date(year, 4, 1)) is None
    assert pending_review(date(year + 1, 3, 1)).stage == Stage.DUE


def test_a_published_review_ends_it_and_a_draft_of_one_does_not(page):
    page.reviewed_on = date(2026, 3, 2)
    page.save_revision()
    assert pending_review(date(2026, 3, 3)) is not None

    publish_loaded_content(page, "Reviewed")

    assert pending_review(date(2026, 3, 3)) is None


def test_a_site_without_a_live_statement_has_nothing_to_review(page):
    page.unpublish()
    assert pending_review(date(2026, 3, 3)) is None


# In the admin


@pytest.mark.parametrize(
    ("name", "reminded"),
    [("editor", True), ("administrator", True), ("superuser", True), ("author", False), ("translator", False)],
)
def test_the_dashboard_reminds_those_who_answer_for_it(client, page, people, on, name, reminded):
    client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("wagtailadmin_home")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    on(date(2026, 2, 28))
    assert "accessibility-statement-review" not in client.get(address).content.decode()

    on(date(2026, 3, 1))

    html = client.get(address).content.decode()
    assert ("accessibility-statement-review" in html) is reminded
    assert (edit in html) is reminded


@pytest.mark.parametrize(("day", "shown"), [(date(2026, 2, 28), False), (date(2026, 4, 1), True)])
def test_the_editor_of_the_polish_statement_says_that_its_review_is_due(
    client, structure, page, people, on, day, shown
):
    UserProfile.objects.create(user=people["editor"], preferred_language="en")
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    on(day)

    for pk, expected in ((page.pk, shown), (structure["en"].sections["accessibility"].pk, False)):
        html = client.get(reverse("wagtailadmin_pages:edit", args=[pk])).content.decode()
        assert ("31 March 2026, has passed" in html) is expected


# By e-mail


def recipients():
    return sorted(address for message in mail.outbox for address in message.to)


EVERYBODY = ["administrator@example.org", "editor2@example.org", "editor@example.org"]


def test_each_editor_and_administrator_is_told_once_a_stage(page, people):
    assert remind(date(2026, 2, 28)) == (0, 0)
    assert remind(date(2026, 3, 1)) == (3, 0)
    assert recipients() == EVERYBODY
    assert remind(date(2026, 3, 2)) == (0, 0)
    assert remind(date(2026, 4, 1)) == (3, 0)
    assert remind(date(2026, 12, 1)) == (0, 0)
    assert remind(date(2027, 4, 1)) == (3, 0)
    assert len(mail.outbox) == 9


def test_each_reads_it_in_their_language_with_the_way_to_the_editor(page, people):
    UserProfile.objects.create(user=people["editor"], preferred_language="en")
    UserProfile.objects.create(user=people["editor2"], preferred_language="pl")

    remind(date(2026, 3, 1))

    letters = {message.to[0]: message for message in mail.outbox}
    english, polish = letters["editor@example.org"], letters["editor2@example.org"]
    assert "31 March 2026" in english.body
    assert "31 marca 2026 r." in polish.body
    for letter in (english, polish):
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in letter.body
        assert page.full_url in letter.body
        assert "\n" not in letter.subject
        assert letter.extra_headers["Auto-Submitted"] == "auto-generated"


def test_those_without_an_active_account_or_an_address_are_not_written_to(page, people):
    people["editor"].is_active = False
    people["editor"].save()
    people["editor2"].email = ""
    people["editor2"].save()

    assert remind(date(2026, 3, 1)) == (1, 0)
    assert recipients() == ["administrator@example.org"]


def test_what_the_mail_server_did_not_take_is_tried_again(page, people, monkeypatch, on):
    on(date(2026, 3, 1))
    send = letters.EmailMessage.send

    def refuse_one(message, *args):
        if message.to == ["editor@example.org"]:
            raise OSError("The mail server does not answer.")
        return send(message, *args)

    monkeypatch.setattr(letters.EmailMessage, "send", refuse_one)
    with pytest.raises(CommandError, match="1 could not be sent"):
        call_command("remind_of_review", verbosity=0)
    assert recipients() == ["administrator@example.org", "editor2@example.org"]
    monkeypatch.undo()
    on(date(2026, 3, 2))

    call_command("remind_of_review", verbosity=0)

    assert recipients() == EVERYBODY
    assert ReviewReminder.objects.count() == 3
