"""Blocks of a body for tests and for a browser: one of each family that holds others, with every field filled."""

from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from wagtail.models import Page

from library.models import CustomDocument, CustomImage

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning.\n"
FILM = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42"


def item(value: Any) -> dict[str, Any]:
    """Return the raw value of one item of a list block."""
    return {"type": "item", "id": str(uuid4()), "value": value}


def make_file(name: str, content: bytes) -> CustomDocument:
    """Make a document of any kind."""
    document = CustomDocument(title=name, file=ContentFile(content, name), file_size=len(content))
    document.save()
    return document


def image_value(image: CustomImage, **fields: Any) -> dict[str, Any]:
    """Return the raw value of an image block with its caption and credit."""
    return {
        "image": image.pk,
        "alt_text": "A river",
        "decorative": False,
        "caption": "The caption",
        "credit": "The project",
        **fields,
    }


def video_value(**fields: Any) -> dict[str, Any]:
    """Return the raw value of a block with a video at YouTube that has captions there."""
    return {
        "title": "The assembly",
        "url": "https://www.youtube.com/watch?v=abcdefghijk",
        "file": None,
        "poster": None,
        "recorded_on": None,
        "captions": "included",
        "captions_file": None,
        "captions_language": "pl",
        "captions_due": None,
        "transcript": "",
        **fields,
    }


def link_value(**fields: Any) -> dict[str, Any]:
    """Return the raw value of one link of a list of links."""
    return {"page": None, "url": "", "title": "", "description": "", **fields}


def quote_value(**fields: Any) -> dict[str, Any]:
    """Return the raw value of a quotation in English of two paragraphs."""
    return {
        "text": "A river stops at no border.\n\nNor do we.",
        "name": "Anna Przykładowa",
        "function": "the chair",
        "language": "en",
        **fields,
    }


def contact_value(**fields: Any) -> dict[str, Any]:
    """Return the raw value of a contact that can be reached in every way."""
    return {
        "name": "The office",
        "function": "grants",
        "phone": "+48 000 000 000",
        "email": "office@example.org",
        "office_hours": "8.00–15.00",
        "address": "ul. Przykładowa 1\n00-000 Przykład",
        **fields,
    }


def accordion_value(*headings: str) -> dict[str, Any]:
    """Return the raw value of an accordion with one part for each heading."""
    return {"parts": [item({"heading": heading, "text": f"<p>About: {heading}.</p>"}) for heading in headings]}


def blocks_of_every_family(image: CustomImage, link_to: Page | None) -> list[tuple[str, Any]]:
    """Return the kind and the raw value of blocks beside headings, text, images, tables and files.

    Args:
        image: what the gallery and the videos show.
        link_to: a page that the list of links leads to, besides another site.
    """
    own_video = {
        "url": "",
        "file": make_file("film.mp4", FILM).pk,
        "poster": image.pk,
        "captions": "file",
        "captions_file": make_file("film.vtt", CAPTIONS).pk,
        "transcript": "<p>Good morning.</p>",
    }
    late_video = {"recorded_on": "2026-10-05", "captions": "due", "captions_due": "2026-10-19", "poster": image.pk}
    links = [link_value(url="https://www.example.org/", title="Another site", description="Why it matters")]
    if link_to:
        links.append(link_value(page=link_to.pk))
    return [
        ("quote", quote_value()),
        ("call_out", {"kind": "deadline", "heading": "Until 5 May", "text": "<p>Send it by e-mail.</p>"}),
        ("call_out", {"kind": "important", "heading": "", "text": "<p>The office is closed.</p>"}),
        ("accordion", accordion_value("Who may apply?", "How much is there?")),
        ("gallery", {"images": [item(image_value(image)), item(image_value(image, alt_text="", decorative=True))]}),
        ("video", video_value()),
        ("video", video_value(**late_video)),
        ("video", video_value(**own_video)),
        ("video", video_value(url="https://vimeo.com/00000000", captions="none")),
        ("links", {"heading": "See also", "links": [item(link) for link in links]}),
        ("contact", contact_value()),
        ("events", {"heading": "Upcoming events", "count": 3, "area": None}),
    ]
