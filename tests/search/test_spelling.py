"""Who has mistyped is offered what they may have meant, in words of pages that everybody may read."""

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from content.factories import make_news
from search.models import MissedQuery

pytestmark = pytest.mark.each_case


def ask(client, typed, address="/szukaj/"):
    return client.get(address, {"q": typed})


@pytest.fixture
def shop(structure):
    """A page of two rare words, one in its title, one in its text."""
    return make_news(structure["pl"].sections["news"], title="Kwiaciarnia", lead="Otwarto gofrownicę.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kwiacarnia", "kwiaciarnia"),
        ("kwiaiciarnia", "kwiaciarnia"),
        ("Kwiacarnia gofrowncę", "kwiaciarnia gofrownicę"),
        ("kwiaciarnie gofrovnice", "kwiaciarnie gofrownicę"),
    ],
)
def test_the_nearest_known_words_are_offered(client, shop, typed, meant):
    response = ask(client, typed)
    assert response.context["suggestion"] == meant
    assert "Czy chodziło o:" in response.content.decode()
    assert not MissedQuery.objects.exists()
    assert [result.title for result in ask(client, meant).context["results"]] == ["Kwiaciarnia"]


@pytest.mark.parametrize("typed", ["kwxyziarnia", "kwi", "12345", "aaaa bbbb cccc dddd eeee", "x" * 200, "zzq'b \\ %"])
def test_what_is_far_from_every_word_is_left_alone(client, shop, typed):
    response = ask(client, typed)
    assert response.status_code == 200
    assert not response.context["suggestion"]


def test_words_that_stand_on_no_page_together_are_not_offered(client, structure, shop):
    make_news(structure["pl"].sections["news"], title="Bukieciarnia")
    assert not ask(client, "bukieciarna gofrownicę").context["suggestion"]


def test_words_are_those_of_the_language(client, shop):
    assert not ask(client, "kwiacarnia", "/en/search/").context["suggestion"]


def test_drafts_and_closed_pages_give_no_words(client, structure, shop):
    make_news(structure["pl"].sections["news"], title="Bukieciarnia", live=False)
    assert not ask(client, "bukieciarna").context["suggestion"]
    assert ask(client, "kwiacarnia").context["suggestion"]
    PageViewRestriction.objects.create(page=shop, restriction_type="login")
    assert not ask(client, "kwiacarnia").context["suggestion"]
    cache.clear()
    assert not ask(client, "kwiacarnia").context["suggestion"]


def test_who_finds_something_is_offered_nothing(client, shop):
    assert "suggestion" not in ask(client, "kwiaciarnia").context


def test_a_longer_query_may_be_searched_word_by_word(client, shop):
    content = ask(client, "kwiaciarnia na zzzzz").content.decode()
    assert 'href="/szukaj/?q=kwiaciarnia"' in content
    assert 'href="/szukaj/?q=na"' not in content


def test_queries_are_few(client, shop, django_assert_max_num_queries):
    ask(client, "kwiacarnia")
    with django_assert_max_num_queries(8):
        ask(client, "kwiacarnia")
    ask(client, "zzzzzzzz")
    with django_assert_max_num_queries(8):
        ask(client, "zzzzzzzz")
