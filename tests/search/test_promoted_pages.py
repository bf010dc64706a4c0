"""Pages that staff put first, as long as readers may see them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from content.factories import make_news, make_translation
from editorial.take_downs import TakeDown
from editorial.taking_down import take_down
from search.models import PromotedPage


@pytest.fixture
def best(structure):
    """A page that does not have the words for which it is promoted."""
    page = make_news(structure["pl"].sections["news"], title="Nabór wniosków")
    PromotedPage.objects.create(words="florysta", page=page)
    return page


def ask(client, typed, address="/szukaj/", **more):
    return client.get(address, {"q": typed, **more})


def found(response):
    return [(result.title, result.is_promoted) for result in response.context["results"]]


@pytest.mark.each_case
def test_it_stands_first_for_its_words_in_any_form(client, structure, best):
    make_news(structure["pl"].sections["news"], title="Floryści")
    response = ask(client, "florystami")
    assert found(response) == [("Nabór wniosków", True), ("Floryści", False)]
    assert response.context["count"] == 2
    assert "Polecane" in response.content.decode()


def test_it_is_shown_where_nothing_else_is_found_and_for_more_words(client, best):
    assert found(ask(client, "kwiaciarnia floryści")) == [("Nabór wniosków", True)]


def test_all_its_words_must_be_asked_for(client, structure, best):
    PromotedPage.objects.update(words="florysta dla szkoły")
    assert found(ask(client, "florysta")) == []


def test_who_narrows_gets_what_was_found(client, structure, best):
    assert found(ask(client, "florysta", year="2026")) == []


def _close(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def _expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))


@pytest.mark.parametrize("kind", ["restricted", "expired", "down", "withdrawn"])
def test_what_readers_may_not_see_is_not_shown(client, people, best, kind):
    steps = {
        "restricted": _close,
        "expired": _expire,
        "down": lambda page: take_down(page, people["editor"], TakeDown.Kind.ERROR, texts={"pl": "x", "en": "x"}),
        "withdrawn": lambda page: take_down(
            page, people["editor"], TakeDown.Kind.WITHDRAWN, texts={"pl": "x", "en": "x"}
        ),
    }
    assert found(ask(client, "florysta"))
    steps[kind](best)
    assert found(ask(client, "florysta")) == []


def test_drafts_and_the_other_language_are_not_shown(client, structure, best):
    draft = make_news(structure["pl"].sections["news"], live=False)
    english = make_translation(best)
    PromotedPage.objects.update(page=draft)
    PromotedPage.objects.create(words="florysta", page=english)
    assert found(ask(client, "florysta")) == []
    assert found(ask(client, "florysta", "/en/search/")) == [(english.title, True)]


def test_it_costs_no_query_more(client, structure, best, django_assert_max_num_queries):
    for _time in range(2):
        with django_assert_max_num_queries(20):
            ask(client, "florysta")
    with django_assert_max_num_queries(8):
        ask(client, "florysta")
