"""Where a reader is and where to go: the sections of the site, the way to a page, its other language."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from wagtail.models import Page, Site

from delivery.caching.parts import shared
from editorial.visibility import visible_pages
from library.readers import not_expired
from translation.locales import SOURCE_LANGUAGE, locale_of, source_locale_id

SECTION_DEPTH = 3  # the root of all, the home page, the sections
WAY_MEMO = "_ways_to_pages"


def active_language() -> str:
    """Return the code of the language that the reader reads."""
    return get_language() or settings.LANGUAGE_CODE


def root_path(request: HttpRequest, language: str) -> str | None:
    """Return the `url_path` of a language's home page, live or not, or None without such a page."""
    site = Site.find_for_request(request)
    for root in Site.get_site_root_paths():
        if site is not None and root.site_id == site.pk and root.language_code == language:
            return root.root_path
    return None


@dataclass(frozen=True)
class MenuEntry:
    """A section in the menu with the pages below it that staff put there too, in the order of the tree."""

    page: Page
    pages: list[Page]


def _upper_levels(request: HttpRequest) -> list[Page]:
    """Return the visible sections of this language and what stands in the menu below them. Other pages share it."""
    language = active_language()

    def found() -> list[Page]:
        root = root_path(request, language)
        levels = Q(depth=SECTION_DEPTH) | Q(depth=SECTION_DEPTH + 1, show_in_menus=True)
        pages = Page.objects.filter(levels, url_path__startswith=root) if root else Page.objects.none()
        return list(visible_pages(pages, locale_of(language)).order_by("path"))

    return shared(request, "upper levels", found)


def sections(request: HttpRequest) -> list[Page]:
    """Return the visible children of the home page of this language, in the order of the tree."""
    return [page for page in _upper_levels(request) if page.depth == SECTION_DEPTH]


def menu(request: HttpRequest) -> list[MenuEntry]:
    """Return the sections that staff put into the menu, each with what they put below it."""

    def found() -> list[MenuEntry]:
        pages = _upper_levels(request)
        return [
            MenuEntry(
                section, [page for page in pages if page.depth > section.depth and page.is_descendant_of(section)]
            )
            for section in sections(request)
            if section.show_in_menus
        ]

    return shared(request, "menu", found)


def section_address(request: HttpRequest, model: type[Page]) -> str:
    """Return the address of the first section of one page type, such as the list of news; empty without one."""
    section = next((page for page in sections(request) if page.specific_class is model), None)
    return (section.get_url(request) or "") if section else ""


def way_to(request: HttpRequest, page: Page) -> list[Page]:
    """Return the pages above `page` that have an address now, from the home page down. Asked once a request.

    Private ones are among them: whoever reads `page` may read those too.
    """
    memo: dict[str, list[Page]] = request.__dict__.setdefault(WAY_MEMO, {})
    if page.path not in memo:
        paths = [page.path[: end * page.steplen] for end in range(2, page.depth or 0)]
        above = Page.objects.filter(not_expired(), path__in=paths, live=True).order_by("path")
        memo[page.path] = list(above) if paths else []
    return memo[page.path]


def stand_in_address(request: HttpRequest, page: Page) -> str | None:
    """Return the address of the English page that stands in for the English version of a Polish page, or None.

    It is there for every page that lists show (`editorial.visibility.visible_pages`), which is not asked here.
    """
    root = root_path(request, SOURCE_LANGUAGE)
    if root is None or page.locale_id != source_locale_id() or not page.url_path.startswith(root):
        return None
    return reverse("not_translated", args=[page.url_path.removeprefix(root)])


def counterpart_address(request: HttpRequest, page: Any, language: str) -> str | None:
    """Return the address of what the reader reads in another language, or None where there is no such thing."""
    if isinstance(page, Page):
        counterpart = page.specific.counterpart
        if counterpart is None or counterpart.locale_id != locale_of(language).pk:
            return None
        return counterpart.get_url(request)
    match = request.resolver_match
    stem, separator, code = (match.url_name or "").rpartition("_") if match else ("", "", "")
    if not match or not separator or code != active_language():
        return None
    # An address that each language has for itself: named alike but for the language at the end
    try:
        address = reverse(f"{stem}_{language}", args=match.args, kwargs=match.kwargs)
    except NoReverseMatch:
        return None
    query = request.GET.urlencode()
    return address + (f"?{query}" if query else "")
