"""A body is kept for readers as it was approved, but for what it shows of other pages."""

from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content.factories import full_body, make_area, make_news, make_page, make_translation
from content.loading import block
from content.sample_blocks import accordion_value, item, link_value, video_value
from core import listings
from core.blocks import BODY_BLOCKS
from editorial.publishing import publish_loaded_content
from home.models import StandardPage
from news.models import NewsIndexPage, NewsPage
from tests.home.conftest import faults_of

EVENTS = {"heading": "Wydarzenia", "count": 2, "area": None}


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """No fragment of another test's pages, whose numbers come back after a rollback."""
    cache.clear()


@pytest.fixture
def events(monkeypatch):
    """A listing of events, as an app may offer it: news stands in for them."""
    offered = listings.Listing(
        name="events",
        heading="Events",
        more="All events",
        model=NewsPage,
        section=NewsIndexPage,
        item_template="news/components/item.html",
        ordering=("date", "pk"),
        relations={"area": "areas"},
        select_related=("lead_image",),
    )
    monkeypatch.setitem(listings._listings, "events", offered)


def page_with(structure, *values):
    body = [block(uuid4(), kind, value) for kind, value in values]
    return make_page(StandardPage, structure["pl"].home, body=body)


def ids(html: str) -> list[str]:
    return [each["id"] for each in BeautifulSoup(html, "html.parser").find(class_="body").find_all(id=True)]


def text_of(client, page) -> str:
    html = client.get(page.url).content.decode()
    assert faults_of(html) == []
    return html


def queries(client, page) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(page.url)
    return len(captured)


def test_every_block_is_in_the_body_that_tests_use(db):
    assert {each["type"] for each in full_body()} == dict(BODY_BLOCKS).keys()


def test_a_new_event_appears_in_an_old_page(structure, events, client):
    page = page_with(structure, ("text", "<p>Tekst.</p>"), ("events", EVENTS), ("text", "<p>Koniec.</p>"))
    assert "Zjazd" not in text_of(client, page)
    make_news(structure["pl"].sections["news"], title="Zjazd")
    assert "Zjazd" in text_of(client, page)


def test_events_of_one_area_in_the_language_of_the_reader(structure, events, client):
    area = make_area(structure["pl"].sections["areas"])
    wanted = make_news(structure["pl"].sections["news"], title="Zjazd", areas=[area])
    make_news(structure["pl"].sections["news"], title="Inne")
    make_translation(wanted, title="Meeting")
    page = page_with(structure, ("events", {**EVENTS, "area": area.pk}))
    english = make_translation(page)
    polish_text, english_text = text_of(client, page), text_of(client, english)
    assert "Zjazd" in polish_text
    assert "Inne" not in polish_text
    assert "Meeting" in english_text
    assert "Zjazd" not in english_text


def test_no_more_events_than_asked_for(structure, events, client):
    for number in range(4):
        make_news(structure["pl"].sections["news"], title=f"Zjazd {number}")
    assert text_of(client, page_with(structure, ("events", EVENTS))).count("Zjazd ") == 2


@pytest.mark.parametrize("offered", [True, False])
def test_without_events_readers_are_told_so(structure, offered, request, client):
    if offered:
        request.getfixturevalue("events")
    html = text_of(client, page_with(structure, ("events", EVENTS)))
    assert "Wydarzenia" in html
    assert "empty-state" in html


def test_the_rest_of_the_body_is_kept(structure, events, client):
    link = f'<p><a linktype="page" id="{structure["pl"].home.pk}">Start</a></p>'
    plain = page_with(structure, ("text", "<p>Start</p>"), ("events", EVENTS), ("text", "<p>Start</p>"))
    linked = page_with(structure, ("text", link), ("events", EVENTS), ("text", link))
    for page in (plain, linked):
        text_of(client, page)
    assert queries(client, plain) == queries(client, linked)
    assert text_of(client, linked).count('<a href="/">Start</a>') == 2


def test_a_new_revision_is_rendered_anew(structure, client):
    page = page_with(structure, ("text", "<p>Dawniej.</p>"))
    assert "Dawniej." in text_of(client, page)
    page.body = [block(uuid4(), "text", "<p>Teraz.</p>")]
    publish_loaded_content(page, "For a test")
    html = text_of(client, page)
    assert "Teraz." in html
    assert "Dawniej." not in html


def test_captions_that_were_promised_are_overdue_on_the_next_day_though_the_body_is_kept(
    structure, client, monkeypatch
):
    due = timezone.localdate()
    video = video_value(recorded_on=str(due), captions="due", captions_due=str(due))
    page = page_with(structure, ("video", video))
    assert 'class="video"' in text_of(client, page)
    assert "Zostaną dodane" in text_of(client, page)
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: due + timedelta(days=1))
    assert "Zostaną dodane" not in text_of(client, page)


def test_ids_are_unique_and_stay_the_same_whatever_is_kept_or_to_be_shown(structure, events, client):
    page = page_with(
        structure,
        ("heading", {"text": "Wydarzenia", "level": "h2"}),
        ("events", EVENTS),
        ("accordion", accordion_value("Wydarzenia", "Main")),
        ("links", {"heading": "Wydarzenia", "links": [item(link_value(page=structure["pl"].home.pk))]}),
        ("heading", {"text": "Wydarzenia", "level": "h3"}),
    )
    expected = [f"wydarzenia{number}" for number in ("", "-2", "-3")] + ["main-2", "wydarzenia-4", "wydarzenia-5"]
    assert ids(text_of(client, page)) == expected
    assert ids(text_of(client, page)) == expected
    make_news(structure["pl"].sections["news"])
    assert ids(text_of(client, page)) == expected


def test_a_list_of_links_that_readers_may_not_follow_keeps_the_ids_after_it(structure, client):
    hidden = make_page(StandardPage, structure["pl"].home, live=False)
    page = page_with(
        structure,
        ("links", {"heading": "Dalej", "links": [item(link_value(page=hidden.pk))]}),
        ("heading", {"text": "Dalej", "level": "h2"}),
    )
    assert ids(text_of(client, page)) == ["dalej-2"]


HEADINGS = [
    ([], "h2"),
    ([("heading", {"text": "A", "level": "h2"})], "h3"),
    ([("heading", {"text": "A", "level": "h2"}), ("heading", {"text": "B", "level": "h3"})], "h4"),
    ([("heading", {"text": "A", "level": "h2"}), ("accordion", accordion_value("B"))], "h3"),
    ([("heading", {"text": "A", "level": "h2"}), ("heading", {"text": "B", "level": "h3"}), ("events", EVENTS)], "h3"),
]


@pytest.mark.parametrize(("before", "level"), HEADINGS)
def test_headings_inside_blocks_stand_one_level_below_the_heading_above_them(structure, client, before, level):
    contact = {"name": "Biuro", "phone": "+48 000 000 000"}
    call_out = {"kind": "important", "heading": "Uwaga na most", "text": "<p>Tekst.</p>"}
    links = {"heading": "Dalej", "links": [item(link_value(page=structure["pl"].home.pk))]}
    page = page_with(
        structure,
        *before,
        ("accordion", accordion_value("Pytanie")),
        ("contact", contact),
        ("call_out", call_out),
        ("links", links),
    )
    html = text_of(client, page)
    for name in ("pytanie", "biuro", "uwaga-na-most", "dalej"):
        assert f'id="{name}"' in html
        (tag,) = [each for each in html.split("<") if f'id="{name}"' in each]
        assert tag.startswith(level + " "), (name, tag)


def test_the_script_of_videos_is_asked_for_once_and_only_where_there_is_a_video(structure, client):
    without = page_with(structure, ("text", "<p>Tekst.</p>"))
    assert "js/video.js" not in text_of(client, without)
    with_two = page_with(structure, ("video", video_value()), ("video", video_value()))
    for _time in range(2):
        html = text_of(client, with_two)
        assert html.count("js/video.js") == 1
        assert 'js/video.js" defer></script>' in html
