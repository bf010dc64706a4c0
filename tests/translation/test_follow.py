"""Live English pages follow their Polish pages: what is not language, and being live at all."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from content.factories import make_member, make_news, make_publication, make_translation
from editorial.log_actions import ERROR
from editorial.publishing import publish_loaded_content
from editorial.refusals import PublishingRefused
from news.models import NewsPage
from translation.follow import TAKEN_DOWN, TAKEN_OVER


def change(page, **fields):
    """Change a page as an editor does: on its newest revision, approved and published."""
    page = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    publish_loaded_content(page, "A change")
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def news(structure):
    return make_news(
        structure["pl"].sections["news"], areas=[structure["pl"].areas["culture"]], date=date(2026, 3, 1), lead="Treść."
    )


def test_published_change_reaches_the_live_translation(structure, news):
    english = make_translation(news)
    member = make_member(structure["pl"].sections["members"])
    area = structure["pl"].areas["tourism"]
    change(news, date=date(2026, 4, 2), areas=[area], members=[member], featured=True)
    english = NewsPage.objects.get(pk=english.pk)
    assert english.date == date(2026, 4, 2)
    assert list(english.areas.all()) == [area]
    assert list(english.members.all()) == [member]
    assert english.featured
    assert PageLogEntry.objects.filter(page_id=english.pk, action=TAKEN_OVER).count() == 1


def test_numbers_of_members_and_publications_reach_the_translation(structure):
    member = make_member(structure["pl"].sections["members"])
    publication = make_publication(structure["pl"].sections["publications"])
    english_member, english_publication = make_translation(member), make_translation(publication)
    change(member, population=1234, population_date=date(2026, 1, 1), population_source="Urząd")
    change(publication, year=2020, isbn="978-83-01-00000-4")
    english_member.refresh_from_db()
    english_publication.refresh_from_db()
    assert english_member.population == 1234
    assert (english_publication.year, english_publication.isbn) == (2020, "978-83-01-00000-4")


def test_words_of_the_translation_stay(news):
    english = make_translation(news, lead="In English.")
    change(news, lead="Nowa treść.", date=date(2026, 4, 2))
    english.refresh_from_db()
    assert english.lead == "In English."


def test_draft_of_the_translation_stays_a_draft(news):
    english = make_translation(news, lead="In English.")
    draft = english.get_latest_revision_as_object()
    draft.lead = "Not approved yet."
    revision = draft.save_revision()
    change(news, date=date(2026, 4, 2))
    english.refresh_from_db()
    assert english.lead == "In English."
    assert english.latest_revision_id == revision.pk
    latest = english.get_latest_revision_as_object()
    assert (latest.lead, latest.date) == ("Not approved yet.", date(2026, 4, 2))


def test_draft_of_the_source_does_not_reach_the_translation(news):
    english = make_translation(news)
    draft = news.get_latest_revision_as_object()
    draft.date = date(2027, 1, 1)
    draft.save_revision()
    english = NewsPage.objects.get(pk=english.pk)
    english.save()
    assert NewsPage.objects.get(pk=english.pk).date == date(2026, 3, 1)


def test_translation_cannot_differ(structure, news):
    english = make_translation(news)
    english.date = date(2030, 1, 1)
    english.areas = []
    english.save()
    english = NewsPage.objects.get(pk=english.pk)
    assert english.date == news.date
    assert list(english.areas.all()) == [structure["pl"].areas["culture"]]


def test_publishing_without_such_a_change_leaves_no_entry(news):
    english = make_translation(news)
    change(news, lead="Nowa treść.")
    assert not PageLogEntry.objects.filter(page_id=english.pk, action=TAKEN_OVER).exists()


def test_translation_waits_for_its_source(structure):
    draft = make_news(structure["pl"].sections["news"], live=False)
    english = make_translation(draft, live=False)
    with pytest.raises(PublishingRefused, match=draft.title):
        publish_loaded_content(english, "Too early")
    assert not NewsPage.objects.get(pk=english.pk).live
    change(draft)
    publish_loaded_content(NewsPage.objects.get(pk=english.pk), "Now")
    assert NewsPage.objects.get(pk=english.pk).live


def test_approval_of_a_translation_says_that_its_source_is_not_live(structure, people):
    draft = make_news(structure["pl"].sections["news"], live=False)
    english = make_translation(draft, live=False)
    state = english.get_workflow().start(english, people["translator"])
    task_state = state.current_task_state
    with pytest.raises(PublishingRefused, match=draft.title):
        task_state.task.specific.on_action(task_state.specific, people["editor"], "approve")
    task_state.refresh_from_db()
    assert task_state.status == task_state.STATUS_IN_PROGRESS


def test_taking_down_the_source_takes_the_translation_down(client, news, people):
    english = make_translation(news)
    address = english.url
    assert client.get(address).status_code == 200
    client.force_login(people["editor"])
    client.post(
        reverse("editorial:take_down", args=[news.pk]),
        {"kind": "error", "text_pl": "Pomyłka.", "text_en": "A mistake.", "with_companions": "on"},
    )
    english.refresh_from_db()
    assert not english.live
    entry = PageLogEntry.objects.get(page_id=english.pk, action=ERROR)
    assert entry.user == people["editor"]
    assert client.get(address).status_code == 410


def test_an_expired_source_takes_the_translation_down(client, news):
    english = make_translation(news)
    news.unpublish(set_expired=True)
    english.refresh_from_db()
    assert not english.live
    assert PageLogEntry.objects.filter(page_id=english.pk, action=TAKEN_DOWN).exists()


def test_taking_down_the_translation_leaves_the_source(news):
    make_translation(news).unpublish()
    news.refresh_from_db()
    assert news.live


def test_page_written_in_english_only_answers_for_its_own_date(structure):
    page = make_news(structure["en"].sections["news"], date=date(2026, 1, 1))
    assert page.fields_outside_approval() == frozenset()
    page.date = date(2027, 1, 1)
    with pytest.raises(PublishingRefused):
        page.save()
