"""What the admin and its neighbours tell the browser, and in which language."""

import pytest
from django.conf import settings
from django.urls import reverse


def policy_of(response) -> dict[str, list[str]]:
    parts = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


def test_policy_is_looser_in_the_admin_only(client, people):
    client.force_login(people["author"])
    policy = policy_of(client.get(reverse("wagtailadmin_home")))
    assert "'unsafe-inline'" in policy["script-src"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert policy["frame-src"] == ["'self'", *settings.VIDEO_PLAYERS]  # previews, and players in them
    assert "unsafe" not in client.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address", ["/en/admin/", "/en/admin/login/", "/en/documents/1/a.pdf", "/pl/admin/", "/api/", "/api/v2/pages/"]
)
def test_admin_and_documents_have_no_second_address_and_no_api_is_mounted(client, structure, address):
    assert client.get(address).status_code == 404


def test_admin_is_named_in_the_language_of_its_reader_and_calls_nobody():
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert not isinstance(settings.WAGTAIL_SITE_NAME, str)


@pytest.mark.parametrize(("preferred", "browser", "shown"), [("pl", "en", "pl"), ("en", "pl", "en"), ("", "de", "pl")])
def test_person_chooses_the_language_of_the_admin(client, people, preferred, browser, shown):
    client.force_login(people["author"])
    values = {
        "name_email-first_name": "Jan",
        "name_email-last_name": "Przykładowy",
        "name_email-email": "author@example.org",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "locale-preferred_language": preferred,
    }
    assert client.post(reverse("wagtailadmin_account"), values).status_code == 302
    page = client.get(reverse("wagtailadmin_account"), headers={"accept-language": browser})
    assert f'<html lang="{shown}"' in page.content.decode()
    offered = {code for code, _name in _languages(page)}
    assert offered == {"", "pl", "en"}


def _languages(page):
    for panels in page.context["panels_by_tab"].values():
        for panel in panels:
            if panel.name == "locale":
                form = panel.get_form()
                assert list(form.fields) == ["preferred_language"]
                return form.fields["preferred_language"].choices
    return []


def test_preview_may_be_framed_by_the_admin(client, people, structure):
    client.force_login(people["author"])
    goal = next(iter(structure["pl"].goals.values()))
    response = client.get(reverse("wagtailadmin_pages:view_draft", args=(goal.pk,)))
    assert response.status_code == 200
    assert policy_of(response)["frame-ancestors"] == ["'self'"]
    assert "unsafe" not in response["Content-Security-Policy"]
