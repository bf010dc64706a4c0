"""What the preview of each block shows to editors who choose one, in the language of the admin."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model


def _image() -> dict[str, Any]:
    """Return an image block's value with the newest image of the library, if it has one."""
    return {
        "image": get_image_model().objects.order_by("-pk").first(),
        "alt_text": _("A river between two hills"),
        "decorative": False,
        "caption": _("The valley in spring"),
        "credit": _("The association"),
    }


def image() -> dict[str, Any]:
    """Return one image with its caption."""
    return _image()


def gallery() -> dict[str, Any]:
    """Return two images."""
    return {"images": [_image(), _image()]}


def table() -> dict[str, Any]:
    """Return a table of two rows."""
    return {
        "data": [[_("Year"), _("Trees")], ["2025", "120"], ["2026", "340"]],
        "cell": [],
        "mergeCells": [],
        "table_caption": _("Trees that were planted"),
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
    }


def files() -> dict[str, Any]:
    """Return a list with the newest document of the library, if it has one."""
    document = get_document_model().objects.order_by("-pk").first()
    file = {"document": document, "title": _("Report for 2026"), "language": settings.LANGUAGE_CODE, "description": ""}
    return {"heading": _("Files"), "files": [file] if document else []}


def quote() -> dict[str, Any]:
    """Return one sentence and who said it."""
    return {
        "text": _("A river does not stop at the border of a municipality."),
        "name": _("Anna Example"),
        "function": _("chair of the association"),
    }


def call_out() -> dict[str, Any]:
    """Return a deadline."""
    return {
        "kind": "deadline",
        "heading": _("Applications until 5 May"),
        "text": "<p>" + _("Send them by e-mail or bring them to the office.") + "</p>",
    }


def accordion() -> dict[str, Any]:
    """Return two questions with their answers."""
    return {
        "parts": [
            {
                "heading": _("Who may apply?"),
                "text": "<p>" + _("Every organisation that works in the valley.") + "</p>",
            },
            {"heading": _("How much is there?"), "text": "<p>" + _("At most half of the cost.") + "</p>"},
        ]
    }


def contact() -> dict[str, Any]:
    """Return a unit that can be reached in every way."""
    return {
        "name": _("Office of the association"),
        "function": _("applications and grants"),
        "phone": "+48 000 000 000",
        "email": "biuro@example.org",
        "office_hours": _("Monday to Friday, 8.00–15.00"),
        "address": "ul. Przykładowa 1\n00-000 Przykład",
    }


def link_list() -> dict[str, Any]:
    """Return one link to another site."""
    link = {
        "page": None,
        "url": "https://example.org/",
        "title": _("Rules of the grants"),
        "description": _("What they are for, and who decides."),
    }
    return {"heading": _("See also"), "links": [link]}


def event_list() -> dict[str, Any]:
    """Return a list of three events."""
    return {"heading": _("Upcoming events"), "count": 3, "area": None}


def video() -> dict[str, Any]:
    """Return a video at a provider, whose captions are still to come."""
    today = timezone.localdate()
    return {
        "title": _("The assembly of members"),
        "url": "https://vimeo.com/00000000",
        "file": None,
        "poster": None,
        "recorded_on": today,
        "captions": "due",
        "captions_file": None,
        "captions_language": settings.LANGUAGE_CODE,
        "captions_due": today + timedelta(days=14),
        "transcript": "<p>" + _("Good morning. We begin.") + "</p>",
    }
