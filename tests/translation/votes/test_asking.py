"""A reader asks for an English version with one press: no cookie, no script, no address kept."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from wagtail.models import Page

from content.factories import make_event, make_translation
from translation.models import CountedVoter, TranslationVotes
from translation.votes.counting import votes_for

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def reader(structure) -> Client:
    """A browser that says that its forms are sent from the site."""
    return Client(enforce_csrf_checks=True, headers=SAME_ORIGIN)


@pytest.fixture
def address(polish) -> str:
    """Where a vote for the page is sent, as its form says."""
    page = BeautifulSoup(Client().get(f"/en/not-translated{polish.url}").content, "html.parser")
    form = page.find("section", class_="vote").find("form")
    assert (form["method"], form.find("button")["type"]) == ("post", "submit")
    assert not form.find_all("input")
    return form["action"]


def votes(page) -> int:
    return votes_for(Page.objects.filter(pk=page.pk)).get().votes


def test_who_asks_is_thanked_whether_or_not_it_was_counted_before(reader, polish, address):
    answers = [reader.post(address) for _time in range(2)]
    for answer in answers:
        assert (answer.status_code, answer["Location"]) == (302, address)
        assert "no-store" in answer["Cache-Control"]
    thanks = [reader.get(answer["Location"]) for answer in answers]
    assert thanks[0].content == thanks[1].content
    assert votes(polish) == 1


def test_the_thanks_are_english_name_the_page_as_polish_and_are_kept_nowhere(reader, polish, address):
    reader.post(address)
    response = reader.get(address)
    document = BeautifulSoup(response.content, "html.parser")
    assert document.html["lang"] == "en"
    assert document.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert document.find(class_="vote__page")["lang"] == "pl"
    assert document.main.find("a", string="Read it in Polish")["href"] == polish.url
    assert document.find(class_="languages").find("a")["href"] == polish.url
    assert "no-store" in response["Cache-Control"]
    assert votes(polish) == 1, "looking at the thanks is no vote"


def test_nothing_is_stored_in_the_browser(reader, address):
    for response in (reader.post(address), reader.get(address)):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


REFUSED = {
    "a program that says nothing of itself": {},
    "another site": {"sec-fetch-site": "cross-site", "origin": "https://elsewhere.example"},
    "a neighbour": {"sec-fetch-site": "same-site", "origin": "https://other.testserver"},
    "another host in an older browser": {"origin": "https://elsewhere.example"},
    "another port": {"origin": "http://testserver:8080"},
    "no origin at all": {"origin": "null"},
}


@pytest.mark.parametrize("who", REFUSED)
def test_what_was_not_sent_from_the_site_is_not_counted(polish, address, who):
    response = Client(enforce_csrf_checks=True, headers=REFUSED[who]).post(address)
    assert response.status_code == 403
    assert '<html lang="en">' in response.content.decode()
    assert not TranslationVotes.objects.exists()
    assert not CountedVoter.objects.exists()


def test_an_older_browser_is_counted_by_its_origin(polish, address):
    client = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    assert client.post(address).status_code == 302
    assert votes(polish) == 1


def test_a_host_that_is_not_ours_is_refused(reader, polish, address):
    assert reader.post(address, headers={"host": "elsewhere.example"}).status_code == 400
    assert votes(polish) == 0


BODIES = {
    "nothing": ("", "application/x-www-form-urlencoded"),
    "fields": ("page=1&votes=1000&address=192.0.2.9", "application/x-www-form-urlencoded"),
    "NUL": ("a=%00", "application/x-www-form-urlencoded"),
    "JSON": ('{"votes": 1000}', "application/json"),
    "broken JSON": ("{", "application/json"),
    "broken form": ("--x\r\n", "multipart/form-data"),
    "long": ("a" * 4_000_000, "text/plain"),
    "odd": ("a", "x"),
}


@pytest.mark.parametrize("body", BODIES)
def test_nothing_of_what_is_sent_is_read(reader, polish, address, body):
    content, kind = BODIES[body]
    assert reader.post(address, content, content_type=kind).status_code == 302
    assert reader.post(f"{address}?votes=1000", content, content_type=kind).status_code == 302
    assert votes(polish) == 1


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_not_allowed(reader, polish, address, method):
    assert getattr(reader, method)(address).status_code == 405
    assert votes(polish) == 0


def test_a_hundred_votes_of_one_browser_are_one(reader, polish, address):
    answers = [reader.post(address).status_code for _time in range(100)]
    assert set(answers) == {302, 429}
    assert votes(polish) == 1
    assert CountedVoter.objects.count() == 1


def test_an_address_asks_for_so_many_pages_in_an_hour_and_is_then_told_when_to_go_on(
    reader, polish, address, structure, settings
):
    settings.TRANSLATION_VOTES_PER_ADDRESS = 2
    event = make_event(structure["pl"].sections["events"])
    statuses = [reader.post(address).status_code for _time in range(2)]
    refused = reader.post(f"/en/ask-for-english{event.url}")
    assert (statuses, refused.status_code) == ([302, 302], 429)
    assert 0 < int(refused["Retry-After"]) <= 3600
    assert "no-store" in refused["Cache-Control"]
    document = BeautifulSoup(refused.content, "html.parser")
    assert "Ask again at" in document.find(attrs={"role": "alert"}).get_text()
    assert document.find("section", class_="vote")
    assert votes(event) == 0
    assert reader.post(f"/en/ask-for-english{event.url}", REMOTE_ADDR="192.0.2.9").status_code == 302


ADDRESSES = {
    "two of one household": (["2001:db8::1", "2001:db8::ffff:2"], 1),
    "two households": (["2001:db8:0:1::1", "2001:db8:0:2::1"], 2),
    "IPv4 and the same within IPv6": (["192.0.2.1", "::ffff:192.0.2.1"], 1),
    "two of IPv4": (["192.0.2.1", "192.0.2.2"], 2),
    "none known": (["", "no address"], 1),
}


@pytest.mark.parametrize("case", ADDRESSES)
def test_a_reader_is_counted_by_address_or_network(reader, polish, address, case):
    remotes, expected = ADDRESSES[case]
    for remote in remotes:
        assert reader.post(address, REMOTE_ADDR=remote).status_code == 302
    assert votes(polish) == expected


@pytest.mark.parametrize(("proxies", "expected"), [(0, 1), (1, 2)])
def test_behind_a_proxy_the_reader_is_who_it_names_if_it_is_trusted(
    reader, polish, address, settings, proxies, expected
):
    settings.TRUSTED_PROXIES = proxies
    for client in ("198.51.100.1", "198.51.100.2"):
        reader.post(address, headers={"x-forwarded-for": f"203.0.113.{client[-1]}, {client}"})
        reader.post(address, headers={"x-forwarded-for": f"203.0.113.9, {client}"})
    assert votes(polish) == expected


def test_no_address_stands_in_the_cache(reader, polish, address):
    reader.post(address, REMOTE_ADDR="198.51.100.7")
    assert "198.51.100.7" not in str(getattr(cache, "_cache", {}))


def test_once_there_is_an_english_version_a_late_vote_leads_there_and_is_not_counted(reader, polish, address):
    english = make_translation(polish, slug="a-new-road")
    for response in (reader.post(address), reader.get(address)):
        assert (response.status_code, response["Location"]) == (302, english.url)
    assert not TranslationVotes.objects.exists()


def test_a_vote_asks_the_database_little(reader, polish, address, django_assert_max_num_queries):
    reader.post(address)
    with django_assert_max_num_queries(20):
        reader.post(address, REMOTE_ADDR="192.0.2.9")
