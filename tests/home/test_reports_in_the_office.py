"""The office is told of a report, sees what is due, notes the answer; the record is deleted when its time has come."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from core.models import AssociationSettings
from home.models import AccessibilityReport

OFFICE = "sekretariat@example.org"
LIST = "accessibility_reports:index"
WRITTEN = {"page_address": "/cele/", "problem": "Nie widać treści.", "email": "czytelnik@example.org"}


@pytest.fixture(autouse=True)
def _forget_counts():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def office(structure) -> None:
    """The association has an e-mail address."""
    association = AssociationSettings.for_site(Site.objects.get(is_default_site=True))
    association.email = OFFICE
    association.save()


@pytest.fixture
def mail_is_down(monkeypatch) -> None:
    """The mail server refuses every message."""

    def refuse(*_args):
        raise OSError("the mail server is down")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def send_report() -> AccessibilityReport:
    reader = Client(headers={"sec-fetch-site": "same-origin"})
    assert reader.post("/en/report-a-problem/", WRITTEN).status_code == 302
    return AccessibilityReport.objects.latest("pk")


def make_report(days_ago: int = 0, **fields) -> AccessibilityReport:
    """Make a report that came some days ago."""
    received_at = timezone.now() - timedelta(days=days_ago)
    return AccessibilityReport.objects.create(**{**WRITTEN, "language": "pl", "received_at": received_at, **fields})


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def daily() -> str:
    out = StringIO()
    call_command("forget_reports", stdout=out)
    return out.getvalue()


# Told


def test_office_is_told_with_the_day_that_is_due_and_nothing_that_the_reader_wrote(office, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    report = send_report()
    [message] = mail.outbox
    assert message.to == [OFFICE]
    assert report.reference in message.subject
    assert report.reference in message.body
    address = reverse("accessibility_reports:edit", args=[report.pk])
    assert f"https://www.example.org{address}" in message.body
    assert f"{report.reply_due.year} r." in message.body, "the office reads Polish, whatever the reader reads"
    for word in WRITTEN.values():
        assert word not in message.subject + message.body
    assert report.notified_at


def test_mail_that_fails_loses_no_report_and_is_sent_by_the_daily_command(office, mail_is_down, monkeypatch):
    report = send_report()
    assert report.notified_at is None
    daily()
    monkeypatch.undo()
    assert not mail.outbox
    daily()
    report.refresh_from_db()
    assert report.notified_at
    assert len(mail.outbox) == 1
    daily()
    assert len(mail.outbox) == 1, "nobody is told twice"


def test_association_without_an_address_still_gets_the_report_in_its_list(structure):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    association.email = ""
    association.save()
    assert send_report().notified_at is None
    assert not mail.outbox


def test_address_for_accessibility_goes_before_the_general_one(office):
    association = AssociationSettings.for_site(Site.objects.get(is_default_site=True))
    association.accessibility_email = "dostepnosc@example.org"
    association.save()
    send_report()
    assert [message.to for message in mail.outbox] == [["dostepnosc@example.org"]]


def test_address_that_a_new_site_starts_with_is_told_nothing_and_a_real_one_later_is(structure):
    report = send_report()
    assert not mail.outbox
    assert report.notified_at is None
    association = AssociationSettings.for_site(Site.objects.get(is_default_site=True))
    association.email = OFFICE
    association.save()
    daily()
    report.refresh_from_db()
    assert report.notified_at
    assert [message.to for message in mail.outbox] == [[OFFICE]]


# Due


@pytest.mark.parametrize(
    ("age", "answered", "closed", "due", "overdue"),
    [
        (0, None, None, "reply_due", False),
        (7, None, None, "reply_due", False),
        (8, None, None, "reply_due", True),
        (20, 15, None, "access_due", False),
        (70, 65, None, "access_due", True),
        (70, 65, 10, None, False),
    ],
)
def test_what_is_due_next_and_whether_it_is_late(db, age, answered, closed, due, overdue):
    report = make_report(
        age,
        answered_on=None if answered is None else days_ago(answered),
        closed_on=None if closed is None else days_ago(closed),
    )
    assert report.due == (getattr(report, due) if due else None)
    assert report.is_overdue is overdue


def test_list_shows_what_is_open_first_and_marks_what_is_late(client, people):
    closed = make_report(90, answered_on=days_ago(88), closed_on=days_ago(80))
    fresh = make_report(1)
    late = make_report(9)
    answered = make_report(8, answered_on=days_ago(1))
    client.force_login(people["editor"])
    page = client.get(reverse(LIST))
    assert list(page.context["object_list"]) == [late, fresh, answered, closed], "access is due later than a reply"
    latest_first = client.get(reverse(LIST), {"ordering": "-next_due"})
    assert list(latest_first.context["object_list"]) == [closed, answered, fresh, late]
    rows = {
        report: row
        for report in (closed, fresh, late)
        for row in page.content.decode().split("<tr")
        if str(report) in row
    }
    marked = {report for report, row in rows.items() if "w-status--primary" in row}
    assert marked == {late}
    assert WRITTEN["email"] not in page.content.decode()


def test_reader_words_are_shown_in_their_lines_and_as_text(client, people):
    report = make_report(problem="<b>Tabela</b>\nWykres")
    client.force_login(people["editor"])
    page = client.get(reverse("accessibility_reports:edit", args=[report.pk])).content.decode()
    assert "&lt;b&gt;Tabela&lt;/b&gt;<br>Wykres" in page


def test_reader_words_are_shown_to_the_office_but_never_changed(client, people):
    report = make_report(2)
    client.force_login(people["editor"])
    address = reverse("accessibility_reports:edit", args=[report.pk])
    page = client.get(address).content.decode()
    for word in WRITTEN.values():
        assert word in page
    values = {"answered_on": days_ago(1).strftime("%d.%m.%Y"), "closed_on": "", "note": "Poprawiono.", "problem": "x"}
    assert client.post(address, values).status_code == 302
    report.refresh_from_db()
    assert (report.answered_on, report.note, report.problem) == (days_ago(1), "Poprawiono.", WRITTEN["problem"])


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ({"answered_on": days_ago(5)}, "answered_on"),
        ({"answered_on": days_ago(-1)}, "answered_on"),
        ({"closed_on": days_ago(1)}, "answered_on"),
        ({"answered_on": days_ago(1), "closed_on": days_ago(2)}, "closed_on"),
    ],
)
def test_days_that_cannot_be_are_refused(db, days, wrong):
    report = make_report(3, **days)
    with pytest.raises(ValidationError) as error:
        report.clean()
    assert set(error.value.message_dict) == {wrong}


def test_administrator_deletes_an_advertisement_an_editor_does_not(client, people):
    report = make_report()
    address = reverse("accessibility_reports:delete", args=[report.pk])
    client.force_login(people["editor"])
    client.post(address)
    assert AccessibilityReport.objects.exists()
    client.force_login(people["administrator"])
    client.post(address)
    assert not AccessibilityReport.objects.exists()


def test_nobody_makes_up_a_report(client, people):
    client.force_login(people["superuser"])
    assert client.get(reverse("accessibility_reports:add")).status_code == 302
    assert reverse("accessibility_reports:add") not in client.get(reverse(LIST)).content.decode()


# Forgotten


def test_reports_are_deleted_a_set_time_after_they_were_closed(db, settings):
    settings.REPORTS_KEPT_DAYS = 30
    make_report(100, answered_on=days_ago(90), closed_on=days_ago(30))
    kept = [make_report(100, answered_on=days_ago(90), closed_on=days_ago(29)), make_report(100)]
    assert "Deleted: 1." in daily()
    assert set(AccessibilityReport.objects.all()) == set(kept)
