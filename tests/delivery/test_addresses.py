"""Each address is one page, in one language, the same for everyone."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from content.factories import make_document, make_page, make_translation
from home.models import StandardPage

LANGUAGES = ["pl", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_says_its_language(client, structure, language):
    for page in (structure[language].home, structure[language].sections["about"]):
        response = client.get(page.url)
        assert response["Content-Language"] == language
        assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize("address", ["/pl/", "/pl/kontakt/", "/de/", "/en-gb/", "/EN/", "/en/en/", "/en/szukaj/"])
def test_address_with_another_prefix_is_not_found(client, structure, address):
    assert client.get(address).status_code == 404


def test_english_address_without_its_slash_redirects(client, structure):
    response = client.get("/en")
    assert response.status_code == 301
    assert response["Location"] == "/en/"


def test_page_is_not_served_at_an_address_of_the_other_language(client, structure):
    polish, english = structure["pl"].sections["contact"], structure["en"].sections["about"]
    assert client.get(f"/en{polish.url}").status_code == 404
    assert client.get(english.url.removeprefix("/en")).status_code == 404


def test_english_address_does_not_show_the_polish_home_page(client, structure):
    structure["en"].home.unpublish()
    assert client.get("/en/").status_code == 404
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_expired_page_is_gone_before_the_scheduler_takes_it_down(client, structure, later, language):
    expiry = timezone.now() + timedelta(hours=1)
    page = make_page(StandardPage, structure[language].home, expire_at=expiry)
    assert client.get(page.url).status_code == 200
    later(hours=2)
    assert client.get(page.url).status_code == 404
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_still_see_a_draft_and_an_expired_page(client, structure, people, later, language):
    expiry = timezone.now() + timedelta(hours=1)
    draft = make_page(StandardPage, structure[language].home, live=False)
    expired = make_page(StandardPage, structure[language].home, expire_at=expiry)
    client.force_login(people["editor"])
    later(hours=2)
    for page in (draft, expired):
        response = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert response.status_code == 200
        assert page.title in response.content.decode()
        assert client.get(page.url).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["%00", "%00/", "a%00b/", "kontakt/%00", "%ff/", "%C5", "%ED%A0%80/", "%80%80/", "..%2f..%2f", "x" * 3000]
)
def test_path_of_wrong_bytes_is_not_found_in_the_language_of_the_address(client, structure, language, path):
    prefix = "/en/" if language == "en" else "/"
    response = client.get(prefix + path, follow=True)
    assert response.status_code == 404
    assert response["Content-Language"] == language


@pytest.mark.parametrize("address", ["/static/%00", "/documents/%00", "/media/%00", "/rss.xml%00", "/health/%00"])
def test_nul_byte_is_not_found_anywhere(client, structure, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/api/", "/api/v2/pages/", "/api/v3/", "/en/api/v2/pages/", "/admin/api/v3/", "/django-admin/", "/en/admin/"],
)
def test_there_is_no_api_and_no_second_admin(client, structure, address):
    assert client.get(address, follow=True).status_code in {404, 200}
    response = client.get(address)
    assert response.status_code == 404 or response["Location"].startswith("/admin/login/")


def test_no_app_of_an_api_is_installed():
    assert not apps.is_installed("wagtail.api.v2")
    assert not apps.is_installed("rest_framework")
    assert not apps.is_installed("django.contrib.admin")


def test_document_of_a_live_page_is_served(client, open_file):
    response = client.get(open_file(make_document()).url)
    assert response.status_code == 200
    assert response.getvalue()


def test_languages_of_the_site_are_those_of_its_addresses():
    assert [language for language, _name in settings.LANGUAGES] == LANGUAGES


def test_translation_is_served_under_its_own_home_page(client, structure):
    page = make_page(StandardPage, structure["pl"].home, slug="strona")
    english = make_translation(page, slug="page")
    assert english.url == "/en/page/"
    assert client.get(english.url).status_code == 200
