"""Titles are suggested while a reader types: of pages that they may see, in their language."""

import pytest
from wagtail.models import PageViewRestriction

from content.factories import make_news, make_translation

pytestmark = pytest.mark.each_case

ADDRESS = {"pl": "/szukaj/podpowiedzi/", "en": "/en/search/suggestions/"}


def ask(client, typed, language="pl"):
    response = client.get(ADDRESS[language], {"q": typed})
    assert response.status_code == 200
    return response.json()["suggestions"]


def titles(client, typed, language="pl"):
    return [each["title"] for each in ask(client, typed, language)]


def test_words_are_begun(client, structure):
    page = make_news(structure["pl"].sections["news"], title="Źdźbło kwiaciarni")
    assert ask(client, "zdzb") == [{"title": page.title, "url": page.url, "kind": "Wiadomość"}]
    assert titles(client, "kwiaciarniami źdź") == [page.title]
    assert titles(client, "Kwiac") == [page.title]
    assert titles(client, "wiaciarnia") == []


def test_a_title_that_begins_so_comes_first(client, structure):
    make_news(structure["pl"].sections["news"], title="Kwiaciarnie")
    make_news(structure["pl"].sections["news"], title="Nowe kwiaciarnie")
    assert titles(client, "kwiac") == ["Kwiaciarnie", "Nowe kwiaciarnie"]


def test_only_titles_of_the_language_that_readers_may_see(client, structure):
    section = structure["pl"].sections["news"]
    closed = make_news(section, title="Kwiaciarnia zamknięta")
    page = make_news(section, title="Kwiaciarnia otwarta")
    make_news(section, title="Bez tytułu", lead="Kwiaciarnia.")
    make_news(section, title="Kwiaciarnia w szkicu", live=False)
    make_translation(page, title="Kwiaciarnia overseas")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert titles(client, "kwiac") == ["Kwiaciarnia otwarta"]
    assert titles(client, "kwiac", "en") == ["Kwiaciarnia overseas"]


@pytest.mark.parametrize("typed", ["", "k", "?!", '"', "*", "\x01 a'b:*", "\\", "x" * 5000, "\ud7ff\uffff", "a OR b*"])
def test_no_query_is_an_error(client, structure, typed):
    assert isinstance(ask(client, typed), list)


def test_what_was_taken_down_is_suggested_no_more(client, structure, django_assert_max_num_queries):
    page = make_news(structure["pl"].sections["news"], title="Kwiaciarnia")
    with django_assert_max_num_queries(5):
        assert titles(client, "kwiac") == ["Kwiaciarnia"]
    page.unpublish()
    assert titles(client, "kwiac") == []


def test_no_shared_cache_keeps_it_and_nothing_is_set(client, structure):
    response = client.get(ADDRESS["pl"], {"q": "kwiac"})
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert not response.cookies
    assert client.post(ADDRESS["pl"]).status_code in {403, 405}
