"""Two translators in one page at the same time: no text of either is lost, also of who saved first."""

import pytest
from django.urls import reverse

from news.models import NewsPage
from translation.models import Leftover
from translation.starting import start_translation


@pytest.fixture
def started(polish, people):
    """An English draft whose title alone is translated."""
    return start_translation(polish, "A new road", people["translator"])


@pytest.fixture
def opened(news_form):
    """What the form posts that somebody opens now."""

    def form(page, **typed):
        newest = NewsPage.objects.get(pk=page.pk).get_latest_revision()
        read = newest.as_object()
        words = {"title": read.title, "slug": read.slug, "lead": read.lead, "block_id": read.body.raw_data[0]["id"]}
        return news_form(
            **{**words, "text": read.body.raw_data[0]["value"], **typed},
            loaded_revision_id=str(newest.pk),
            loaded_revision_created_at=newest.created_at.isoformat(),
        )

    return form


@pytest.fixture
def save(sign_in):
    """Send the form of a page."""

    def post(name, page, form, **more):
        return sign_in(name).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**form, **more})

    return post


def kept(page):
    return [(each.text, each.get_reason_display()) for each in Leftover.objects.filter(page=page)]


def test_text_that_was_written_meanwhile_is_kept_when_another_version_is_saved(started, opened, save, people):
    late = opened(started, title="The new road")
    save("editor", started, opened(started, lead="What happened.", text="<p>All of it.</p>"))
    held = NewsPage.objects.get(pk=started.pk).latest_revision
    save("translator", started, late)
    assert {each.text for each in Leftover.objects.filter(page=started)} == {"What happened.", "All of it."}
    left = Leftover.objects.get(page=started, markup__contains="All of it.")
    assert (left.revision, left.user, left.reason) == (held, people["translator"], Leftover.Reason.OVERTAKEN)


def test_what_both_have_written_is_kept_once(started, opened, save):
    late = opened(started, lead="What happened.")
    save("editor", started, opened(started, lead="What happened."))
    save("translator", started, late)
    assert kept(started) == []


def test_what_somebody_has_read_and_taken_out_is_not_kept(started, opened, save):
    save("editor", started, opened(started, lead="What happened."))
    late = opened(started, lead="What has happened.")
    save("editor", started, opened(started, title="The new road"))
    save("translator", started, late)
    assert [text for text, _reason in kept(started)] == ["The new road"]


def test_nothing_is_kept_of_who_saves_one_after_the_other(started, opened, save):
    for lead in ("What happened.", "What has happened."):
        save("translator", started, opened(started, lead=lead))
    assert kept(started) == []


def test_a_submission_that_is_refused_keeps_it_too(polish, started, opened, save):
    late = opened(started, lead="It costs PLN 5.")
    save("editor", started, opened(started, title="The new road"))
    save("translator", started, late, **{"action-submit": "1"})
    assert not NewsPage.objects.get(pk=started.pk).workflow_in_progress
    assert [text for text, _reason in kept(started)] == ["The new road"]


def test_a_version_that_autosave_has_rewritten_is_one_that_nobody_else_has_read(started, opened, save, people):
    late = opened(started, title="The new road")
    newest = NewsPage.objects.get(pk=started.pk).get_latest_revision()
    draft = newest.as_object()
    draft.lead = "What happened."
    draft.save_revision(user=people["translator"], overwrite_revision=newest)
    save("editor", started, late)
    assert "What happened." in [text for text, _reason in kept(started)]


@pytest.mark.parametrize("number", ["x", "9" * 30, "0"])
def test_a_form_that_names_no_version_of_the_page_takes_nothing_out_unseen(number, started, opened, save):
    save("editor", started, opened(started, lead="What happened."))
    form = opened(started, lead="What has happened.") | {"loaded_revision_id": number}
    assert save("translator", started, form).status_code == 302
    assert [text for text, _reason in kept(started)] == ["What happened."]


def test_a_polish_page_keeps_nothing(polish, opened, save):
    late = opened(polish, title="Stara droga")
    save("author", polish, opened(polish, lead="Co innego."))
    save("author2", polish, late)
    assert not Leftover.objects.exists()


def test_the_panel_leads_to_them(started, opened, save, sign_in):
    address = reverse("translation:structure", args=[started.pk]) + "#leftovers"
    source = reverse("translation:source", args=[started.pk])
    assert address not in sign_in("translator").get(source).content.decode()
    late = opened(started, title="The new road")
    save("editor", started, opened(started, lead="What happened."))
    save("translator", started, late)
    assert address in sign_in("translator").get(source).content.decode()
