"""An address leads to the page of its own language, or nowhere."""

import pytest
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from content.factories import make_page, make_translation
from core.routing import find_route
from home.models import StandardPage


@pytest.fixture
def page(structure):
    return make_page(StandardPage, structure["pl"].sections["about"], slug="wladze")


def test_a_page_deep_in_the_tree_is_found_at_its_address(client, structure, page):
    below = make_page(StandardPage, page, slug="zarzad")

    assert client.get("/o-stowarzyszeniu/wladze/zarzad/").context["page"] == below


@pytest.mark.parametrize("address", ["/wladze/", "/en/o-stowarzyszeniu/wladze/", "/o-stowarzyszeniu/wladze/wladze/"])
def test_a_page_is_found_at_no_other_address(client, page, address):
    assert client.get(address).status_code == 404


def test_a_draft_is_not_served(client, structure):
    make_page(StandardPage, structure["pl"].home, slug="szkic", live=False)

    assert client.get("/szkic/").status_code == 404


def test_the_polish_home_page_does_not_stand_in_for_an_english_one_that_is_not_live(client, structure):
    structure["en"].home.unpublish()

    assert client.get("/en/").status_code == 404


def test_an_english_page_is_served_only_in_english(client, structure, page):
    make_translation(page, slug="board")

    assert client.get("/en/about-us/board/").status_code == 200
    assert client.get("/about-us/board/").status_code == 404
    assert client.get("/pl/o-stowarzyszeniu/").status_code == 404


def test_a_redirect_leads_from_an_old_address(client, structure, page):
    Redirect.objects.create(old_path="/stary-adres", redirect_page=page)

    response = client.get("/stary-adres/")

    assert response.status_code == 301
    assert response["location"].endswith("/o-stowarzyszeniu/wladze/")


def test_finding_a_page_takes_as_many_queries_at_any_depth(structure, page, django_assert_max_num_queries, rf):
    Site.get_site_root_paths()
    for path in ("o-stowarzyszeniu/", "o-stowarzyszeniu/wladze/"):
        with translation.override("pl"), django_assert_max_num_queries(3):
            assert find_route(rf.get(f"/{path}"), path)
