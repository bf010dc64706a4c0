"""The translator's whole way, through the addresses that a browser uses."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from editorial.models import Approval
from news.models import NewsPage
from translation.models import PublishedText, TranslationState, english_of


@pytest.fixture
def submit(sign_in, news_form, django_capture_on_commit_callbacks):
    """Save and submit a page in the editor as the named person."""

    def post(name, page, **fields):
        newest = page.get_latest_revision_as_object()
        values = {"title": newest.title, "slug": newest.slug, "lead": newest.lead, **fields}
        if text := PublishedText.objects.filter(page__translation_key=page.translation_key).first():
            values["polish_revision"] = text.revision_id  # as the form that was opened just now carries it
        if newest.body:
            values["block_id"] = newest.body.raw_data[0]["id"]
        with django_capture_on_commit_callbacks(execute=True):
            return sign_in(name).post(
                reverse("wagtailadmin_pages:edit", args=[page.pk]), {**news_form(**values), "action-submit": "1"}
            )

    return post


@pytest.fixture
def approve(sign_in, django_capture_on_commit_callbacks):
    """Approve what is in approval as the named person, from the listing."""

    def post(name, page):
        state = page.current_workflow_task_state
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        with django_capture_on_commit_callbacks(execute=True):
            return sign_in(name).post(url, {"comment": ""})

    return post


@pytest.fixture
def written(structure, sign_in, news_form, submit, approve) -> NewsPage:
    """A Polish page that an author has written and an editor has approved."""
    parent = structure["pl"].sections["news"]
    sign_in("author").post(
        reverse("wagtailadmin_pages:add", args=["news", "newspage", parent.pk]),
        {**news_form(title="Nowa droga", slug="nowa-droga"), "action-submit": "1"},
    )
    page = NewsPage.objects.get(slug="nowa-droga")
    approve("editor", page)
    page = NewsPage.objects.get(pk=page.pk)
    assert page.live
    return page


@pytest.fixture
def started(written, sign_in) -> NewsPage:
    """Its English draft."""
    sign_in("translator").post(
        reverse("wagtail_localize:submit_page_translation", args=[written.pk]), {"title": "A new road"}
    )
    return english_of(written).specific


def report_rows(client):
    """Return the Polish pages of the list of translations, with their states, by title."""
    rows = client.get(reverse("translation:report"), {"state": "all"}).context["object_list"]
    return {row.page.title: row.page for row in rows}


def notice_in(client, page) -> str:
    """Return the page of the editor, where the notice about the Polish text stands."""
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_english_goes_live_after_another_person_approves(started, submit, approve, sign_in, client):
    submit("translator", started, lead="What happened.")
    assert report_rows(sign_in("translator"))["Nowa droga"].state == "review"
    started.refresh_from_db()
    assert not started.live
    approve("editor", started)
    started.refresh_from_db()
    assert (started.live, started.title, started.lead, started.slug) == (
        True,
        "A new road",
        "What happened.",
        "a-new-road",
    )
    assert started.date.isoformat() == "2026-11-02"
    assert report_rows(sign_in("translator"))["Nowa droga"].state == "true"


def test_four_eyes_hold_for_the_translator_and_for_an_editor_who_changed_the_english(
    started, submit, approve, sign_in, news_form, people
):
    submit("translator", started, lead="What happened.")
    approve("translator", started)
    client = sign_in("editor")
    client.post(
        reverse("wagtailadmin_pages:edit", args=[started.pk]),
        news_form(title="A new road", slug="a-new-road", lead="What happened, better."),
    )
    approve("editor", started)
    started.refresh_from_db()
    assert not started.live
    assert not Approval.objects.filter(page_id=started.pk).exists()


def test_change_of_the_polish_text_is_told_until_the_translator_has_followed(
    started, written, submit, approve, sign_in
):
    submit("translator", started, lead="What happened.")
    approve("editor", started)
    changes = reverse("translation:changes", args=[started.pk])
    translator = sign_in("translator")
    assert changes not in notice_in(translator, started)
    assert not report_rows(translator)["Nowa droga"].outdated

    submit("author", NewsPage.objects.get(pk=written.pk), lead="Zupełnie co innego.")
    assert changes not in notice_in(translator, started), "an unapproved Polish text is nothing to follow yet"
    approve("editor", NewsPage.objects.get(pk=written.pk))
    assert changes in notice_in(translator, started)
    assert changes in notice_in(sign_in("editor2"), started)
    assert report_rows(translator)["Nowa droga"].outdated
    assert "Nowa droga" in translator.get(reverse("wagtailadmin_home")).content.decode()
    shown = translator.get(changes)
    assert [row.path for row in shown.context["source"].changed_rows] == ["lead"]

    submit("translator", NewsPage.objects.get(pk=started.pk), lead="Something else entirely.")
    assert changes in notice_in(translator, started), "not before it is approved"
    approve("editor", NewsPage.objects.get(pk=started.pk))
    assert changes not in notice_in(translator, started)
    assert not report_rows(translator)["Nowa droga"].outdated
    state = TranslationState.objects.get(page=started)
    assert state.true_to_id == NewsPage.objects.get(pk=written.pk).live_revision_id


def test_approval_does_not_cover_a_polish_change_that_came_after_the_english_text(started, written, submit, approve):
    submit("translator", started, lead="What happened.")
    submit("author", NewsPage.objects.get(pk=written.pk), lead="Zupełnie co innego.")
    approve("editor", NewsPage.objects.get(pk=written.pk))
    approve("editor", NewsPage.objects.get(pk=started.pk))
    assert NewsPage.objects.get(pk=started.pk).live
    assert TranslationState.objects.get(page=started).is_outdated


@pytest.mark.parametrize("language", ["pl", "en"])
def test_pages_of_translation_open_in_both_languages_of_the_admin(language, started, written, people, sign_in, change):
    profile = UserProfile.get_for_user(people["translator"])
    profile.preferred_language = language
    profile.save()
    change(written, lead="Zupełnie co innego.")
    client = sign_in("translator")
    for url in (
        reverse("translation:report"),
        reverse("translation:report_results"),
        reverse("translation:changes", args=[started.pk]),
        reverse("wagtailadmin_pages:edit", args=[started.pk]),
        reverse("wagtailadmin_home"),
    ):
        answer = client.get(url)
        assert answer.status_code == 200, url
