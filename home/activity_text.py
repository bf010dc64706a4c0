"""What the association is and does, as a text file for machines: written from the live pages and the settings.

Headings are marked as in Markdown, so that a program finds the parts and a person can read the file as it is.
"""

import re
from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.blocks import StreamValue
from wagtail.models import Locale

from core.legal_pages import legal_links
from core.models import AssociationSettings
from editorial.visibility import visible_pages
from home.goals import ActivityAreaIndexPage, ActivityAreaPage, GoalPage
from home.legal import EasyReadPage
from home.pages import HomePage
from home.plain_text import plain_lines
from home.topics import HEADINGS

BLANK_LINES = re.compile(r"\n{3,}")


@require_safe
def activity_text(request: HttpRequest) -> HttpResponse:
    """Serve the text in the language of the address."""
    text = BLANK_LINES.sub("\n\n", "\n".join(_lines(request, Locale.get_active())))
    return HttpResponse(text.strip() + "\n", content_type="text/plain; charset=utf-8")


def _lines(request: HttpRequest, locale: Locale) -> Iterator[str]:
    association = AssociationSettings.for_request(request)
    own_words = visible_pages(EasyReadPage.objects.all(), locale).first()
    parts = {
        "who_we_are": [] if own_words else _home_lines(locale),
        "what_we_do": _goal_and_area_lines(locale),
        "contact": contact_lines(association),
        "matters": [],
        "accessibility": _accessibility_lines(request, association),
    }
    yield f"# {association.name}"
    if association.tagline:
        yield from ("", association.tagline)
    for name, lines in parts.items():
        written = list(stream_lines(getattr(own_words, name))) if own_words else []
        found = list(lines)
        if written or found:
            yield from ("", f"## {HEADINGS[name]}", "", *written, "", *found)


def stream_lines(stream: StreamValue) -> Iterator[str]:
    """Yield the lines of a topic: its headings, its paragraphs, and what its images say."""
    for child in stream:
        if child.block_type == "heading":
            yield from _subheading(child.value)
        elif child.block_type == "text":
            yield from plain_lines(child.value.source)
        elif child.block_type == "image" and child.value["alt_text"]:
            yield _("Image: %(words)s") % {"words": child.value["alt_text"]}


def _home_lines(locale: Locale) -> Iterator[str]:
    home = visible_pages(HomePage.objects.all(), locale).first()
    if home:
        yield from _whole([home.statement, home.introduction])


def _goal_and_area_lines(locale: Locale) -> Iterator[str]:
    goals = list(visible_pages(GoalPage.objects.all(), locale).order_by("number"))
    if goals:
        yield from _subheading(_("Goals"))
    for goal in goals:
        yield f"{goal.number}. {_one_line(goal.statement)}"
        yield from (f"   - {_one_line(str(item.value))}" for item in goal.scope)
    areas = list(visible_pages(ActivityAreaPage.objects.all(), locale).defer_streamfields().order_by("number"))
    if areas:
        index = visible_pages(ActivityAreaIndexPage.objects.all(), locale).first()
        yield from _subheading(_("Activity areas"))
        yield from _whole([index.introduction if index else ""])
    for area in areas:
        yield f"{area.number}. {_one_line(area.statement)}"


def contact_lines(association: AssociationSettings) -> Iterator[str]:
    """Yield how to reach the association, a line for each address or number that the settings have."""
    values = [
        (_("Address"), ", ".join(association.address.splitlines())),
        (_("Phone"), association.phone),
        (_("E-mail"), association.email),
        (_("Office hours"), association.office_hours),
        ("NIP", association.nip),
        ("REGON", association.regon),
        ("KRS", association.krs),
        (_("Electronic delivery (e-Doręczenia)"), association.edelivery_address),
        (_("ePUAP inbox"), association.epuap_address),
        (_("Public information bulletin (BIP)"), association.bip_url),
    ]
    yield from (f"{label}: {_one_line(value)}" for label, value in values if value)


def _accessibility_lines(request: HttpRequest, association: AssociationSettings) -> Iterator[str]:
    values = [
        (_("Accessibility contact"), association.accessibility_contact),
        (_("Phone"), association.accessibility_phone),
        (_("E-mail"), association.accessibility_email),
        (_("Interpreter of Polish Sign Language"), association.interpreter_url),
        *((link.title, link.full_url) for link in legal_links(request)),
    ]
    yield from (f"{label}: {value}" for label, value in values if value)


def _subheading(text: str) -> tuple[str, str, str]:
    return ("", f"### {text}", "")


def _whole(texts: Iterable[str]) -> list[str]:
    return [line for text in texts if (line := _one_line(text))]


def _one_line(text: str) -> str:
    return " ".join(text.split())
