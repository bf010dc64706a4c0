"""Readers get errors in the language of the address, and nothing of the site's insides."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import translation

from core import errors

ADDRESSES = [("/nie-ma-takiej-strony/", "pl", "/szukaj/"), ("/en/no-such-page/", "en", "/en/search/")]


@pytest.mark.parametrize(("address", "language", "search"), ADDRESSES)
def test_a_missing_page_is_explained_in_the_language_of_the_address(client, structure, address, language, search):
    response = client.get(address)

    page = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}">' in page
    assert f'action="{search}"' in page
    assert f'href="{structure[language].home.url}"' in page
    assert structure[language].sections["news"].title in page
    assert "Traceback" not in page
    assert "core/routing.py" not in page


def test_an_address_with_a_nul_byte_leads_nowhere(client, structure):
    response = client.get("/en/%00/")

    assert response.status_code == 404
    assert '<html lang="en">' in response.content.decode()


@pytest.mark.parametrize(("address", "language", "_search"), ADDRESSES)
@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.permission_denied, 403),
        (errors.csrf_failure, 403),
        (errors.server_error, 500),
    ],
)
def test_other_errors_need_neither_database_nor_host(view, status, address, language, _search):
    """No fixture gives these tests a database, so a query would fail them."""
    request = RequestFactory().get(address, headers={"host": "not a host"})

    response = view(request)

    page = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{language}">' in page
    assert f'href="{"/en/" if language == "en" else "/"}"' in page


def test_a_fault_shows_no_detail(client, structure, monkeypatch):
    monkeypatch.setattr("home.pages.landscape", lambda *_args, **_kwargs: 1 / 0)
    client.raise_request_exception = False

    response = client.get("/en/")

    page = response.content.decode()
    assert response.status_code == 500
    assert '<html lang="en">' in page
    assert "ZeroDivisionError" not in page


def test_a_database_that_is_down_gives_the_page_of_faults(client, structure, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise connection.Database.OperationalError("the database is down")

    client.raise_request_exception = False
    with monkeypatch.context() as patch, connection.execute_wrapper(refuse):
        patch.setattr("wagtail.models.Site.get_site_root_paths", refuse)
        response = client.get("/cele/")

    assert response.status_code == 500
    assert '<html lang="pl">' in response.content.decode()


def test_the_language_of_the_request_is_left_as_it_was(rf):
    with translation.override("pl"):
        errors.server_error(rf.get("/en/"))
        assert translation.get_language() == "pl"


def test_a_missing_page_leads_to_the_home_page_of_the_other_language_without_a_word_about_versions(client, structure):
    page = client.get("/nie-ma-takiej-strony/").content.decode()

    assert f'hreflang="en" href="{structure["en"].home.url}">English</a>' in page
    assert "languages__notice" not in page
