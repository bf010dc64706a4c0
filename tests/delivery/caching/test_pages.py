"""Answers that are kept: nobody waits for the database, and nobody sees what is old."""

import gzip
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.factories import make_news, make_page
from core.models import AssociationSettings
from delivery.caching import generation
from delivery.models import Generation
from home.models import StandardPage

GZIP = {"accept-encoding": "br, gzip"}
pytestmark = pytest.mark.usefixtures("page_cache")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A context in which transactions end as they do outside of tests."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.mark.parametrize("address", ["/", "/en/", "/aktualnosci/", "/rss.xml", "/sitemap.xml"])
def test_second_reader_is_answered_without_a_query_and_alike(client, structure, django_assert_num_queries, address):
    first = client.get(address)
    with django_assert_num_queries(0):
        second = client.get(address)
        compressed = client.get(address, headers=GZIP)
        known = client.get(address, headers={**GZIP, "if-none-match": first["ETag"]})

    assert second.content == first.content
    assert gzip.decompress(compressed.content) == first.content
    assert (compressed["Content-Encoding"], compressed["Vary"]) == ("gzip", "Accept-Encoding")
    assert (known.status_code, known.content) == (304, b"")
    others = {"Content-Length", "Vary"}
    told = [{name: value for name, value in each.items() if name not in others} for each in (first, second)]
    assert told[0] == told[1]


def test_change_is_seen_everywhere_at_once_in_both_languages(client, structure, committed):
    addresses = ["/", "/aktualnosci/", "/rss.xml", "/sitemap.xml", "/en/"]
    before = [client.get(address).content for address in addresses]
    with committed():
        page = make_news(structure["pl"].sections["news"], title="Nowa droga", slug="nowa-droga")
    after = [client.get(address).content for address in addresses]
    assert all(b"nowa-droga" not in each for each in before)
    assert all(b"nowa-droga" in each for each in after[:-1])

    client.get(page.url)
    with committed():
        page.unpublish()

    assert client.get(page.url).status_code == 404
    assert [client.get(address).content for address in addresses] == before


def test_change_of_settings_is_seen_at_once(client, structure, committed):
    client.get("/en/")
    with committed():
        AssociationSettings.objects.update(name_en="Another Association")

    assert b"Another Association" in client.get("/en/").content


def test_page_that_is_closed_is_not_shown_from_memory(client, structure, committed):
    with committed():
        page = make_page(StandardPage, structure["pl"].home, title="Tajemnica")
    assert b"Tajemnica" in client.get(page.url).content
    with committed():
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert client.get(page.url).status_code == 302


def test_page_that_expires_is_gone_at_that_moment(client, structure, committed, later):
    with committed():
        page = make_news(structure["pl"].sections["news"], expire_at=timezone.now() + timedelta(seconds=30))
    assert client.get(page.url).status_code == 200
    later(seconds=31)

    assert client.get(page.url).status_code == 404


def test_nothing_is_kept_for_long(client, structure, later, settings):
    settings.PAGE_CACHE_SECONDS = 5
    client.get("/")
    AssociationSettings.objects.update(name_pl="Zmienione bez wiedzy")  # nothing is committed, so nobody is told
    assert "Zmienione bez wiedzy" not in client.get("/").content.decode()
    later(seconds=6)

    assert "Zmienione bez wiedzy" in client.get("/").content.decode()


def test_change_by_another_process_is_noticed(client, structure, django_assert_num_queries):
    client.get("/")
    AssociationSettings.objects.update(name_pl="Zmienione")
    Generation.objects.update(token="of another process")
    with django_assert_num_queries(0):
        client.get("/")  # the database was asked a moment ago
    generation._seen.asked_at -= 2 * generation.SECONDS_UNASKED

    assert "Zmienione" in client.get("/").content.decode()


def test_what_changes_while_a_page_is_made_is_not_kept(client, structure, committed, monkeypatch):
    def interrupted(*arguments):
        generation.renew()
        return True

    with monkeypatch.context() as patch:
        patch.setattr("delivery.caching.middleware.is_for_everyone", interrupted)
        client.get("/")
    AssociationSettings.objects.update(name_pl="Zmienione")

    assert "Zmienione" in client.get("/").content.decode()


def test_people_are_not_answered_from_what_is_kept(client, structure, people, django_assert_num_queries):
    client.get("/")
    client.force_login(people["editor"])
    with pytest.raises(pytest.fail.Exception), django_assert_num_queries(0):
        client.get("/")

    assert client.get("/")["Cache-Control"] == "private, no-cache"


def test_what_a_person_was_shown_is_not_kept(client, structure, people):
    client.force_login(people["editor"])
    client.get("/")

    assert not caches["pages"]._cache.keys() - {":1:generation"}


@pytest.mark.parametrize(
    "headers",
    [
        {"x-forwarded-host": "evil.example"},
        {"x-forwarded-proto": "https"},
        {"x-forwarded-port": "444"},
        {"forwarded": "host=evil.example;proto=https"},
        {"x-original-url": "/admin/"},
        {"x-rewrite-url": "/admin/"},
        {"x-http-method-override": "POST"},
        {"x-host": "evil.example"},
        {"accept-language": "en"},
        {"accept": "application/json"},
        {"x-requested-with": "XMLHttpRequest"},
        {"user-agent": "<script>alert(1)</script>"},
        {"referer": "https://evil.example/"},
        {"range": "bytes=0-10"},
        {"cookie": "django_language=en; theme=evil"},
    ],
)
def test_no_header_of_a_request_gets_into_what_others_are_shown(client, structure, headers):
    poisoned = client.get("/", headers=headers)

    innocent = client.get("/")

    assert innocent.status_code == 200
    assert b"evil" not in innocent.content
    assert innocent.content == poisoned.content


def test_host_and_scheme_have_pages_of_their_own(client, structure, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    with_host = client.get("/", headers={"host": "127.0.0.1"}).content
    secure = client.get("/", headers={"x-forwarded-proto": "https"}).content
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    caches["pages"].clear()

    assert client.get("/", headers={"x-forwarded-proto": "https"}).content == secure
    assert client.get("/", headers={"host": "127.0.0.1"}).content == with_host


@pytest.mark.parametrize(
    "path", ["/admin/style.css", "/admin/;/style.css", "/nie-ma.css", "//admin/", "/admin/%2e%2e/x.js"]
)
def test_no_path_makes_something_private_look_like_a_file(client, structure, people, path):
    client.force_login(people["editor"])

    assert "private" in client.get(path)["Cache-Control"]
    assert not caches["pages"]._cache.keys() - {":1:generation"}


def test_made_up_addresses_fill_no_cache(client, structure):
    for number in range(5):
        client.get(f"/?x={number}")
        client.get(f"/aktualnosci/?page={number + 100}")
        client.get(f"/nie-ma-{number}/")

    assert not caches["pages"]._cache.keys() - {":1:generation"}


def test_long_answers_are_not_kept(client, structure, monkeypatch):
    monkeypatch.setattr("delivery.caching.pages.LONGEST", 10)
    client.get("/")

    assert not caches["pages"]._cache.keys() - {":1:generation"}


def test_nothing_is_kept_while_the_generation_cannot_be_asked(client, structure, monkeypatch):
    def fail(_self):
        raise OSError("gone")

    monkeypatch.setattr(generation.InDatabase, "read", fail)
    assert client.get("/").status_code == 200

    assert not caches["pages"]._cache.keys()
