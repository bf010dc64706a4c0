"""Links to legal pages: those that readers may open, in their order, at no cost of their own."""

import pytest

from core import legal_pages
from core.legal_pages import LegalLink, legal_links
from core.navigation import sections
from home.models import ContactPage, StandardPage


@pytest.fixture(autouse=True)
def _registered(monkeypatch):
    monkeypatch.setattr(legal_pages, "_legal_pages", {})
    legal_pages.register(StandardPage, kind="about", order=20)
    legal_pages.register(ContactPage, kind="contact", order=10)


def test_links_lead_to_the_pages_of_this_language_in_their_order(structure, rf):
    pages = structure["pl"].sections

    assert legal_links(rf.get("/")) == [
        LegalLink("contact", pages["contact"].title, pages["contact"].url),
        LegalLink("about", pages["about"].title, pages["about"].url),
    ]


def test_a_page_that_readers_may_not_see_has_no_link(structure, rf):
    structure["pl"].sections["about"].unpublish()

    assert [link.kind for link in legal_links(rf.get("/"))] == ["contact"]


def test_links_need_no_query_beside_the_menu(structure, rf, django_assert_num_queries):
    request = rf.get("/")
    for page in sections(request):
        page.get_url(request)

    with django_assert_num_queries(0):
        legal_links(request)
