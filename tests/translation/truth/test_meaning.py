"""„Bez zmiany treści”: said by the author, confirmed by the approver, and not believed of facts."""

import pytest
from django.urls import reverse

from editorial.emergency import publish_in_emergency
from news.models import NewsPage
from translation.models import SettledSegment, TranslationState

State, Drift = TranslationState.State, TranslationState.Drift
WORDS, OTHER_WORDS, MORE_WORDS = "Gmina otwiera drogę.", "Gmina uroczyście otwiera drogę.", "Gmina dziś otwiera ulicę."


@pytest.fixture
def state(polish, english, change):
    change(polish, lead=WORDS)
    change(english, lead="The municipality opens a road.")

    def found() -> TranslationState:
        return TranslationState.objects.get(source_id=polish.pk)

    assert found().state == State.TRUE
    return found


def test_other_words_that_keep_their_meaning_leave_the_english_true(state, polish, change):
    change(polish, lead=OTHER_WORDS, keeps_meaning=True)
    assert state().state == State.TRUE
    assert SettledSegment.objects.get().ground == SettledSegment.Ground.AUTHOR


def test_a_changed_fact_is_shown_whatever_the_author_says(state, polish, change):
    change(polish, lead="Gmina otwiera 2 drogi.", keeps_meaning=True)
    assert (state().state, state().drift) == (State.DRIFTED, Drift.FACT)


def test_nobody_has_confirmed_it_in_an_emergency(state, polish, people):
    page = NewsPage.objects.get(pk=polish.pk)
    page.lead, page.keeps_meaning = OTHER_WORDS, True
    page.save_revision(user=people["author"])
    publish_in_emergency(NewsPage.objects.get(pk=polish.pk), people["editor"], "A flood.")
    assert (state().state, SettledSegment.objects.count()) == (State.DRIFTED, 0)


def test_what_had_changed_its_meaning_before_stays_open(state, polish, change):
    change(polish, lead=OTHER_WORDS)
    change(polish, lead=MORE_WORDS, keeps_meaning=True)
    assert state().state == State.DRIFTED


def test_the_next_change_of_the_same_words_counts_again(state, polish, change):
    change(polish, lead=OTHER_WORDS, keeps_meaning=True)
    change(polish, lead=MORE_WORDS, keeps_meaning=False)
    assert state().state == State.DRIFTED


def test_what_nobody_has_confirmed_is_not_believed(state, polish, people):
    page = NewsPage.objects.get(pk=polish.pk)
    page.lead, page.keeps_meaning = OTHER_WORDS, True
    page.save_revision(user=people["author"])
    publish_in_emergency(page, people["editor"], "A flood.")
    assert (state().state, state().drift) == (State.DRIFTED, Drift.WORDING)


def test_saying_so_is_no_change_of_words(state, polish, change):
    change(polish, keeps_meaning=True)
    assert (state().state, state().drift) == (State.TRUE, Drift.NONE)


def test_the_author_is_asked_where_there_is_an_english_page_only(polish, sign_in, structure, english):
    asked = 'name="keeps_meaning"'
    author = sign_in("author")
    assert asked in author.get(reverse("wagtailadmin_pages:edit", args=[polish.pk])).content.decode()
    new = reverse("wagtailadmin_pages:add", args=["news", "newspage", structure["pl"].sections["news"].pk])
    assert asked not in author.get(new).content.decode()
    assert (
        asked not in sign_in("translator").get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    )


def test_it_is_said_of_one_change_and_not_of_the_next(state, polish, change, sign_in):
    change(polish, lead=OTHER_WORDS, keeps_meaning=True)
    form = sign_in("author").get(reverse("wagtailadmin_pages:edit", args=[polish.pk])).context["form"]
    assert form["keeps_meaning"].value() is False


def test_the_approver_is_told_what_approving_confirms(state, polish, people, sign_in):
    page = NewsPage.objects.get(pk=polish.pk)
    page.lead, page.keeps_meaning = OTHER_WORDS, True
    page.save_revision(user=people["author"])
    page.get_workflow().start(page, people["author"])
    edit = reverse("wagtailadmin_pages:edit", args=[polish.pk])
    said = "nie zmienia treści"
    assert said in sign_in("editor").get(edit).content.decode()
    assert said not in sign_in("author2").get(edit).content.decode(), "an author does not approve"
    page.current_workflow_state.cancel(user=people["author"])
    assert said not in sign_in("editor").get(edit).content.decode()
