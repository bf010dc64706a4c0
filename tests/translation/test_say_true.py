"""A person says that an English page is true again, with a reason for each fact that differs."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from news.models import NewsPage
from translation.models import AcceptedDifference, MemoryUnit, Statement, TranslationState
from translation.truth.statements import state_of

MAY = {"translator", "editor", "administrator", "superuser"}


def what_was_read(opened) -> dict[str, int]:
    """Return which texts the form carries."""
    return {field.name: field.value() for field in opened.context["form"].hidden_fields()}


@pytest.fixture
def say(sign_in, english):
    """Open the form and send it, with reasons."""

    def post(name="translator", **reasons):
        client, url = sign_in(name), reverse("translation:say_true", args=[english.pk])
        opened = client.get(url)
        if opened.status_code != 200:
            return opened
        return client.post(url, {**what_was_read(opened), **reasons})

    return post


def test_the_same_facts_need_no_reason(polish, english, change, say):
    page = change(polish, lead="Zupełnie co innego się stało.")
    assert say().status_code == 302
    state = state_of(english)
    assert (state.state, state.true_to_id) == (TranslationState.State.TRUE, page.live_revision_id)


def test_the_memory_learns_the_pair_as_it_is_now(polish, english, change, say):
    change(english, lead="Something happened.")
    change(polish, lead="Zupełnie co innego się stało.")
    say()
    assert MemoryUnit.objects.filter(uses__page=english, source="Zupełnie co innego się stało.").exists()


def test_each_fact_that_differs_needs_a_reason_which_is_kept(polish, english, change, say):
    change(polish, lead="Mamy 5 zł i 3 psy.")
    assert say().status_code == 200
    assert say(reason_0="Known to readers abroad.").status_code == 200
    assert state_of(english).drift == TranslationState.Drift.FACT
    assert say(reason_0="Known to readers abroad.", reason_1="Not for readers abroad.").status_code == 302
    kept = AcceptedDifference.objects.order_by("pk")
    assert [each.reason for each in kept] == ["Known to readers abroad.", "Not for readers abroad."]
    assert kept[0].path == "lead"
    assert state_of(english).state == TranslationState.State.TRUE


@pytest.mark.parametrize("which", ["polish", "english"])
def test_a_text_that_changed_since_it_was_read_is_not_answered_for(which, polish, english, change, sign_in):
    change(polish, lead="Zupełnie co innego się stało.")
    client, url = sign_in("translator"), reverse("translation:say_true", args=[english.pk])
    read = what_was_read(client.get(url))
    change({"polish": polish, "english": english}[which], lead="A teraz jeszcze coś innego.")
    assert client.post(url, read).status_code == 200
    assert not Statement.objects.filter(user__isnull=False).exists()


def test_a_page_with_a_draft_is_submitted_instead(polish, english, say, people):
    draft = english.get_latest_revision_as_object()
    draft.lead = "Words."
    draft.save_revision(user=people["translator"])
    assert say().status_code == 302
    assert not Statement.objects.filter(user__isnull=False).exists()


def test_who_may_not_change_the_english_page_says_nothing(role, polish, english, change, say):
    change(polish, lead="Zupełnie co innego się stało.")
    say(role)
    assert Statement.objects.filter(user__isnull=False).exists() == (role in MAY)


def test_it_is_in_the_history_of_the_page(polish, english, change, say):
    change(polish, lead="Mamy 5 zł.")
    say(reason_0="Known to readers abroad.")
    logged = PageLogEntry.objects.get(page=english.pk, action="translation.say_true")
    assert logged.data["reason"] == "Known to readers abroad."


@pytest.mark.parametrize(
    "posted", [{}, *({name: value} for name in ("polish_revision", "english_revision") for value in ("x", "9" * 30))]
)
def test_a_broken_form_is_answered_in_words(posted, polish, english, sign_in):
    answer = sign_in("translator").post(reverse("translation:say_true", args=[english.pk]), posted)
    assert answer.status_code == 200


def test_a_polish_page_is_true_to_none(polish, sign_in):
    assert sign_in("superuser").get(reverse("translation:say_true", args=[polish.pk])).status_code == 302
    assert NewsPage.objects.get(pk=polish.pk).live
