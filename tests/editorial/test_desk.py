"""The desk: each person sees what waits for them, in order of consequence, with counts that are right."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from content.factories import make_news, make_translation
from editorial.decisions import why_not_approve, why_not_confirm
from editorial.desk.rows import Consequence, Section
from editorial.desk.sources import piles
from editorial.emergency import publish_in_emergency, unconfirmed
from editorial.publishing import publish_loaded_content
from editorial.reviews import ReviewDate
from editorial.submissions import Submission
from news.models import NewsPage
from recycle_bin.deleting import move_to_bin

TODAY = timezone.localdate()
DASHBOARD = "wagtailadmin_home"


def on_desk(user, section):
    """The titles in one section of somebody's desk, in order."""
    found = piles(user, 1000, [section])
    return [row.title for row in found[0].rows] if found else []


def written(structure, user, title, **fields):
    """A draft that a person has written."""
    page = make_news(structure["pl"].sections["news"], live=False, title=title, owner=user, **fields)
    page.lead = f"{title}: what a person wrote."
    page.save_revision(user=user, log_action=True)
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.fixture
def submitted(structure, people, submit):
    """Returns a function that has the author write a page and submit it."""

    def make(title, *, by="author", **asked):
        page = written(structure, people[by], title)
        state = submit(page, people[by]).workflow_state
        if asked:
            Submission.objects.create(workflow_state=state, **asked)
        return page

    return make


def test_submission_waits_for_those_who_may_approve_it_and_is_shown_to_its_author(people, submitted):
    page = submitted("Ścieżka")
    for name in ("editor", "editor2", "administrator"):
        assert "Ścieżka" in on_desk(people[name], Section.WAITING)
    for name in ("author", "author2", "translator", "member_editor"):
        assert "Ścieżka" not in on_desk(people[name], Section.WAITING)
    assert on_desk(people["author"], Section.SUBMITTED) == ["Ścieżka"]
    assert piles(people["editor"], 10, [Section.WAITING])[0].rows[0].url == reverse(
        "wagtailadmin_pages:edit", args=[page.pk]
    )


def test_desk_and_decision_agree_on_who_may_approve(structure, people, submitted, submit):
    """The desk asks the database once for all pages; the rule for one page says the same of each."""
    pages = [submitted("Of the author"), submitted("Of the editor", by="editor")]
    mixed = written(structure, people["author"], "Corrected by the editor")
    mixed.lead += "!"
    mixed.save_revision(user=people["editor"])
    rewritten = written(structure, people["author"], "Rewritten by the editor")
    rewritten.lead = "Something else, in 14 words."
    rewritten.save_revision(user=people["editor"])
    for page in (mixed, rewritten):
        submit(page, people["author"])
    for name in ("editor", "editor2", "administrator"):
        allowed = {page.title for page in (*pages, mixed, rewritten) if why_not_approve(people[name], page) is None}
        assert set(on_desk(people[name], Section.WAITING)) == allowed
    assert set(on_desk(people["editor"], Section.WAITING)) == {"Of the author", "Corrected by the editor"}


def test_what_another_person_is_asked_for_waits_for_nobody_else(people, submitted):
    submitted("For one", assigned_to=people["editor"])
    assert on_desk(people["editor"], Section.WAITING) == ["For one"]
    assert on_desk(people["editor2"], Section.WAITING) == []


def test_rows_stand_in_order_of_consequence(people, submitted):
    submitted("Old")
    submitted("Urgent", priority=Submission.Priority.URGENT)
    submitted("Next week", deadline=TODAY + timedelta(days=7))
    submitted("Tomorrow", deadline=TODAY + timedelta(days=1))
    submitted("Late", deadline=TODAY - timedelta(days=1))
    submitted("Later still", deadline=TODAY - timedelta(days=3))
    assert on_desk(people["editor"], Section.WAITING) == [
        "Later still",
        "Late",
        "Tomorrow",
        "Next week",
        "Urgent",
        "Old",
    ]


def test_page_that_was_sent_back_waits_for_its_author_with_the_comment(people, submitted):
    page = submitted("Ścieżka")
    task = page.current_workflow_task_state
    task.task.specific.on_action(task.specific, people["editor"], "reject", comment="Which path?")
    assert on_desk(people["editor"], Section.WAITING) == []
    assert on_desk(people["author"], Section.SUBMITTED) == []
    (row,) = piles(people["author"], 10, [Section.WAITING])[0].rows
    assert (row.title, row.note, row.person) == ("Ścieżka", "Which path?", "editor")
    assert "Which path?" in str(row.why)


def test_emergency_waits_for_another_person_and_tells_the_first_one_so(structure, people):
    page = written(structure, people["editor"], "Flood")
    publish_in_emergency(page, people["editor"], "The river rises.")
    (approval,) = unconfirmed()
    for name, waits in [("editor", False), ("editor2", True), ("administrator", True)]:
        (row,) = piles(people[name], 10, [Section.EMERGENCY])[0].rows
        assert bool(row.source.action) is waits is (why_not_confirm(people[name], approval) is None)
        assert "The river rises." in str(row.why)
    assert on_desk(people["author"], Section.EMERGENCY) == []


def test_who_wrote_what_another_published_in_an_emergency_may_not_confirm_it(structure, people):
    page = written(structure, people["editor2"], "Flood")
    publish_in_emergency(page, people["editor"], "The river rises.")
    (row,) = piles(people["editor2"], 10, [Section.EMERGENCY])[0].rows
    assert not row.source.action


def test_page_past_its_review_date_waits_for_its_contact_and_for_editors(news, people):
    date = ReviewDate.objects.create(page_id=news.pk, review_by=TODAY, contact=people["author"])
    for name in ("author", "editor", "administrator"):
        assert on_desk(people[name], Section.REVIEW) == ["Nowa ścieżka"]
    assert on_desk(people["author2"], Section.REVIEW) == []
    date.review_by = TODAY + timedelta(days=1)
    date.save()
    assert on_desk(people["author"], Section.REVIEW) == []


def test_what_goes_live_or_comes_down_within_a_week_is_listed(structure, people, submit):
    now = timezone.now()
    for title, days in [("Soon", 2), ("Not yet", 20)]:
        page = written(structure, people["author"], title)
        page.go_live_at = now + timedelta(days=days)
        page.save_revision(user=people["author"])
        task = submit(page, people["author"])
        task.task.specific.on_action(task, people["editor"], "approve")
    make_news(structure["pl"].sections["news"], title="Ends", expire_at=now + timedelta(days=1))
    assert on_desk(people["editor"], Section.SCHEDULED) == ["Ends", "Soon"]
    assert on_desk(people["author"], Section.SCHEDULED) == ["Ends", "Soon"]
    for name in ("translator", "member_editor"):
        assert on_desk(people[name], Section.SCHEDULED) == []


def test_draft_that_nobody_goes_on_with_is_remembered(structure, people, submit, settings):
    page, waiting = (written(structure, people["author"], title) for title in ("Forgotten", "Submitted"))
    submit(waiting, people["author"])
    assert on_desk(people["author"], Section.QUIET) == []
    settings.DRAFTS_GO_QUIET_AFTER_DAYS = 0
    assert on_desk(people["author"], Section.QUIET) == [page.title]
    assert on_desk(people["author2"], Section.QUIET) == []
    move_to_bin(NewsPage.objects.get(pk=page.pk), people["author"])
    assert on_desk(people["author"], Section.QUIET) == []


def test_locked_page_waits_for_who_locked_it(news, people):
    news.locked, news.locked_by, news.locked_at = True, people["editor"], timezone.now()
    news.save(update_fields=["locked", "locked_by", "locked_at"])
    assert on_desk(people["editor"], Section.WAITING) == ["Nowa ścieżka"]
    assert on_desk(people["editor2"], Section.WAITING) == []


def test_translator_is_told_of_pages_without_english_and_of_changed_ones_first(structure, people):
    news = structure["pl"].sections["news"]
    make_news(news, title="Without English")
    changed = make_news(news, title="Changed")
    make_translation(changed)
    before = piles(people["translator"], 1000, [Section.WAITING])[0]
    assert "Changed" not in [row.title for row in before.rows]
    changed.lead = "Zupełnie co innego."
    publish_loaded_content(changed, "Made by a test")
    after = piles(people["translator"], 1000, [Section.WAITING])[0]
    assert (after.rows[0].title, after.rows[0].consequence) == ("Changed", Consequence.WORDING_DRIFT)
    assert "Without English" in [row.title for row in after.rows]
    assert after.total == before.total + 1 == len(after.rows)
    assert on_desk(people["author"], Section.WAITING) == []


def test_translator_is_told_of_an_english_version_in_the_recycle_bin(client, structure, people):
    page = make_news(structure["pl"].sections["news"], title="Binned in English")
    move_to_bin(make_translation(page, live=False), people["administrator"])
    html, _queries = open_desk(client, people["translator"])
    assert "jej wersja angielska jest w koszu" in html


def open_desk(client, user):
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.get(reverse(DASHBOARD))
    with CaptureQueriesContext(connection) as captured:
        response = client.get(reverse(DASHBOARD))
    assert response.status_code == 200
    return response.content.decode(), len(captured)


@pytest.mark.parametrize("name", ["author", "editor", "translator", "member_editor", "administrator", "superuser"])
def test_number_of_queries_is_small_and_the_same_for_any_number_of_rows(client, people, submitted, name):
    submitted("First")
    _html, before = open_desk(client, people[name])
    for number in range(15):
        submitted(f"More {number}", deadline=TODAY)
    html, after = open_desk(client, people[name])
    assert after == before < 15
    waits = name in ("editor", "administrator", "superuser")
    assert ("More 1" in html) is (waits or name == "author")


def test_count_is_of_all_rows_and_leads_to_them(client, people, submitted):
    for number in range(12):
        submitted(f"Page {number:02}", deadline=TODAY + timedelta(days=number))
    html, _queries = open_desk(client, people["editor"])
    assert "Page 09" in html
    assert "Page 10" not in html
    assert '<span class="desk__total">12</span>' in html
    address = reverse("editorial:desk", args=["waiting"])
    assert address in html
    whole = client.get(address).content.decode()
    assert whole.index("Page 00") < whole.index("Page 11")


def test_long_list_is_cut_into_pages(client, people, submitted, monkeypatch):
    monkeypatch.setattr("editorial.views.desk.ROWS", 2)
    for number in range(3):
        submitted(f"Page {number}", deadline=TODAY + timedelta(days=number))
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("editorial:desk", args=["waiting"])
    for number, shown in [("1", "Page 0"), ("2", "Page 2"), ("99", "Page 2"), ("x", "Page 0"), ("-1", "Page 0")]:
        html = client.get(address, {"p": number}).content.decode()
        assert shown in html
        assert ("Page 0" in html) is (shown == "Page 0")


@pytest.mark.parametrize("section", Section.values)
def test_every_section_opens_for_everybody(client, people, section):
    for name in ("author", "translator", "member_editor", "editor"):
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        assert client.get(reverse("editorial:desk", args=[section])).status_code == 200


def test_unknown_section_is_not_found(client, people):
    client.force_login(people["editor"], backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("editorial:desk", args=["elsewhere"])).status_code == 404


def test_desk_says_when_nothing_waits(client, people):
    html, _queries = open_desk(client, people["author"])
    assert "desk__nothing" in html


@pytest.mark.parametrize(("number", "said"), [(1, "1 page"), (5, "5 pages")])
def test_a_section_says_in_words_how_many_pages_it_has(client, people, submitted, number, said):
    for each in range(number):
        submitted(f"Page {each}")
    client.force_login(people["editor"])
    with override("en"):
        answer = client.get(reverse("editorial:desk", args=["waiting"]), headers={"accept-language": "en"})
    assert answer.context["page_obj"].paginator.items_count_label == said


def test_a_section_takes_as_many_queries_for_thirty_pages_as_for_three(client, people, submitted):
    client.force_login(people["editor"])

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("editorial:desk", args=["waiting"])).status_code == 200
        return len(captured)

    for number in range(3):
        submitted(f"Page {number}")
    queries()
    few = queries()
    for number in range(3, 30):
        submitted(f"Page {number}", deadline=TODAY)
    assert queries() == few
