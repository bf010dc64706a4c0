"""Which word holds for readers: that of a person who spoke of just the version that they see, with its reasons."""

import pytest
from django.urls import reverse

from checks.findings import newest_version, override, results_for
from editorial.emergency import confirm, publish_in_emergency
from news.models import NewsPage
from translation.models import AcceptedDifference, Statement, TranslationState
from translation.starting import start_translation
from translation.truth.statements import state_of, worked_from

State = TranslationState.State
REASON = "Known to readers abroad."


@pytest.fixture
def rewrite(people):
    """Save a draft of an English page with another lead."""

    def save(page, lead, who="translator"):
        draft = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        draft.lead = lead
        draft.save_revision(user=people[who])
        return NewsPage.objects.get(pk=page.pk)

    return save


@pytest.fixture
def submit(people):
    """Submit a page."""

    def start(page, who="translator"):
        fresh = NewsPage.objects.get(pk=page.pk)
        fresh.get_workflow().start(fresh, people[who])
        return NewsPage.objects.get(pk=page.pk)

    return start


@pytest.fixture
def approve_in_the_editor(sign_in, news_form, django_capture_on_commit_callbacks):
    """Open what waits in the editor and approve it there."""

    def post(page, who="editor"):
        newest = NewsPage.objects.get(pk=page.pk).get_latest_revision()
        read = newest.as_object()
        form = news_form(
            title=read.title,
            slug=read.slug,
            lead=read.lead,
            block_id=read.body.raw_data[0]["id"],
            loaded_revision_id=str(newest.pk),
            loaded_revision_created_at=newest.created_at.isoformat(),
        )
        action = {"action-workflow-action": "1", "workflow-action-name": "approve"}
        with django_capture_on_commit_callbacks(execute=True):
            sign_in(who).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**form, **action})

    return post


@pytest.fixture
def give_reasons(people):
    """Say why what the checks find in the newest version of a page may stay."""

    def say(page, who="translator", reason=REASON):
        newest = newest_version(NewsPage.objects.get(pk=page.pk))
        for result in results_for(newest):
            if result.may_be_overridden:
                override(newest, people[who], result, reason)

    return say


def test_another_version_in_an_emergency_ends_what_was_said_of_the_former_one(polish, english, rewrite, people):
    assert state_of(english).state == State.TRUE
    publish_in_emergency(rewrite(english, "We have PLN 5."), people["editor"], "A flood.")
    state = state_of(english)
    assert (state.state, state.true_to) == (State.DRIFTED, None)


def test_the_same_words_in_an_emergency_are_as_true_as_they_were(polish, english, people):
    draft = english.get_latest_revision_as_object()
    draft.slug = "another-road"
    draft.save_revision(user=people["translator"])
    publish_in_emergency(NewsPage.objects.get(pk=english.pk), people["editor"], "A flood.")
    assert state_of(english).state == State.TRUE


def test_a_confirmation_of_what_readers_do_not_see_any_more_lets_nothing_hold(polish, english, rewrite, submit, people):
    submitted = submit(rewrite(english, "Something happened."))
    overtaken = publish_in_emergency(submitted, people["editor"], "A flood.")
    publish_in_emergency(rewrite(english, "We have PLN 5."), people["editor"], "A flood.")
    confirm(overtaken, people["editor2"])
    assert state_of(english).true_to is None


def test_a_submission_keeps_the_reasons_with_what_differs_who_gave_them_and_when(
    polish, english, change, rewrite, submit, give_reasons, people
):
    change(polish, lead="Mamy 5 zł.")
    worked_from(state_of(english), NewsPage.objects.get(pk=polish.pk).live_revision_id)
    draft = rewrite(english, "We have PLN 7.")
    give_reasons(draft, "editor2")
    submit(draft)
    statement = Statement.objects.get(page=english, user=people["translator"])
    (kept,) = AcceptedDifference.objects.filter(statement=statement)
    assert (kept.polish, kept.english, kept.path, kept.reason) == ("5 zł", "PLN 7", "lead", REASON)
    assert kept.user == people["editor2"]
    assert kept.given_at <= statement.said_at


def test_a_reason_that_holds_in_later_versions_belongs_to_each_statement(
    polish, english, change, rewrite, submit, give_reasons, approve_in_the_editor
):
    change(polish, lead="Mamy 5 zł.")
    worked_from(state_of(english), NewsPage.objects.get(pk=polish.pk).live_revision_id)
    draft = rewrite(english, "We have PLN 7.")
    give_reasons(draft)
    approve_in_the_editor(submit(draft))
    approve_in_the_editor(submit(rewrite(english, "Oh, we have PLN 7.")))
    first, second = Statement.objects.filter(page=english, user__isnull=False).order_by("pk")
    assert [each.accepted.get().reason for each in (first, second)] == [REASON, REASON]
    assert state_of(english).state == State.TRUE


def test_a_statement_without_differences_has_no_reasons(polish, english, rewrite, submit):
    submit(rewrite(english, "Something happened."))
    assert not AcceptedDifference.objects.exists()


def test_what_was_corrected_in_approval_is_the_word_of_who_approved_it(
    polish, english, rewrite, submit, approve_in_the_editor, people
):
    submit(rewrite(english, "Something hapened here."))
    rewrite(english, "Something happened here.", "editor2")
    approve_in_the_editor(english)
    said = Statement.objects.filter(page=english).last()
    live = NewsPage.objects.get(pk=english.pk)
    assert (live.lead, state_of(english).state) == ("Something happened here.", State.TRUE)
    assert (said.user, said.revision_id) == (people["editor"], live.live_revision_id)


def test_approval_asks_of_the_polish_text_that_the_submission_answered_for(
    polish, people, change, rewrite, submit, give_reasons, approve_in_the_editor
):
    change(polish, lead="Mamy 5 zł.")
    english = start_translation(NewsPage.objects.get(pk=polish.pk), "A new road", people["translator"])
    submitted = submit(rewrite(english, "We have PLN 5."))
    answered_for = Statement.objects.get(page=english).source_revision_id
    change(polish, lead="Mamy 6 zł.")
    worked_from(state_of(english), NewsPage.objects.get(pk=polish.pk).live_revision_id)
    rewrite(submitted, "We have PLN 6.", "editor2")
    approve_in_the_editor(submitted)
    assert not NewsPage.objects.get(pk=english.pk).live, "it says what the Polish text of now says, not that one"
    rewrite(submitted, "We have PLN 5.", "editor2")
    approve_in_the_editor(submitted)
    assert NewsPage.objects.get(pk=english.pk).live
    assert (state_of(english).true_to_id, state_of(english).state) == (answered_for, State.DRIFTED)
