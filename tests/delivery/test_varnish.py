"""The site through a real Varnish with the project's own VCL."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse

import pytest
from django.core.cache import caches
from django.test import Client
from wagtail.models import PageViewRestriction

from content.factories import make_news, make_page
from delivery.caching import generation, moments, purging
from home.models import StandardPage
from tests.delivery import varnish

pytestmark = [
    pytest.mark.skipif(varnish.program() is None, reason="Varnish is not installed"),
    pytest.mark.one_database,
]


@dataclass(frozen=True)
class Answer:
    """What a reader got."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass(frozen=True)
class Front:
    """Varnish before the site.

    Attributes:
        port: of Varnish.
        site: behind it.
    """

    port: int
    site: varnish.Served

    @property
    def asked(self) -> list[str]:
        """The addresses that the site itself was asked for so far."""
        return self.site.asked

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask Varnish, with header names written with underscores."""
        connection = HTTPConnection(varnish.HOST, self.port, timeout=20)
        connection.request(method, address, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response: HTTPResponse = connection.getresponse()
        content = response.read()
        connection.close()
        is_compressed = response.getheader("Content-Encoding") == "gzip"
        text = (gzip.decompress(content) if is_compressed else content).decode()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)

    def is_kept(self, address: str, **headers: str) -> bool:
        """Whether a second request for an address does not reach the site."""
        self.get(address, **headers)
        before = len(self.asked)
        self.get(address, **headers)
        return len(self.asked) == before


@pytest.fixture(scope="module")
def ports(tmp_path_factory) -> Iterator[tuple[int, int]]:
    """The ports of a Varnish and of the site that it stands before."""
    site = varnish.free_port()
    with varnish.running(tmp_path_factory.mktemp("varnish"), site) as front:
        yield front, site


@pytest.fixture
def front(ports, structure, settings, monkeypatch) -> Iterator[Front]:
    """Varnish before a site that tells it of every change. Pages are not kept elsewhere."""
    port, site = ports
    location = f"http://{varnish.HOST}:{port}"
    settings.WAGTAILFRONTENDCACHE = {
        "varnish": {"BACKEND": "delivery.caching.frontends.Varnish", "LOCATION": location, "KEY": ""}
    }
    generation._seen, moments._known = generation.Seen(), moments.Known()
    caches["pages"].clear()
    purging.purge_now()
    with varnish.served(site) as behind:
        yield Front(port, behind)
    with purging._Again.lock:
        if purging._Again.timer is not None:
            purging._Again.timer.cancel()
    generation._seen, moments._known = generation.Seen(), moments.Known()


@pytest.fixture
def committed(django_capture_on_commit_callbacks) -> Callable:
    """A context in which transactions end as they do outside of tests."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def session_of(user) -> str:
    client = Client()
    client.force_login(user)
    return f"sessionid={client.cookies['sessionid'].value}"


def test_pages_are_kept_and_browsers_ask_again(front):
    assert front.is_kept("/")
    first = front.get("/", accept_encoding="gzip", cookie="theme=dark; other=1")

    assert len(front.asked) == 1
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert "vary" not in first.headers or first.headers["vary"].lower() == "accept-encoding"
    assert front.get("/", if_none_match=front.get("/").headers["etag"]).status == 304
    assert front.get("/", method="HEAD").text == ""
    assert len(front.asked) == 1


def test_what_is_published_and_taken_down_is_so_at_once(front, structure, committed):
    lists = ["/", "/aktualnosci/", "/aktualnosci/?page=1", "/rss.xml", "/sitemap.xml"]
    before = [front.get(address).text for address in lists]
    with committed():
        page = make_news(structure["pl"].sections["news"], title="Nowa droga", slug="nowa-droga")
    assert all("nowa-droga" in front.get(address).text for address in lists)
    address = page.url
    assert front.is_kept(address)
    with committed():
        page.unpublish()

    assert front.get(address).status == 404
    assert [front.get(each).text for each in lists] == before


def test_draft_leaves_what_is_kept(front, structure, committed):
    page = make_news(structure["pl"].sections["news"])
    assert front.is_kept("/")
    asked = len(front.asked)
    with committed():
        page.title = "Szkic"
        page.save_revision()
    front.get("/")

    assert len(front.asked) == asked


def test_two_people_and_a_reader_share_nothing(front, structure, people):
    page = make_page(StandardPage, structure["pl"].home, title="Tajemnica")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    editor, author = session_of(people["editor"]), session_of(people["author"])
    desks = {}
    for name, cookie in (("editor", editor), ("author", author), ("nobody", "theme=dark")):
        closed, desk = front.get(page.url, cookie=cookie), front.get("/admin/account/", cookie=cookie)
        desks[name] = desk.text
        is_person = name != "nobody"
        assert ("Tajemnica" in closed.text) is is_person
        assert (desk.status == 200) is is_person
        assert "s-maxage" not in closed.headers["cache-control"]
    assert "editor@example.org" in desks["editor"]
    assert "editor@example.org" not in desks["author"] + desks["nobody"]
    assert front.get(page.url).status == 302
    assert not front.is_kept("/", cookie=editor)
    assert front.is_kept("/", cookie="theme=dark")


def test_page_with_a_password_opens_for_nobody_else(front, structure):
    page = make_page(StandardPage, structure["pl"].home, title="Otwarte hasłem")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="tajne")
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.post(f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/", {"password": "tajne"})
    cookie = f"sessionid={client.cookies['sessionid'].value}"

    assert "<h1" in front.get(page.url, cookie=cookie).text
    assert 'type="password"' not in front.get(page.url, cookie=cookie).text
    assert 'type="password"' in front.get(page.url).text


def test_no_header_poisons_what_others_get(front):
    kept = front.get("/").text
    for headers in (
        {"X_Forwarded_Host": "evil.example"},
        {"X_Forwarded_Proto": "evil"},
        {"Forwarded": "host=evil.example"},
        {"X_Original_URL": "/evil/", "X_Rewrite_URL": "/evil/"},
        {"X_HTTP_Method_Override": "POST"},
        {"Accept_Language": "en", "User_Agent": "evil", "Range": "bytes=0-10"},
        {"Cookie": "django_language=en; messages=evil"},
    ):
        purging.purge_now()
        front.get("/", **headers)
        assert front.get("/").text == kept, headers


def test_made_up_host_and_method_poison_nothing(front):
    assert front.get("/", Host="evil.example").status == 400
    assert front.get("/").status == 200
    front.get("/", method="POST")
    assert front.get("/").status == 200


def test_no_path_makes_a_private_page_look_like_a_file(front, people):
    cookie = session_of(people["editor"])
    for path in ("/admin/account/x.css", "/admin/account/;x.css", "/admin/account/%2e%2e/static/x.css"):
        front.get(path, cookie=cookie)
        assert "editor@example.org" not in front.get(path).text


def test_other_addresses_are_not_kept(front):
    for address in ("/?utm_source=x", "/nie-ma/", "/szukaj/?q=gmina", "/zglos-problem/", "/admin/login/"):
        assert not front.is_kept(address), address


def test_readers_cannot_have_it_forget(front):
    assert front.is_kept("/")
    assert front.get("/", method="BAN", X_Forwarded_For="203.0.113.5").status == 405
    asked = len(front.asked)
    front.get("/")

    assert len(front.asked) == asked


def test_page_is_shown_while_the_site_fails(front, monkeypatch):
    front.site.more.append(("X-Short-Lived", "yes"))
    kept = front.get("/").text

    def fail(*_arguments):
        raise RuntimeError

    monkeypatch.setattr("delivery.caching.middleware.address_of", fail)
    failure = front.get("/en/")
    assert failure.status == 500
    assert "Varnish" not in failure.text
    # The answer that failed must not stand for a moment where the page is kept
    for _each in range(10):
        asked = len(front.asked)
        assert front.get("/").text == kept
        assert len(front.asked) > asked


def test_page_is_shown_while_the_site_is_away(front):
    front.site.more.append(("X-Short-Lived", "yes"))
    kept = front.get("/").text
    front.site.stop()

    assert [front.get("/").text == kept for _each in range(10)] == [True] * 10
    assert front.get("/en/").status == 503
    assert front.get("/en/", method="POST").status == 503
