"""Which requests count as sent from a page of this site."""

import pytest
from django.test import Client

from delivery.same_origin import is_same_origin

# What the browser says, on a site asked for as https://www.example.org, and whether that is from here
SENT = [
    ({"Sec-Fetch-Site": "same-origin"}, True),
    ({"Sec-Fetch-Site": "same-origin", "Origin": "https://www.example.org"}, True),
    ({"Sec-Fetch-Site": "same-site", "Origin": "https://other.example.org"}, False),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"}, False),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "https://www.example.org"}, False),
    ({"Sec-Fetch-Site": "cross-site"}, False),
    ({"Sec-Fetch-Site": "invented"}, False),
    ({"Sec-Fetch-Site": ""}, False),
    # The browser's own doing, such as sending a page again, unless the page was another site's
    ({"Sec-Fetch-Site": "none"}, True),
    ({"Sec-Fetch-Site": "none", "Origin": "https://www.example.org"}, True),
    ({"Sec-Fetch-Site": "none", "Origin": "https://elsewhere.example"}, False),
    ({"Sec-Fetch-Site": "none", "Origin": "null"}, False),
    # Browsers without Fetch Metadata
    ({"Origin": "https://www.example.org"}, True),
    ({"Origin": "https://www.example.org:443"}, True),
    ({"Origin": "https://WWW.example.org"}, True),
    ({"Origin": "http://www.example.org"}, False),
    ({"Origin": "https://www.example.org:8443"}, False),
    ({"Origin": "https://example.org"}, False),
    ({"Origin": "https://www.example.org.elsewhere.example"}, False),
    ({"Origin": "https://www.example.org@elsewhere.example"}, False),
    ({"Origin": "null"}, False),
    ({"Origin": ""}, False),
    ({"Origin": "https://[::1"}, False),
    ({"Origin": "https://www.example.org:99999999"}, False),
    ({"Origin": "null", "Referer": "https://www.example.org/"}, False),
    ({"Origin": "https://elsewhere.example", "Referer": "https://www.example.org/"}, False),
    # and without Origin
    ({"Referer": "https://www.example.org/en/report-a-problem/?page=/"}, True),
    ({"Referer": "http://www.example.org/"}, False),
    ({"Referer": "https://elsewhere.example/https://www.example.org/"}, False),
    ({"Referer": "/"}, False),
    ({}, False),
]


@pytest.mark.parametrize(("headers", "expected"), SENT)
def test_headers_that_say_where_a_form_was_sent_from(rf, settings, headers, expected):
    settings.ALLOWED_HOSTS = ["www.example.org"]
    request = rf.post("/", secure=True, headers={"host": "www.example.org", **headers})
    assert is_same_origin(request) is expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [("http://localhost:8000", True), ("http://localhost", False), ("https://localhost:8000", False)],
)
def test_port_and_scheme_are_those_of_the_request(rf, origin, expected):
    assert is_same_origin(rf.post("/", headers={"host": "localhost:8000", "origin": origin})) is expected


@pytest.mark.parametrize(("proto", "expected"), [("https", True), ("http", False)])
def test_scheme_is_what_a_trusted_proxy_says(rf, settings, proto, expected):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    headers = {"host": "localhost", "origin": "https://localhost", "x-forwarded-proto": proto}
    assert is_same_origin(rf.post("/", headers=headers)) is expected


def test_scheme_is_not_what_an_untrusted_proxy_says(rf):
    headers = {"host": "localhost", "origin": "https://localhost", "x-forwarded-proto": "https"}
    assert not is_same_origin(rf.post("/", headers=headers))


def test_site_has_the_address_that_its_settings_name_whatever_a_proxy_makes_of_it(rf, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://www.example.org"]
    for origin, expected in {"https://www.example.org": True, "https://elsewhere.example": False}.items():
        assert is_same_origin(rf.post("/", headers={"host": "localhost", "origin": origin})) is expected


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize(("address", "language"), [("/", "pl"), ("/en/", "en"), ("/szukaj/", "pl"), ("/rss.xml", "pl")])
def test_readers_pages_take_nothing_that_was_sent_from_elsewhere(structure, address, language, method):
    client = Client(enforce_csrf_checks=True)
    refused = getattr(client, method)(address, headers={"sec-fetch-site": "cross-site"})
    assert refused.status_code == 403
    assert f'<html lang="{language}">' in refused.content.decode()
    assert getattr(client, method)(address, headers={"sec-fetch-site": "same-origin"}).status_code != 403


def test_admin_still_asks_for_the_token(people):
    client = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
    client.get("/admin/login/")
    values = {"username": "author", "password": "a long password"}
    assert client.post("/admin/login/", values).status_code == 403
    values["csrfmiddlewaretoken"] = client.cookies["csrftoken"].value
    assert client.post("/admin/login/", values).status_code == 302
