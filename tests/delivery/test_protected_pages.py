"""Pages for people who know a password or have an account."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from content.factories import make_document, make_page
from home.models import StandardPage

LANGUAGES = ["pl", "en"]
PASSWORD = "hasło na dziś"


def protect(page, kind=PageViewRestriction.PASSWORD):
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, password=PASSWORD)


def form_address(language, restriction, page):
    with override(language):
        return reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])


@pytest.fixture(autouse=True)
def _forget_counts():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def page(structure, language):
    parent = make_page(StandardPage, structure[language].home, title="Tajny dział", slug="tajny-dzial")
    return make_page(
        StandardPage,
        parent,
        title="Tajne sprawy",
        slug="tajne-sprawy",
        introduction="Tylko dla zarządu.",
        search_description="Tajny opis.",
    )


def test_password_is_asked_for_in_the_language_of_the_page_and_nothing_is_told(client, page, language):
    restriction = protect(page.get_parent())
    response = client.get(page.url)
    content = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}"' in content
    assert '<main id="main"' in content
    assert f'action="{form_address(language, restriction, page)}"' in content
    assert "Tajn" not in content
    assert "Tylko dla zarządu" not in content
    assert "no-store" in response["Cache-Control"]


def test_right_password_opens_the_page_and_wrong_one_says_so(client, page, language):
    restriction = protect(page)
    address = form_address(language, restriction, page)
    wrong = client.post(address, {"password": "zgaduję", "return_url": page.url})
    assert wrong.status_code == 200
    assert 'aria-invalid="true"' in wrong.content.decode()
    assert "Tylko dla zarządu" not in client.get(page.url).content.decode()
    assert client.post(address, {"password": PASSWORD, "return_url": page.url})["Location"] == page.url
    opened = client.get(page.url)
    assert "Tylko dla zarządu" in opened.content.decode()
    assert "private" in opened["Cache-Control"]


def test_password_does_not_lead_to_another_site(client, page, language):
    address = form_address(language, protect(page), page)
    response = client.post(address, {"password": PASSWORD, "return_url": "https://elsewhere.example/"})
    assert "elsewhere" not in response["Location"]


def test_form_answers_only_for_the_page_that_the_password_protects(client, structure, page, language):
    restriction = protect(page)
    draft = make_page(StandardPage, structure[language].home, live=False)
    public = structure[language].sections["about"]
    other = "en" if language == "pl" else "pl"
    assert client.get(form_address(language, restriction, draft)).status_code == 404
    assert client.get(form_address(language, restriction, public)).status_code == 404
    assert client.get(form_address(other, restriction, page)).status_code == 404
    assert client.get(form_address(language, restriction, page)).status_code == 200


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS])
def test_page_for_people_with_an_account_leads_to_the_sign_in(client, page, kind):
    protect(page, kind)
    response = client.get(page.url)
    assert response.status_code == 302
    assert response["Location"] == f"/admin/login/?next={page.url}"


def test_there_is_no_second_sign_in(client, structure):
    for prefix in ("/", "/en/"):
        response = client.get(f"{prefix}_util/login/?next=/")
        assert response["Location"] == "/admin/login/?next=/"


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS])
def test_form_takes_no_password_for_what_an_account_opens(client, page, language, kind):
    assert client.get(form_address(language, protect(page, kind), page)).status_code == 404


def test_wrong_passwords_are_taken_only_so_often_and_the_right_ones_do_not_count(client, page, language, settings):
    settings.PAGE_PASSWORDS_PER_ADDRESS = 2
    address = form_address(language, protect(page), page)
    for _time in range(3):
        assert Client().post(address, {"password": PASSWORD, "return_url": page.url}).status_code == 302
    assert [client.post(address, {"password": "zgaduję"}).status_code for _time in range(2)] == [200, 200]
    refused = client.post(address, {"password": PASSWORD, "return_url": page.url})
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 900
    assert 'aria-invalid="true"' in refused.content.decode()
    assert "Tylko dla zarządu" not in client.get(page.url).content.decode(), (
        "the right one is not told from a wrong one"
    )
    elsewhere = client.post(address, {"password": PASSWORD, "return_url": page.url}, REMOTE_ADDR="192.0.2.9")
    assert elsewhere.status_code == 302


def test_form_is_taken_from_this_site_only(page, language):
    client = Client(enforce_csrf_checks=True)
    address = form_address(language, protect(page), page)
    values = {"password": PASSWORD, "return_url": page.url}
    assert client.post(address, values, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post(address, values, headers={"sec-fetch-site": "same-origin"}).status_code == 302


def test_form_without_a_return_address_leads_to_the_page(client, page, language):
    assert client.post(form_address(language, protect(page), page), {"password": PASSWORD})["Location"] == page.url


def test_protected_document_asks_for_the_password_on_a_page_of_ours_and_opens_with_it(client, open_file):
    document = open_file(make_document())
    document.collection = Collection.get_first_root_node().add_child(name="Tajne")
    document.save()
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type=CollectionViewRestriction.PASSWORD, password=PASSWORD
    )
    asked = client.get(document.url)
    action = asked.context["action_url"]
    assert '<main id="main"' in asked.content.decode()
    assert client.post(action, {"password": "zgaduję", "return_url": document.url}).status_code == 200
    assert client.post(action, {"password": PASSWORD, "return_url": document.url})["Location"] == document.url
    assert client.get(document.url)["Content-Type"] == "application/pdf"
