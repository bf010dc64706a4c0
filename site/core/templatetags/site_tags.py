"""What surrounds every page: who publishes it, where it stands, where else to go."""

import re
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from wagtail.models import Page

from core import covers
from core.addresses import feed_address, home_address, search_address, suggestions_address
from core.alerts import AlertSettings
from core.covers import DrawnCover
from core.dates import date_text
from core.legal_pages import DECLARATION, LegalLink
from core.legal_pages import legal_links as links_to_legal_pages
from core.navigation import active_language, counterpart_address, menu, stand_in_address, way_to
from core.site_settings import AssociationSettings
from translation.locales import TARGET_LANGUAGE

register = template.Library()

# A range of years, hours or amounts, with an en dash, after which a browser may end a line
RANGE = re.compile(r"\d[\d.:,]*–\d[\d.:,]*")


def shown_page(context: Context) -> Any:
    """Return the page that is shown, or None on search and error pages."""
    page = context.get("page")
    return page if isinstance(page, Page) else None


@register.simple_tag(takes_context=True)
def association(context: Context) -> AssociationSettings:
    """Return the association's data."""
    return AssociationSettings.for_request(context["request"])


@register.simple_tag(takes_context=True)
def current_alert(context: Context) -> AlertSettings | None:
    """Return the alert that readers see now, or None."""
    site = AssociationSettings.for_request(context["request"]).site
    alert: AlertSettings | None = getattr(site, "alertsettings", None)  # a site may have none
    return alert if alert and alert.is_current else None


@register.simple_tag
def home_url() -> str:
    """Return the address of the home page in the language of the reader."""
    return home_address(active_language())


@register.simple_tag
def search_url() -> str:
    """Return the address of the search page in the language of the reader."""
    return search_address(active_language())


@register.simple_tag
def suggestions_url() -> str:
    """Return where scripts ask for titles of pages while a reader types."""
    return suggestions_address(active_language())


@register.simple_tag
def report_problem_url() -> str:
    """Return the address of the form that reports a problem, in the language of the reader."""
    return reverse(f"report_problem_{active_language()}")


@register.simple_tag
def feed_url() -> str:
    """Return the address of the news feed in the language of the reader."""
    return feed_address(active_language())


@register.simple_tag(takes_context=True)
def navigation_items(context: Context) -> list[dict[str, Any]]:
    """Return the menu: title, address, how the page that is shown relates to each entry, and its own entries.

    `current` is "page" on the page itself, "true" on a page below it, and empty elsewhere.
    """
    request: HttpRequest = context["request"]
    page = shown_page(context)

    def item(entry: Page) -> dict[str, Any]:
        current = ""
        if page is not None and page.path.startswith(entry.path):
            current = "page" if page.path == entry.path else "true"
        return {"title": entry.title, "url": entry.get_url(request), "current": current}

    return [{**item(entry.page), "entries": [item(below) for below in entry.pages]} for entry in menu(request)]


@register.simple_tag(takes_context=True)
def menu_place(context: Context) -> tuple[str, ...]:
    """Return the paths of the menu's pages that are the page that is shown or above it, marked where it is itself."""
    page = shown_page(context)
    if page is None:
        return ()
    entries = [each for entry in menu(context["request"]) for each in (entry.page, *entry.pages)]
    return tuple(
        f"{each.path}{'!' if each.path == page.path else ''}" for each in entries if page.path.startswith(each.path)
    )


@register.simple_tag(takes_context=True)
def legal_links(context: Context) -> list[LegalLink]:
    """Return the links to the legal pages of this language: kind, title and address of each."""
    return links_to_legal_pages(context["request"])


@register.simple_tag(takes_context=True)
def declaration_url(context: Context) -> str:
    """Return the absolute address of the accessibility statement in this language; empty without one."""
    links = links_to_legal_pages(context["request"])
    return next((link.full_url for link in links if link.kind == DECLARATION), "")


@register.simple_tag(takes_context=True)
def breadcrumb_items(context: Context) -> list[dict[str, str]]:
    """Return the pages above the one that is shown, from the home page down."""
    page = shown_page(context)
    if page is None:
        return []
    request: HttpRequest = context["request"]
    return [{"title": each.title, "url": each.get_url(request) or ""} for each in way_to(request, page)]


@register.simple_tag(takes_context=True)
def language_items(context: Context) -> list[dict[str, Any]]:
    """Return the languages of the site.

    Each has its `code` and `name` in itself, whether it is `current`, the `url` of the counterpart of what is shown
    (empty without one) with words to follow it, `read_text`, in that language, and otherwise a `notice` for the reader
    and `other_url` with its words, `other_text`: the page that stands in for the counterpart, or else the home page.

    A view that shows no page of the tree may tell the counterparts as `language_urls`, by code.
    """
    notices = {
        "pl": gettext("There is no Polish version of this page."),
        "en": gettext("There is no English version of this page."),
    }
    request: HttpRequest = context["request"]
    shown = shown_page(context)
    told: dict[str, str] = context.get("language_urls") or {}
    items = []
    for code, name in settings.LANGUAGES:
        current = code == active_language()
        url = "" if current else told.get(code) or counterpart_address(request, shown, code) or ""
        if not (current or url or shown):  # nothing is at this address in any language
            url = home_address(code)
        stand_in = "" if current or url else _stand_in(request, shown, code)
        with translation.override(code):
            other_text = gettext("About this page") if stand_in else gettext("Home page")
            read_text = gettext("Read in English") if code == "en" else gettext("Read in Polish")
        items.append(
            {
                "code": code,
                "name": name,
                "current": current,
                "url": url,
                "other_url": stand_in or home_address(code),
                "other_text": other_text,
                "read_text": read_text,
                "notice": notices.get(code, gettext("There is no version of this page in this language.")),
            }
        )
    return items


def _stand_in(request: HttpRequest, shown: Any, code: str) -> str:
    """Return the address of what stands in for a page in a language, if everybody may see the page, else nothing."""
    if code != TARGET_LANGUAGE or not shown.live or shown.is_private or shown.withdrawal:
        return ""
    return stand_in_address(request, shown) or ""


@register.simple_tag(takes_context=True)
def canonical_url(context: Context) -> str:
    """Return the absolute address of the page that is shown, with the number of a list's page from the second on."""
    page = shown_page(context)
    if page is None:
        return ""
    url = page.get_full_url(context["request"]) or ""
    number = getattr(context.get("page_obj"), "number", 1)
    return f"{url}?page={number}" if url and number > 1 else url


@register.simple_tag(takes_context=True)
def alternate_links(context: Context) -> list[dict[str, str]]:
    """Return the absolute address of each language version that readers may see, if there is more than one."""
    page = shown_page(context)
    number = getattr(context.get("page_obj"), "number", 1)  # a list's later pages do not match between languages
    if page is None or not page.live or number > 1 or page.counterpart is None:
        return []
    request = context["request"]
    links = [
        {"language": each.locale.language_code, "url": each.get_full_url(request) or ""}
        for each in (page, page.counterpart)
    ]
    links.sort(key=lambda link: link["language"] != settings.LANGUAGE_CODE)
    return [*links, {"language": "x-default", "url": links[0]["url"]}]


@register.filter(expects_localtime=True)
def page_date(value: Any) -> str:
    """Return a date as readers write it: “5 lutego 2026 r.” in Polish, “5 February 2026” in English."""
    return date_text(value) if value else ""


@register.filter(expects_localtime=True)
def page_moment(value: Any) -> str:
    """Return a moment as readers write it: “5 lutego 2026 r., 10.05” in Polish, “5 February 2026, 10:05” in English."""
    if not value:
        return ""
    return f"{page_date(value)}, {date_format(value, 'H.i' if active_language() == 'pl' else 'H:i')}"


@register.simple_tag
def drawn_cover(publication: Page) -> DrawnCover:
    """Return the cover that the site draws for a publication, the same for all of its languages."""
    return covers.drawn_cover(publication.translation_key.int % 1_000_003)


@register.filter
def ranges_together(value: Any) -> SafeString:
    """Return a text as HTML in which no line ends inside a range of numbers.

    It is marked up, not mended with invisible characters: what a reader copies stays as it was written.
    """
    escaped = conditional_escape("" if value is None else value)
    return mark_safe(RANGE.sub(r'<span class="together">\g<0></span>', escaped))  # noqa: S308 - escaped above
