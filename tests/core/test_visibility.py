"""Readers are shown what they may see."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.factories import make_page, make_translation
from editorial.visibility import visible_pages
from home.models import StandardPage


@pytest.fixture
def page(structure):
    return make_page(StandardPage, structure["pl"].sections["about"])


def visible(page):
    return visible_pages(StandardPage.objects.filter(pk=page.pk), page.locale).exists()


def test_a_live_public_page_is_visible(page):
    assert visible(page)


def test_a_page_in_a_private_section_is_hidden_with_what_is_below_it(structure, page):
    below = make_page(StandardPage, page)
    beside = make_page(StandardPage, structure["pl"].sections["about"])
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert not visible(page)
    assert not visible(below)
    assert visible(beside)


def test_an_expired_page_is_hidden_before_the_schedule_takes_it_down(structure, monkeypatch):
    soon = timezone.now() + timedelta(minutes=5)
    page = make_page(StandardPage, structure["pl"].sections["about"], expire_at=soon)
    assert visible(page)

    monkeypatch.setattr("library.readers.timezone.now", lambda: soon + timedelta(seconds=1))

    assert not visible(page)


def test_a_page_of_another_language_is_hidden(page):
    english = make_translation(page)

    assert not visible_pages(StandardPage.objects.filter(pk=english.pk), page.locale).exists()


def test_restrictions_cost_no_query_of_their_own(page, django_assert_num_queries):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    locale = page.locale
    with django_assert_num_queries(1):
        list(visible_pages(StandardPage.objects.all(), locale))
