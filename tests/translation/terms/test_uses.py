"""On which Polish pages a term stands."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.factories import make_news, make_translation
from news.models import NewsPage
from translation.models import PublishedText
from translation.terms import uses
from translation.terms.models import SearchedText, Term, TermUse
from translation.terms.uses import search_again, search_texts, texts_to_search


@pytest.fixture(autouse=True)
def searched(empty_glossary, structure):
    """Nothing is left to be searched of the structure of the site."""
    search_texts(1000)


@pytest.fixture
def publish(structure, django_capture_on_commit_callbacks):
    """Publish a Polish news page, and do what follows once it is committed."""

    def make(**fields):
        with django_capture_on_commit_callbacks(execute=True):
            return make_news(structure["pl"].sections["news"], **fields)

    return make


def terms_of(page):
    return set(TermUse.objects.filter(page=page).values_list("term__polish", flat=True))


def test_a_page_is_searched_once_it_is_live(make_term, publish):
    make_term("gmina", "municipality")
    make_term("sołtys", "village head")
    page = publish(title="Wieści z gmin", lead="Nic więcej.")
    assert terms_of(page) == {"gmina"}
    assert not texts_to_search().filter(page=page)


def test_a_page_that_says_something_else_is_searched_again(
    make_term, publish, change, django_capture_on_commit_callbacks
):
    make_term("gmina", "municipality")
    make_term("sołtys", "village head")
    page = publish(lead="W gminie.")
    TermUse.objects.update(checked_at=page.last_published_at)
    with django_capture_on_commit_callbacks(execute=True):
        change(page, lead="W gminie u sołtysa.")
    assert terms_of(page) == {"gmina", "sołtys"}
    assert not TermUse.objects.exclude(checked_at=None), "What was known of the English is about other words."
    with django_capture_on_commit_callbacks(execute=True):
        change(page, lead="U sołtysa.")
    assert terms_of(page) == {"sołtys"}


def test_a_draft_and_an_english_page_are_not_searched(make_term, publish, django_capture_on_commit_callbacks):
    make_term("gmina", "municipality")
    page = publish(lead="Nic.")
    page.lead = "W gminie."
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision()
        english = make_translation(page, lead="Gmina.")
    assert not terms_of(page)
    assert not terms_of(english)


def test_a_new_term_is_found_on_pages_that_were_searched(make_term, publish):
    page = publish(lead="W gminie.")
    other = publish(lead="Nic.")
    term = make_term("gmina", "municipality")
    assert texts_to_search().filter(page__in=[page, other]).count() == 2
    search_texts(1000)
    assert terms_of(page) == {"gmina"}
    assert not terms_of(other)
    assert not texts_to_search()
    term.polish = "sołectwo"
    term.save()
    search_texts(1000)
    assert not terms_of(page)


def test_a_longer_term_takes_the_place_of_a_shorter_one_and_gives_it_back(make_term, publish):
    make_term("gmina", "municipality")
    page = publish(lead="Rada gminy.")
    longer = make_term("rada gminy", "municipal council")
    search_texts(1000)
    assert terms_of(page) == {"rada gminy"}
    longer.delete()
    search_texts(1000)
    assert terms_of(page) == {"gmina"}


def test_a_note_makes_nothing_to_be_searched(make_term, publish):
    term = make_term("gmina", "municipality")
    publish(lead="W gminie.")
    search_texts(1000)
    term.note = "In the style guide."
    term.save()
    assert not texts_to_search()


def test_no_more_is_searched_at_once_than_was_asked_for(make_term, monkeypatch):
    make_term("gmina", "municipality")
    monkeypatch.setattr(uses, "CHUNK", 2)
    left = texts_to_search().count()
    assert left > 5
    assert search_texts(5) == 5
    assert texts_to_search().count() == left - 5
    assert search_texts(1000) == left - 5
    assert search_texts(1000) == 0


def test_a_search_that_fails_stops_no_publication_and_is_made_up_for(make_term, publish, monkeypatch):
    make_term("gmina", "municipality")
    with monkeypatch.context() as patch:
        patch.setattr(uses, "current_index", lambda: 1 / 0)
        page = publish(lead="W gminie.")
    assert NewsPage.objects.get(pk=page.pk).live
    assert not terms_of(page)
    search_texts(1000)
    assert terms_of(page) == {"gmina"}


def test_a_term_that_goes_meanwhile_leaves_nothing(make_term, publish, monkeypatch):
    term = make_term("gmina", "municipality")
    index = uses.current_index()
    Term.objects.filter(pk=term.pk).delete()
    monkeypatch.setattr(uses, "current_index", lambda: index)
    assert not terms_of(publish(lead="W gminie."))


def test_everything_can_be_searched_again(make_term, publish):
    make_term("gmina", "municipality")
    page = publish(lead="W gminie.")
    search_texts(1000)
    TermUse.objects.all().delete()
    call_command("search_terms", verbosity=0)
    assert not terms_of(page)
    call_command("search_terms", "--all", verbosity=0)
    assert terms_of(page) == {"gmina"}
    assert SearchedText.objects.count() == PublishedText.objects.count()
    search_again()
    assert texts_to_search().count() == PublishedText.objects.count()


def test_the_number_of_queries_does_not_grow_with_the_terms(make_term, publish):
    for number in range(30):
        make_term(f"gmina {'wiejska ' * (number % 3)}{number}", "municipality")
    counts = []
    for lead in ("gmina 3", "gmina 3, gmina wiejska 4, gmina 6, gmina wiejska 7, gmina wiejska wiejska 8"):
        page = publish(lead=lead)
        search_texts(1000)
        found = TermUse.objects.filter(page=page)
        assert found.count() == lead.count(",") + 1
        found.delete()
        SearchedText.objects.filter(page=page).delete()
        with CaptureQueriesContext(connection) as queries:
            assert search_texts(1000) == 1
        counts.append(len(queries))
    assert counts[0] == counts[1]
