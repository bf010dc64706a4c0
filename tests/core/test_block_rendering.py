"""What readers get of each block: its meaning in the markup, in their language, without scripts and without others."""

import re
from datetime import timedelta
from itertools import pairwise
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from content.factories import full_body, make_image, make_page, make_translation
from content.loading import block
from content.sample_blocks import (
    CAPTIONS,
    FILM,
    accordion_value,
    contact_value,
    image_value,
    item,
    link_value,
    make_file,
    quote_value,
    video_value,
)
from core.dates import date_text
from home.models import StandardPage
from tests.home.conftest import faults_of


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """No fragment of another test's pages, whose numbers come back after a rollback."""
    cache.clear()


@pytest.fixture
def show(structure, client):
    """Put a block into a page, and return the body as readers of a language get it."""

    def body_of(kind, value, language="pl"):
        page = make_page(StandardPage, structure["pl"].home, body=[block(uuid4(), kind, value)])
        shown = page if language == "pl" else make_translation(page)
        return read(client, shown)

    return body_of


def read(client, page):
    html = client.get(page.url).content.decode()
    assert faults_of(html) == []
    return BeautifulSoup(html, "html.parser").find(class_="body")


def words(element) -> str:
    return re.sub(r"\s+", " ", element.get_text()).strip()


def test_a_quotation_names_its_source_and_its_language(show):
    figure = show("quote", quote_value()).figure
    assert figure.blockquote["lang"] == "en"
    assert [words(each) for each in figure.blockquote.find_all("p")] == ["A river stops at no border.", "Nor do we."]
    assert words(figure.figcaption) == "Anna Przykładowa, the chair"
    assert not figure.blockquote.find("figcaption")


def test_a_quotation_in_the_language_of_the_page_says_no_language(show):
    figure = show("quote", quote_value(language="", function="")).figure
    assert not figure.blockquote.has_attr("lang")
    assert words(figure.figcaption) == "Anna Przykładowa"


@pytest.mark.parametrize(
    ("kind", "name"),
    [("information", "Information"), ("important", "Important"), ("deadline", "Deadline"), ("success", "Done")],
)
def test_a_call_out_says_its_kind_in_words(show, kind, name):
    note = show("call_out", {"kind": kind, "heading": "", "text": "<p>Text</p>"}, "en").find(role="note")
    assert words(note.find(class_="call-out__kind")) == name
    note = show("call_out", {"kind": kind, "heading": "The bridge", "text": "<p>Text</p>"}, "en").find(role="note")
    assert words(note.h2) == f"{name}: The bridge"


def test_an_accordion_works_without_scripts_under_real_headings(show):
    body = show("accordion", accordion_value("Kto może?", "Kto może?"))
    parts = body.find_all("details")
    assert [words(part.summary.h2) for part in parts] == ["Kto może?", "Kto może?"]
    assert [part.summary.h2["id"] for part in parts] == ["kto-moze", "kto-moze-2"]
    assert words(parts[0].find(class_="rich-text")) == "About: Kto może?."


def test_a_gallery_is_a_list_of_figures_each_with_its_own_words(show):
    image = make_image()
    images = [item(image_value(image)), item(image_value(image, alt_text="", decorative=True, caption="", credit=""))]
    figures = [each.figure for each in show("gallery", {"images": images}).select("ul > li")]
    assert [figure.img["alt"] for figure in figures] == ["A river", ""]
    assert "The caption" in words(figures[0].figcaption)
    assert "The project" in words(figures[1].figcaption), "the credit kept with the image"


def test_a_contact_can_be_called_and_written_to(show):
    body = show("contact", contact_value())
    assert [link["href"] for link in body.find_all("a")] == ["tel:+48000000000", "mailto:office@example.org"]
    assert words(body.h2) == "The office"
    assert "ul. Przykładowa 1" in words(body.address)
    assert "8.00–15.00" in words(body)


def test_a_contact_shows_only_what_is_known(show):
    body = show("contact", contact_value(phone="", office_hours="", address="", function=""))
    assert [words(each) for each in body.find_all("dd")] == ["office@example.org"]


# Links


def links_to(*pages, **fields):
    return {"heading": "Dalej", "links": [item(link_value(page=page.pk, **fields)) for page in pages]}


def test_links_have_titles_and_another_site_says_so(show, structure):
    news = structure["pl"].sections["news"]
    links = [
        link_value(page=news.pk, description="Co nowego"),
        link_value(page=news.pk, title="Nowości"),
        link_value(url="https://www.example.org/a?b=1&c=2", title="Zasady"),
    ]
    body = show("links", {"heading": "Dalej", "links": [item(link) for link in links]})
    shown = [(each["href"], words(each)) for each in body.select("ul a")]
    assert shown[:2] == [(news.url, news.title), (news.url, "Nowości")]
    assert shown[2][0] == "https://www.example.org/a?b=1&c=2"
    assert shown[2][1].startswith("Zasady (")
    assert "example.org" in shown[2][1]
    assert "Co nowego" in words(body)


@pytest.mark.parametrize("reason", ["draft", "private", "expired"])
def test_a_page_that_readers_may_not_see_is_not_linked(show, structure, reason):
    past = timezone.now() - timedelta(days=1)
    fields = {"draft": {"live": False}, "expired": {"expire_at": past}}.get(reason, {})
    hidden = make_page(StandardPage, structure["pl"].home, title="Ukryta", **fields)
    value = links_to(hidden, structure["pl"].home)
    if reason == "private":
        PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    body = show("links", value)
    assert [words(each) for each in body.select("ul a")] == [structure["pl"].home.title]
    assert "Ukryta" not in words(body)


def test_a_page_that_is_taken_down_leaves_the_list_at_once(structure, client):
    other = make_page(StandardPage, structure["pl"].home, title="Inna")
    page = make_page(StandardPage, structure["pl"].home, body=[block(uuid4(), "links", links_to(other))])
    assert "Inna" in words(read(client, page))
    other.unpublish()
    assert read(client, page).find("a") is None
    assert "Dalej" not in words(read(client, page)), "a heading with nothing under it"


def test_a_page_that_was_deleted_leaves_the_list(structure, client):
    gone = make_page(StandardPage, structure["pl"].home, live=False)
    value = links_to(gone, structure["pl"].home)
    page = make_page(StandardPage, structure["pl"].home, body=[block(uuid4(), "links", value)])
    gone.delete()
    assert len(read(client, page).select("ul a")) == 1


def test_readers_get_the_version_in_their_language_else_the_other_one_marked(show, structure):
    both = make_page(StandardPage, structure["pl"].home, title="Obie")
    english = make_translation(both, title="Both", slug="both")
    only_polish = make_page(StandardPage, structure["pl"].home, title="Po polsku")
    body = show("links", links_to(both, only_polish), "en")
    translated, other = body.select("ul a")
    assert (translated["href"], words(translated)) == (english.url, "Both")
    assert not translated.has_attr("hreflang")
    assert (other["href"], other["hreflang"]) == (only_polish.url, "pl")
    assert other.find(class_="link-list__title")["lang"] == "pl"
    assert words(other) == "Po polsku (Polish)"


def test_a_title_in_the_language_of_the_page_is_not_marked(show, structure):
    only_polish = make_page(StandardPage, structure["pl"].home, title="Po polsku")
    (link,) = show("links", links_to(only_polish, title="In English"), "en").select("ul a")
    assert not link.find(class_="link-list__title").has_attr("lang")
    assert link["hreflang"] == "pl"


@pytest.mark.parametrize("language", ["pl", "en"])
def test_many_links_take_as_many_queries_as_one(structure, client, language):
    targets = [make_page(StandardPage, structure["pl"].home) for _number in range(8)]
    make_translation(targets[0])
    counts = []
    for number in (2, 8):
        body = [block(uuid4(), "links", links_to(*targets[:number]))]
        page = make_page(StandardPage, structure["pl"].home, body=body)
        shown = page if language == "pl" else make_translation(page)
        read(client, shown)
        with CaptureQueriesContext(connection) as captured:
            assert len(read(client, shown).select("ul a")) == number
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


# Videos


@pytest.mark.parametrize(
    ("url", "page", "name", "host"),
    [
        (
            "https://youtu.be/abcdefghijk",
            "https://www.youtube.com/watch?v=abcdefghijk",
            "YouTube",
            "youtube-nocookie.com",
        ),
        ("https://vimeo.com/123456789", "https://vimeo.com/123456789", "Vimeo", "player.vimeo.com"),
    ],
)
def test_a_video_elsewhere_is_a_link_that_names_the_provider(show, url, page, name, host):
    body = show("video", video_value(url=url), "en")
    (link,) = body.find_all("a")
    assert link["href"] == page
    assert words(link) == f"Watch “The assembly” at {name}"
    place = body.find(attrs={"data-player": True})
    assert place["data-play"] == f"Play “The assembly” from {name} (loads content from {host})"
    assert not body.find_all(["iframe", "video", "button"])


def test_a_video_of_ours_has_a_player_with_captions_and_nothing_is_loaded_before(show):
    film, captions = make_file("film.webm", FILM), make_file("film.vtt", CAPTIONS)
    value = video_value(url="", file=film.pk, captions="file", captions_file=captions.pk, captions_language="en")
    body = show("video", value)
    assert (body.video["preload"], body.video["aria-label"]) == ("none", "The assembly")
    assert body.video.has_attr("controls")
    assert not body.video.has_attr("autoplay")
    assert (body.source["src"], body.source["type"]) == (film.url, "video/webm")
    assert (body.track["src"], body.track["srclang"], body.track["kind"]) == (captions.url, "en", "captions")
    assert body.track["label"] == "English"
    assert "WEBM" in words(body.find("a", href=film.url))


def test_readers_are_told_by_when_there_will_be_captions(show):
    due = timezone.localdate() + timedelta(days=10)
    value = video_value(recorded_on=str(due - timedelta(days=14)), captions="due", captions_due=str(due))
    with translation.override("en"):
        recorded, day = date_text(due - timedelta(days=14)), date_text(due)
    body = words(show("video", value, "en"))
    assert f"Recorded on {recorded}" in body
    assert f"added by {day}" in body
    later = words(show("video", {**value, "captions": "included"}, "en"))
    assert day not in later


def test_readers_are_told_that_captions_are_overdue(show):
    value = video_value(recorded_on="2020-10-05", captions="due", captions_due="2020-10-19")
    body = words(show("video", value, "en"))
    assert "although they were due by 19 October 2020" in body
    assert "will be added" not in body


def test_readers_who_do_not_hear_are_told_that_they_miss_nothing(show):
    assert "Nothing is said in this video." in words(show("video", video_value(captions="none"), "en"))


def test_a_transcript_opens_without_scripts(show):
    body = show("video", video_value(transcript="<p>Dzień dobry.</p>"))
    assert "Dzień dobry." in words(body.details)
    assert show("video", video_value()).details is None


def test_a_title_cannot_leave_its_place(show):
    body = show("video", video_value(title='"><img src=x onerror=alert(1)>'))
    assert body.find("img") is None
    assert '"><img' in body.find(attrs={"data-player": True})["data-title"]
    assert '"><img' in body.find(attrs={"data-player": True})["data-play"]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_page_with_every_block_asks_nothing_of_others(structure, client, language):
    page = make_page(StandardPage, structure["pl"].home, body=full_body(link_to=structure["pl"].home))
    shown = page if language == "pl" else make_translation(page)
    document = BeautifulSoup(client.get(shown.url).content, "html.parser")
    asked = [
        each.get(name) for name in ("src", "poster", "srcset", "data", "action") for each in document.find_all(True)
    ]
    asked += [link["href"] for link in document.find_all("link") if set(link["rel"]) - {"canonical", "alternate"}]
    assert {urlsplit(address).netloc for address in asked if address} == {""}
    levels = [int(each.name[1]) for each in document.main.find_all(re.compile(r"^h[1-6]$"))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    names = [each["id"] for each in document.find_all(id=True)]
    assert len(names) == len(set(names))
