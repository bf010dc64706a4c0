"""Readers of a translation are told when its source says something else than it was made from, and what."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone, translation

from content.factories import make_news, make_translation
from core.outdated import KINDS, Outdated, outdated
from editorial.publishing import publish_loaded_content
from translation.facts.kinds import FactKind
from translation.models import TranslationState

NOTICE = "The Polish version of this page was changed on"
WORDS = f"{NOTICE} 5 May 2027. This version does not show the change yet."
DAY = datetime(2027, 5, 5, 10, tzinfo=UTC)
EARLIER = datetime(2027, 4, 1, 10, tzinfo=UTC)
Drift = TranslationState.Drift


@pytest.fixture
def polish(structure):
    return make_news(structure["pl"].sections["news"], date=date(2026, 2, 5), lead="Posadzono 120 drzew.")


@pytest.fixture
def english(polish):
    return make_translation(polish)


def test_nothing_is_said_while_the_translation_follows_its_source(client, polish, english):
    for page in (polish, english):
        assert NOTICE not in client.get(page.url).content.decode()


def test_readers_are_told_since_when_the_polish_words_are_others(client, polish, english):
    polish.lead = "Inne słowa. Posadzono 120 drzew."
    publish_loaded_content(polish, "A change")

    html = client.get(english.url).content.decode()

    today = timezone.localdate()
    assert f"{NOTICE} {today.day} {today:%B} {today.year}. This version does not show the change yet." in html
    assert f'href="{polish.url}"' in html.split("notice--warning")[1].split("</div>")[0]
    assert NOTICE not in client.get(polish.url).content.decode()


def test_readers_are_told_which_fact_is_another_until_somebody_has_cleared_it(client, polish, english):
    polish.lead = "Posadzono 340 drzew."
    publish_loaded_content(polish, "A change")
    today = timezone.localdate()
    told = f"{NOTICE} {today.day} {today:%B} {today.year}: a number is different there."
    assert told in client.get(english.url).content.decode()
    english.lead = "340 trees were planted."
    publish_loaded_content(english, "The same in English")
    assert NOTICE not in client.get(english.url).content.decode()


@pytest.mark.parametrize(
    ("drift", "kinds", "said"),
    [
        (Drift.NONE, "", None),
        (Drift.TYPO, "", None),
        (Drift.WORDING, "", WORDS),
        (Drift.FACT, "amount", f"{NOTICE} 5 May 2027: an amount is different there."),
        (Drift.FACT, "amount,date", f"{NOTICE} 5 May 2027: an amount and a date are different there."),
        (Drift.FACT, "amount,date,link", f"{NOTICE} 5 May 2027: an amount, a date and a link are different there."),
        # What a later version of the software may have left behind
        (Drift.FACT, "", WORDS),
        (Drift.FACT, "unheard-of", WORDS),
        (Drift.FACT, "amount,unheard-of", f"{NOTICE} 5 May 2027: an amount is different there."),
    ],
)
def test_what_has_drifted_decides_what_is_said(client, english, drift, kinds, said):
    is_fact = drift == Drift.FACT
    TranslationState.objects.filter(page=english).update(
        drift=drift, fact_kinds=kinds, drifted_at=EARLIER if is_fact else DAY, fact_changed_at=DAY if is_fact else None
    )
    html = client.get(english.url).content.decode()
    assert said in html if said else NOTICE not in html


def test_every_kind_of_fact_has_words():
    assert {str(kind) for kind in FactKind} <= KINDS.keys()


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["amount"], "różni się w niej kwota."),
        (["amount", "link"], "różnią się w niej kwota i link."),
        (["amount", "date", "link", "name", "number"], "różnią się w niej kwota, data, link, nazwa i liczba."),
    ],
)
def test_the_style_guide_says_it_in_polish(kinds, said):
    with translation.override("pl"):
        assert Outdated(DAY, kinds).text == f"Polską wersję tej strony zmieniono 5 maja 2027 r.: {said}"


def test_a_page_without_a_state_is_not_outdated():
    assert outdated(None) is None


def test_it_takes_no_query_more(client, polish, english, django_assert_num_queries):
    from tests.many_pages import query_count

    before = query_count(client, english.url)
    TranslationState.objects.filter(page=english).update(drift=Drift.FACT, fact_kinds="amount", fact_changed_at=DAY)
    assert query_count(client, english.url) == before
