"""The state of each translation, kept as both pages go their ways."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.signals import page_published

from content.factories import make_news, make_translation
from editorial.emergency import confirm, publish_in_emergency
from recycle_bin.deleting import move_to_bin
from recycle_bin.restoring import restore
from translation.models import SettledSegment, Statement, TranslationState
from translation.starting import start_translation
from translation.truth.measuring import refresh_all
from translation.truth.statements import polish_parts, say_true, settle, worked_from

State, Drift = TranslationState.State, TranslationState.Drift


def state_of(polish) -> TranslationState:
    return TranslationState.objects.select_related("source__published_text", "page").get(source_id=polish.pk)


@pytest.fixture
def submitted(polish, people):
    """An English draft that its translator has submitted, and so said to be true."""
    english = start_translation(polish, "A new road", people["translator"])
    english.get_workflow().start(english, people["translator"])
    return english


@pytest.fixture
def english_is_approved(people, django_capture_on_commit_callbacks):
    """Approve what is in approval."""

    def approve(page):
        task = page.current_workflow_task_state
        with django_capture_on_commit_callbacks(execute=True):
            task.task.specific.on_action(task, people["editor"], "approve")

    return approve


def test_every_polish_page_has_a_state_and_no_english_one(polish, english):
    assert state_of(polish).state == State.TRUE
    assert not TranslationState.objects.filter(source_id=english.pk).exists()
    draft = make_news(polish.get_parent(), live=False)
    assert state_of(draft).state == State.NONE


def test_the_way_of_a_translation_through_its_states(polish, people, sign_in, news_form):
    assert (state_of(polish).state, state_of(polish).words_left) == (State.NONE, 10)
    english = start_translation(polish, "A new road", people["translator"])
    assert state_of(polish).state == State.STARTED
    english.get_workflow().start(english, people["translator"])
    assert state_of(polish).state == State.REVIEW
    task = english.current_workflow_task_state
    task.task.specific.on_action(task.specific, people["editor"], "reject", comment="Again, please.")
    assert state_of(polish).state == State.RETURNED


def test_words_that_are_still_polish_are_left_to_translate(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    before = state_of(polish).words_left
    english = english.get_latest_revision_as_object()
    english.lead = "What happened in other words."
    english.save_revision(user=people["translator"])
    assert before - state_of(polish).words_left == len(polish.lead.split())


def test_what_changes_before_it_is_translated_is_translated_once(polish, people, change):
    start_translation(polish, "A new road", people["translator"])
    before = state_of(polish).words_left
    change(polish, lead="Zupełnie co innego się stało.")
    assert state_of(polish).words_left == before
    change(polish, lead="Co innego się stało.")
    assert state_of(polish).words_left == before - 1


def test_what_changed_since_a_draft_was_begun_is_shown_until_it_is_submitted(polish, people, change):
    english = start_translation(polish, "A new road", people["translator"]).get_latest_revision_as_object()
    now = change(polish, lead="Zupełnie co innego się stało.").live_revision_id
    worked_from(state_of(polish), now)
    left = state_of(polish).words_left
    english.lead = "Something quite different happened."
    english.save_revision(user=people["translator"])
    state = state_of(polish)
    assert (state.drift, state.words_left) == (Drift.WORDING, left - 5)
    english = type(english).objects.get(pk=english.pk)
    english.get_workflow().start(english, people["translator"])
    assert state_of(polish).drift == Drift.NONE


def test_slips_of_the_pen_leave_no_words_to_translate(polish, english, change):
    change(polish, lead="Spotkanie gmninne.")
    change(english, lead="A meeting of the municipality.")
    change(polish, lead="Spotkanie gminne.")
    state = state_of(polish)
    assert (state.state, state.drift, state.words_left) == (State.TRUE, Drift.TYPO, 0)


def test_a_changed_fact_is_kept_with_its_kind_and_its_day(polish, english, change):
    change(polish, lead="Mamy 5 zł.")
    change(polish, lead="Mamy 5 zł, czyli dużo.")
    first = state_of(polish)
    assert (first.state, first.drift, first.kinds) == (State.DRIFTED, Drift.FACT, ["amount"])
    change(polish, lead="Mamy 5 zł, naprawdę dużo.")
    assert state_of(polish).fact_changed_at == first.fact_changed_at
    change(polish, lead=polish.lead)
    assert (state_of(polish).state, state_of(polish).fact_changed_at) == (State.TRUE, None)


def test_an_english_draft_in_the_bin_is_told_apart(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    binned = move_to_bin(english, people["administrator"])
    assert state_of(polish).state == State.BINNED
    restore(binned, people["administrator"])
    assert state_of(polish).state == State.STARTED


def test_a_live_english_page_that_is_taken_down_is_a_draft_again(polish, english):
    english.unpublish()
    assert state_of(polish).state == State.STARTED


def test_an_english_page_that_is_deleted_is_none(polish, people):
    start_translation(polish, "A new road", people["translator"]).delete()
    state = state_of(polish)
    assert (state.state, state.page) == (State.NONE, None)


def test_publication_in_an_emergency_says_nothing_about_truth(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    publish_in_emergency(english, people["editor"], "A flood.")
    state = state_of(polish)
    assert (state.page.live, state.true_to, state.state) == (True, None, State.DRIFTED)


def test_true_again_needs_no_new_english_version(polish, english, people, change):
    page = change(polish, lead="Zupełnie co innego się stało.")
    state = state_of(polish)
    assert state.state == State.DRIFTED
    say_true(state, english, english.live_revision, page.live_revision, people["translator"])
    state = state_of(polish)
    assert (state.state, state.true_to_id, state.user) == (State.TRUE, page.live_revision_id, people["translator"])


def test_a_statement_about_a_draft_waits_for_its_publication(polish, english, people, change):
    page = change(polish, lead="Zupełnie co innego się stało.")
    draft = english.get_latest_revision_as_object()
    draft.lead = "Something else happened."
    revision = draft.save_revision(user=people["translator"])
    say_true(state_of(polish), english, revision, page.live_revision, people["translator"])
    assert state_of(polish).state == State.DRIFTED
    assert Statement.objects.get(revision=revision).effective_at is None


def test_a_segment_is_settled_until_it_changes_again(polish, english, people, change):
    change(polish, lead="Zupełnie co innego się stało.")
    lead = polish_parts(state_of(polish))["lead",].segments
    settle(state_of(polish), lead, SettledSegment.Ground.TRANSLATOR, people["translator"])
    assert state_of(polish).state == State.TRUE
    change(polish, lead="Zupełnie co innego stało się wczoraj.")
    assert state_of(polish).state == State.DRIFTED


def test_a_changed_fact_is_not_settled_by_its_segment(polish, english, people, change):
    change(polish, lead="Mamy 5 zł.")
    lead = polish_parts(state_of(polish))["lead",].segments
    settle(state_of(polish), lead, SettledSegment.Ground.TRANSLATOR, people["translator"])
    assert (state_of(polish).state, state_of(polish).drift) == (State.DRIFTED, Drift.FACT)


def test_all_states_are_found_again_from_nothing(polish, english, people, change, structure):
    drifted = make_news(polish.get_parent(), title="Inna")
    make_translation(drifted)
    change(drifted, lead="Mamy 5 zł.")
    kept = ["state", "drift", "fact_kinds", "words_left", "page_id", "true_to_id"]
    before = {row.pop("source_id"): row for row in TranslationState.objects.values("source_id", *kept)}
    TranslationState.objects.update(state=State.NONE, drift=0, fact_kinds="", words_left=0, page=None)
    assert list(refresh_all())[-1] == len(before)
    assert {row.pop("source_id"): row for row in TranslationState.objects.values("source_id", *kept)} == before


def test_the_command_finds_them_again(polish, english, capsys):
    TranslationState.objects.update(state=State.NONE)
    call_command("refresh_translations")
    assert state_of(polish).state == State.TRUE


def test_states_cost_the_same_queries_for_any_number(structure, polish, english, change, django_assert_max_num_queries):
    change(polish, lead="Mamy 5 zł.")
    for number in range(8):
        page = make_news(polish.get_parent(), title=f"Numer {number}")
        make_translation(page)
        change(page, lead=f"Mamy {number} zł.")
    with django_assert_max_num_queries(14):
        list(refresh_all())


def test_the_text_beside_the_form_is_what_a_submission_answers_for(polish, people, sign_in, news_form, change):
    english = start_translation(polish, "A new road", people["translator"])
    opened = polish.live_revision_id
    change(polish, lead="Zupełnie co innego się stało.")
    form = news_form(
        title="A new road",
        slug="a-new-road",
        lead="Words.",
        polish_revision=str(opened),
        block_id=polish.body.raw_data[0]["id"],
    )
    sign_in("translator").post(reverse("wagtailadmin_pages:edit", args=[english.pk]), {**form, "action-submit": "1"})
    statement = Statement.objects.get(page_id=english.pk)
    assert (statement.source_revision_id, statement.user) == (opened, people["translator"])


def test_the_revision_of_another_page_is_no_text_beside_the_form(polish, people, sign_in, news_form, structure):
    english = start_translation(polish, "A new road", people["translator"])
    other = make_news(polish.get_parent(), title="Inna")
    form = news_form(title="A new road", slug="a-new-road", polish_revision=str(other.live_revision_id))
    sign_in("translator").post(reverse("wagtailadmin_pages:edit", args=[english.pk]), form)
    assert state_of(polish).worked_from_id == polish.live_revision_id


def test_what_was_said_of_an_emergency_holds_once_a_second_person_stands_by_it(polish, submitted, people):
    approval = publish_in_emergency(submitted, people["editor"], "A flood.")
    assert state_of(polish).true_to is None
    confirm(approval, people["editor2"])
    assert (state_of(polish).true_to_id, state_of(polish).state) == (polish.live_revision_id, State.TRUE)


def test_confirming_an_emergency_of_which_nobody_said_anything_says_nothing(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    confirm(publish_in_emergency(english, people["editor"], "A flood."), people["editor2"])
    assert state_of(polish).true_to is None


def test_a_statement_that_another_has_overtaken_never_holds(polish, submitted, english_is_approved, change):
    overtaken = Statement.objects.get(page_id=submitted.pk)
    submitted.current_workflow_state.cancel()
    submitted.get_workflow().start(submitted, None)
    english_is_approved(submitted)
    changed = change(polish, lead="Zupełnie co innego się stało.")
    english = submitted.specific_class.objects.get(pk=submitted.pk)
    say_true(state_of(polish), english, english.live_revision, changed.live_revision, None)
    page_published.send(type(english), instance=english, revision=english.live_revision)
    overtaken.refresh_from_db()
    assert overtaken.effective_at is None
    assert state_of(polish).true_to_id == changed.live_revision_id
