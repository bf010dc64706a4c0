"""What links say, and where they lead."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from checks.findings import findings_in
from content.factories import make_document, make_news, make_translation
from content.sample_blocks import item, link_value
from news.models import NewsPage

URL = "https://www.example.org/"


def text(words, href=URL):
    return ("text", f'<p>Dokumenty są na stronie. <a href="{href}">{words}</a></p>')


@pytest.mark.parametrize(
    "words",
    [
        "kliknij tutaj",
        "Kliknij tutaj!",
        "tutaj",
        "czytaj więcej",
        "Czytaj więcej…",
        "»&nbsp;więcej",
        "TUTAJ →",
        "<b>tutaj</b>",
        "click here",
        "Read more",
        "Learn&nbsp;more",
        "here",
        "pobierz",
        "",
        " ",
        "→",
    ],
)
def test_words_that_say_nothing_are_found(found, words):
    assert found("link-text", text(words)) == ["body.0"]


@pytest.mark.parametrize(
    "words",
    [
        "regulamin konkursu",
        "więcej o konkursie",
        "Czytaj więcej o drogach rowerowych",
        "read more about the grants",
        "strona gminy",
        "Download the report",
        "example.org",
    ],
)
def test_words_that_say_something_are_fine(found, words):
    assert found("link-text", text(words)) == []


def test_links_of_blocks_are_read_too(found):
    links = [
        {"type": "item", "id": "a", "value": link_value(url=URL, title="Kliknij tutaj")},
        {"type": "item", "id": "b", "value": link_value(url=URL, title="Regulamin")},
        {"type": "item", "id": "c", "value": link_value(url=URL, title="")},
    ]
    assert found("link-text", ("links", {"heading": "", "links": links})) == [
        "body.0.links.a.title",
        "body.0.links.c.title",
    ]


def test_two_links_with_the_same_words_are_two_findings(found):
    both = f'<p><a href="{URL}a">tutaj</a> i <a href="{URL}b">tutaj</a></p>'
    assert found("link-text", ("text", both)) == ["body.0", "body.0"]


@pytest.fixture
def targets(structure):
    """A live page, a draft, one that has expired, and one that was deleted, by name."""
    index = structure["pl"].sections["news"]
    pages = {
        "live": make_news(index),
        "draft": make_news(index, live=False),
        "expired": make_news(index),
        "deleted": make_news(index, live=False),
    }
    NewsPage.objects.filter(pk=pages["expired"].pk).update(expire_at=timezone.now() - timedelta(hours=1))
    numbers = {name: page.pk for name, page in pages.items()}
    pages["deleted"].delete()
    return numbers


@pytest.mark.parametrize(
    ("target", "is_dead"), [("live", False), ("draft", True), ("expired", True), ("deleted", True)]
)
def test_a_link_to_a_page_that_readers_do_not_get_is_found(found, targets, target, is_dead):
    number = targets[target]
    rich = ("text", f'<p><a linktype="page" id="{number}">nowa ścieżka</a></p>')
    chosen = ("links", {"heading": "", "links": [{"type": "item", "id": "a", "value": link_value(page=number)}]})
    assert found("link-target", rich, chosen) == (["body.0", "body.1.links.a.page"] if is_dead else [])
    assert found("link-text", rich, chosen) == []


def test_a_page_in_another_language_is_live_where_one_version_is(found, structure):
    page = make_news(structure["pl"].sections["news"])
    english = make_translation(page, live=False)
    assert found("link-target", ("text", f'<p><a linktype="page" id="{english.pk}">path</a></p>')) == []


@pytest.mark.parametrize("number", ["", "0", "x", "-1", "²", "9" * 12, "9" * 30, "9" * 5000])
@pytest.mark.parametrize("kind", ["page", "document"])
def test_a_link_to_what_cannot_be_a_page_or_a_document_is_found(found, kind, number):
    assert found("link-target", ("text", f'<p><a linktype="{kind}" id="{number}">dobre słowa</a></p>')) == ["body.0"]


@pytest.mark.parametrize("address", ["/a%00b/", "/a%ff/", "/%2e%2e/", f"/{'a' * 3000}/", "/ą/", "http://[/", "/a b/"])
def test_odd_addresses_do_no_harm(found, structure, address):
    found("link-target", text("dobre słowa", address))


def test_a_page_may_link_to_itself(structure, news_of):
    page = make_news(structure["pl"].sections["news"], live=False)
    page.body = news_of(("text", f'<p><a linktype="page" id="{page.pk}">ta strona w całości</a></p>')).body
    assert [finding for finding in findings_in(page) if finding.check == "link-target"] == []


def test_a_deleted_document_is_found(found, structure):
    document = make_document()
    blocks = [
        ("text", f'<p><a linktype="document" id="{document.pk}">sprawozdanie</a></p>'),
        ("files", {"heading": "", "files": [{"type": "item", "id": "a", "value": {"document": document.pk}}]}),
    ]
    assert found("link-target", *blocks) == []
    document.delete()
    assert found("link-target", *blocks) == ["body.1.files.a.document", "body.0"]


def test_typed_addresses_of_the_site_are_followed(found, structure):
    live = make_news(structure["pl"].sections["news"], slug="zywa")
    english = make_translation(live, slug="live-one")
    make_news(structure["pl"].sections["news"], slug="szkic", live=False)
    Redirect.add_redirect("/stary-adres/", live)
    root = live.get_site().root_url
    fine = [
        live.url,
        live.url.rstrip("/"),
        f"{live.full_url}?a=1#b",
        english.url,
        "/",
        "/en/",
        "/szukaj/",
        "/en/search/?q=a",
        "/stary-adres/",
        "/rss.xml",
        "/static/css/site.css",
        "/documents/1/a.pdf",
        "https://www.example.org/nie-ma/",
        "mailto:biuro@example.org",
        "//[",
    ]
    assert found("link-target", *(text("dobre słowa", href) for href in fine)) == []
    dead = ["/nie-ma/", "/en/nie-ma/", f"{root}/nie-ma/", live.url.replace("zywa", "szkic"), f"/en{live.url}"]
    assert found("link-target", *(text("dobre słowa", href) for href in dead)) == [
        f"body.{number}" for number in range(len(dead))
    ]


def test_however_many_links_take_as_many_queries(structure, news_of, django_assert_num_queries):
    index = structure["pl"].sections["news"]
    pages = [make_news(index, live=False) for _number in range(6)]
    document = make_document()
    findings_in(news_of(text("dobre słowa", "/nie-ma/")))  # the roots of the site are in the cache after this

    def page_with(count):
        links = [
            f'<p><a linktype="page" id="{pages[number % 6].pk}">strona {number}</a> '
            f'<a linktype="document" id="{document.pk}">plik {number}</a> <a href="/nie-ma-{number}/">adres</a></p>'
            for number in range(count)
        ]
        chosen = [item(link_value(page=pages[number % 6].pk)) for number in range(count)]
        return news_of(("text", "".join(links)), ("links", {"heading": "", "links": chosen}))

    for count in (3, 300):
        with django_assert_num_queries(4):  # pages, documents, typed addresses, redirects
            assert len(findings_in(page_with(count))) >= count
