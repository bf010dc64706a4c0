"""What each block asks of those who fill it in: every error stands beside its field, and a draft may be incomplete."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.blocks.list_block import ListBlockValidationError

from content.factories import make_document, make_image
from content.sample_blocks import CAPTIONS, FILM, contact_value, image_value, item, link_value, make_file, video_value
from core.blocks import BODY_BLOCKS
from core.dates import months_after

BLOCKS = dict(BODY_BLOCKS)
TODAY = timezone.localdate()


def faults(block: Any, raw: Any) -> Any:
    """Return the names of the fields that are wrong; for a list, those of each item."""
    try:
        block.clean(block.to_python(raw))
    except ValidationError as error:
        return _names(error)
    return {}


def _names(error: ValidationError) -> Any:
    if isinstance(error, ListBlockValidationError):
        return [_names(each) if each else {} for each in error.block_errors.values()] or "list"
    nested = getattr(error, "block_errors", None)
    return {name: _names(each) for name, each in nested.items()} if nested else True


def is_accepted_as_a_draft(block: Any, raw: Any) -> bool:
    try:
        block.clean_deferred(block.to_python(raw))
    except ValidationError:
        return False
    return True


IMAGE_RULES = [
    ({"alt_text": "", "decorative": False}, {"alt_text"}),
    ({"alt_text": "A river", "decorative": True}, {"decorative"}),
    ({"alt_text": "", "decorative": True}, set()),
    ({"alt_text": "A river", "decorative": False}, set()),
]


@pytest.mark.parametrize(("fields", "wrong"), IMAGE_RULES)
def test_an_image_is_described_or_a_decoration_alone_and_in_a_gallery(db, fields, wrong):
    image = make_image()
    assert set(faults(BLOCKS["image"], image_value(image, **fields))) == wrong
    found = faults(BLOCKS["gallery"], {"images": [item(image_value(image)), item(image_value(image, **fields))]})
    assert found == ({"images": [dict.fromkeys(wrong, True)]} if wrong else {})


def test_a_draft_may_leave_an_image_undescribed_but_not_contradict_itself(db):
    image = make_image()
    assert is_accepted_as_a_draft(BLOCKS["image"], image_value(image, alt_text=""))
    assert not is_accepted_as_a_draft(BLOCKS["image"], image_value(image, decorative=True))


def test_one_image_is_no_gallery(db):
    assert faults(BLOCKS["gallery"], {"images": [item(image_value(make_image()))]}) == {"images": "list"}


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, set()),
        ({"phone": "", "email": "", "address": ""}, {"phone"}),
        ({"phone": "", "email": "", "office_hours": ""}, set()),
        ({"phone": "12"}, {"phone"}),
        ({"email": "office"}, {"email"}),
        ({"name": ""}, {"name"}),
    ],
)
def test_a_contact_can_be_reached(fields, wrong):
    assert set(faults(BLOCKS["contact"], contact_value(**fields))) == wrong


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"page": True}, set()),
        ({"url": "https://example.org/", "title": "There"}, set()),
        ({"url": "https://example.org/"}, {"title"}),
        ({"page": True, "url": "https://example.org/", "title": "Both"}, {"url"}),
        ({"title": "Nowhere"}, {"page"}),
        ({"url": "ftp://example.org/", "title": "There"}, {"url"}),
        ({"url": "javascript:alert(1)", "title": "There"}, {"url"}),
    ],
)
def test_a_link_has_one_target_and_a_title(structure, fields, wrong):
    if fields.get("page"):
        fields = {**fields, "page": structure["pl"].home.pk}
    found = faults(BLOCKS["links"], {"heading": "", "links": [item(link_value(**fields))]})
    assert found == ({"links": [dict.fromkeys(wrong, True)]} if wrong else {})


@pytest.mark.parametrize("kind", ["contact", "links", "video"])
def test_a_draft_may_be_empty(kind):
    empty = {"links": [item(link_value())]} if kind == "links" else {}
    assert is_accepted_as_a_draft(BLOCKS[kind], empty)
    assert faults(BLOCKS[kind], empty)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("quote", {"text": "Words"}),
        ("call_out", {"kind": "alarm", "text": "<p>Text</p>"}),
        ("accordion", {"parts": []}),
        ("events", {"heading": "Events", "count": 0}),
        ("events", {"heading": "Events", "count": 13}),
        ("events", {"heading": "", "count": 3}),
    ],
)
def test_what_is_incomplete_is_refused(kind, value):
    assert faults(BLOCKS[kind], value)


# Videos


@pytest.fixture
def documents(db) -> dict[str, int]:
    """Numbers of a film, of captions and of a paper."""
    return {
        "film": make_file("film.mp4", FILM).pk,
        "captions": make_file("film.vtt", CAPTIONS).pk,
        "paper": make_document().pk,
    }


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, set()),
        ({"url": "https://vimeo.com/123456789"}, set()),
        ({"url": "https://example.org/film"}, {"url"}),
        ({"url": "not an address"}, {"url"}),
        ({"url": ""}, {"url"}),
        ({"file": "film"}, {"file"}),
        ({"url": "", "file": "film"}, set()),
        ({"url": "", "file": "paper"}, {"file"}),
        ({"title": ""}, {"title"}),
        ({"captions": ""}, {"captions"}),
        ({"captions": "file", "captions_file": "captions"}, {"captions"}),
        ({"url": "", "file": "film", "captions": "file"}, {"captions_file"}),
        ({"url": "", "file": "film", "captions": "file", "captions_file": "paper"}, {"captions_file"}),
        ({"url": "", "file": "film", "captions": "file", "captions_file": "captions"}, set()),
        ({"url": "", "file": "film", "captions": "none"}, set()),
    ],
)
def test_a_video_has_one_source_a_title_and_captions(documents, fields, wrong):
    given = {name: documents.get(value, value) for name, value in fields.items()}
    assert set(faults(BLOCKS["video"], video_value(**given))) == wrong


@pytest.mark.parametrize(
    ("recorded", "due", "wrong"),
    [
        (-3, 11, set()),
        (-3, 50, set()),
        (0, 0, set()),
        (None, 11, {"recorded_on"}),
        (-3, None, {"captions_due"}),
        (-3, -4, {"captions_due"}),
        (-3, 62, {"captions_due"}),
        (1, 10, {"recorded_on"}),
        (None, None, {"recorded_on", "captions_due"}),
    ],
)
def test_only_the_recording_of_a_stream_waits_for_captions_and_not_for_long(recorded, due, wrong):
    days = {"recorded_on": recorded, "captions_due": due}
    raw = {name: None if day is None else str(TODAY + timedelta(days=day)) for name, day in days.items()}
    assert set(faults(BLOCKS["video"], video_value(captions="due", **raw))) == wrong


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-12-31", 2, "2027-02-28"), ("2027-12-31", 2, "2028-02-29"), ("2026-10-05", 2, "2026-12-05")],
)
def test_two_months_end_with_the_month_if_it_is_short(day, months, later):
    assert str(months_after(type(TODAY).fromisoformat(day), months)) == later


def test_the_address_of_a_video_is_kept_in_one_form():
    block = BLOCKS["video"]
    cleaned = block.clean(block.to_python(video_value(url="https://youtu.be/abcdefghijk?si=tracking")))
    assert block.get_prep_value(cleaned)["url"] == "https://www.youtube.com/watch?v=abcdefghijk"
    assert cleaned.hosted.provider == "YouTube"
