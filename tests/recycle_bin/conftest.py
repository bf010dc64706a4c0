"""What the tests of the recycle bin share."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from content.factories import make_news, make_page, make_translation
from home.models import StandardPage
from news.models import NewsPage
from recycle_bin.models import BinnedPage


@pytest.fixture
def draft(structure, people) -> NewsPage:
    """A Polish draft by an author, between two others."""
    index = structure["pl"].sections["news"]
    make_news(index, live=False, title="Pierwszy", slug="pierwszy")
    page = make_news(index, live=False, title="Szkic żółty", slug="szkic", owner=people["author"])
    make_news(index, live=False, title="Ostatni", slug="ostatni")
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def english(draft) -> NewsPage:
    """The English draft of it."""
    return make_translation(draft, live=False, title="A draft", slug="a-draft")


@pytest.fixture
def section(structure, people) -> StandardPage:
    """A draft with two pages below it, one below the other."""
    top = make_page(StandardPage, structure["pl"].home, live=False, title="Dział", slug="dzial")
    middle = make_page(StandardPage, top, live=False, title="Środek", slug="srodek")
    make_page(StandardPage, middle, live=False, title="Dół", slug="dol")
    return StandardPage.objects.get(pk=top.pk)


@pytest.fixture
def sign_in(people) -> Callable[[str], Client]:
    """Return a client in which the named person is signed in."""

    def client_of(name: str) -> Client:
        client = Client()
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return client_of


@pytest.fixture
def delete() -> Callable[[Client, Page], Any]:
    """Delete a page as staff do."""
    return lambda client, page: client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


@pytest.fixture
def bring_back() -> Callable[..., Any]:
    """Restore a page as staff do."""
    return lambda client, page, **data: client.post(reverse("recycle_bin:restore", args=[page.pk]), data, follow=True)


@pytest.fixture
def binned(sign_in, draft, delete) -> BinnedPage:
    """The draft in the recycle bin."""
    delete(sign_in("administrator"), draft)
    return BinnedPage.objects.get(page_id=draft.pk)
