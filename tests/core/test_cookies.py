"""What the site says that it stores in a browser is what it stores: no more, no less."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail import admin
from wagtail.models import PageViewRestriction

from content.factories import make_page
from core.cookies import EDITOR_KEYS, SIDEBAR_COOKIE, Kind, StoredItem, duration, stored_items, unknown
from editorial.publishing import publish_loaded_content
from home.models import StandardPage

ROOT = Path(__file__).resolve().parents[2]
OUR_SCRIPTS = sorted((ROOT / "site" / "static").rglob("*.js"))
EDITOR_SCRIPTS = sorted((Path(admin.__file__).parent / "static").rglob("*.js"))
STORAGE = re.compile(r"(?:localStorage|sessionStorage)\.(?:get|set|remove)Item\(\s*([^,)]+)")
WRITTEN_COOKIE = re.compile(r"document\.cookie\s*=\s*[\"'`]([^=\"'`]+)")
LITERAL = re.compile(r"[\"'`]([^\"'`]+)[\"'`]")


def names(kind):
    return {item.name for item in stored_items() if item.kind == kind and not item.family}


def cookies_of_the_server():
    return names(Kind.COOKIE) - {SIDEBAR_COOKIE}


@pytest.fixture
def protected(structure):
    page = make_page(StandardPage, structure["pl"].home, slug="tylko-dla-gmin")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="tajne")
    return page


def set_by(responses: list[HttpResponse]) -> set[str]:
    return {name for response in responses for name in response.cookies}


def sign_in(client, username, **more):
    client.get(reverse("wagtailadmin_login"))
    return client.post(
        reverse("wagtailadmin_login"),
        {
            "username": username,
            "password": "a long password",
            "csrfmiddlewaretoken": client.cookies[settings.CSRF_COOKIE_NAME].value,
            **more,
        },
    )


def everything_that_sets_cookies(client, people, protected):
    """Do all that leaves a cookie: a page's password, a sign-in, saving, changing the language of the admin."""
    restriction = protected.get_view_restrictions().get()
    answers = [
        client.get(protected.url),
        client.post(
            reverse("page_password", args=[restriction.pk, protected.pk]),
            {"password": "tajne", "return_url": protected.url},
        ),
        client.get(reverse("wagtailadmin_login")),
        sign_in(client, people["superuser"].username, remember="on"),
        client.get(reverse("wagtailadmin_home")),
        client.get(reverse("wagtailadmin_pages:edit", args=[protected.pk])),
        client.post(reverse("wagtailadmin_account"), {"locale-preferred_language": "en"}),
        client.post(reverse("wagtailadmin_pages:unpublish", args=[protected.pk])),
        client.get(reverse("wagtailadmin_home")),
        client.post(reverse("wagtailadmin_logout")),
    ]
    assert all(answer.status_code < 400 for answer in answers)
    return answers


def test_the_server_sets_the_cookies_that_are_listed_and_no_other(structure, people, protected, client):
    found = set_by(everything_that_sets_cookies(client, people, protected))

    assert found == cookies_of_the_server()


def test_who_only_reads_gets_no_cookie(structure):
    sections = [
        page for language in ("pl", "en") for page in (structure[language].home, *structure[language].sections.values())
    ]
    addresses = [
        *(page.url for page in sections),
        "/szukaj/?q=gmina",
        "/dzialalnosc.txt",
        "/rss.xml",
        "/sitemap.xml",
        "/nie-ma/",
    ]

    assert set_by([Client().get(address) for address in addresses]) == set()


@pytest.mark.parametrize(("remember", "age"), [({}, ""), ({"remember": "on"}, settings.SESSION_COOKIE_AGE)])
def test_the_session_lasts_as_long_as_is_said(people, client, remember, age):
    answer = sign_in(client, people["author"].username, **remember)

    assert answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == age
    session = next(item for item in stored_items() if item.name == settings.SESSION_COOKIE_NAME)
    assert duration(settings.SESSION_COOKIE_AGE) in session.lifetime


def test_the_session_of_a_password_ends_with_the_browser(protected, client):
    restriction = protected.get_view_restrictions().get()

    answer = client.post(
        reverse("page_password", args=[restriction.pk, protected.pk]),
        {"password": "tajne", "return_url": protected.url},
    )

    assert answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == ""


def test_names_and_times_follow_the_settings(settings):
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    settings.CSRF_COOKIE_AGE = 60 * 60 * 5
    with translation.override("en"):
        items = {item.name: item for item in stored_items()}

    assert items["__Host-csrf"].lifetime == "5 hours"
    assert "__Host-session" in items


def keys_stored_by(script: str) -> tuple[set[str], set[str]]:
    """Return the keys and cookies that a script names where it stores them, and the variables that it names instead."""
    keys = set(WRITTEN_COOKIE.findall(script))
    variables = set()
    for argument in STORAGE.findall(script):
        literal = LITERAL.fullmatch(argument.strip())
        if literal:
            keys.add(literal[1])
        else:
            variables.add(argument.strip())
    return keys, variables


def test_our_scripts_store_what_is_listed():
    """A key is written where it is used, or as a constant that this test can read."""
    for path in OUR_SCRIPTS:
        script = path.read_text(encoding="utf-8")
        keys, variables = keys_stored_by(script)
        for variable in variables:
            constant = re.search(rf"\b{re.escape(variable)}\s*=\s*[\"'`]([^\"'`]+)[\"'`]", script)
            assert constant, f"{path.name} stores under a name that nobody can read in it: {variable}"
            keys.add(constant[1])
        assert unknown(keys) == set(), f"{path.name} stores something that site/core/cookies.py does not name."


@pytest.mark.parametrize(
    ("script", "keys"),
    [
        ("localStorage.setItem('display', value)", {"display"}),
        ('document.cookie = "visitor=1; path=/"', {"visitor"}),
        ('sessionStorage.getItem("theme")', {"theme"}),
    ],
)
def test_what_a_script_stores_is_recognised(script, keys):
    assert keys_stored_by(script) == (keys, set())


def test_the_editor_stores_what_is_listed():
    """Should Wagtail come to store more, its row of the table has to say so."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in EDITOR_SCRIPTS)
    keys, _variables = keys_stored_by(scripts)

    assert keys
    assert unknown(keys) == set()
    assert all(key.startswith(EDITOR_KEYS) for key in keys)
    assert f'"{SIDEBAR_COOKIE}"' in scripts


def test_no_other_cookie_passes_for_one_that_is_listed():
    assert unknown(["display", "wagtail:side-panel-open", "displays", "wagtail", "_ga"]) == {
        "displays",
        "wagtail",
        "_ga",
    }


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_policy_shows_all_that_is_stored(structure, client, language):
    policy = structure[language].sections["privacy"]

    text = client.get(policy.url).content.decode()

    items: list[StoredItem]
    with translation.override(language):
        items = stored_items()
    for item in items:
        assert f"<code>{item.name}" in text
        assert item.purpose in text
        assert item.lifetime in text


def test_a_change_of_settings_shows_at_once_though_the_text_is_kept(structure, client, settings):
    policy = structure["pl"].sections["privacy"]
    publish_loaded_content(policy, "As if staff had changed it")
    client.get(policy.url)

    settings.SESSION_COOKIE_NAME = "inna-nazwa"

    assert "<code>inna-nazwa" in client.get(policy.url).content.decode()
