"""Every address that readers may find, for search engines, with its counterpart in the other language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.http import RFC3986_SUBDELIMS
from wagtail.models import Locale, Page, Site

from editorial.visibility import visible_pages

# Of one file, so that it begins within a second; the protocol allows 50,000
LIMIT = 2_000
# What an address may have unquoted, as in Django's own
UNQUOTED = f"{RFC3986_SUBDELIMS}/~:@"
COLUMNS = ("pk", "url_path", "translation_key", "last_published_at")


class Row(NamedTuple):
    """What the sitemap needs of a page."""

    language: str
    pk: int
    url_path: str
    translation_key: UUID
    last_published_at: datetime | None


class Stamp(NamedTuple):
    """What stands in for a page where there are many."""

    pk: int
    last_published_at: datetime | None


@dataclass(frozen=True)
class Entry:
    """One address, as Django's sitemap template takes it."""

    location: str
    lastmod: datetime | None
    alternates: list[dict[str, str]]


@dataclass(frozen=True)
class Part:
    """One file of a sitemap that has several, as Django's template of an index takes it."""

    location: str
    last_mod: datetime | None


def sitemap(request: HttpRequest) -> HttpResponse:
    """Serve the sitemap, or the index of its parts where there are too many pages for one file."""
    parts = Paginator(visible_pages_in_order(), LIMIT)
    if parts.num_pages == 1:
        return _serve_part(request, parts)
    root = _site(request).root_url
    found = [
        Part(
            root + reverse("sitemap_part", args=[number]),
            max((each.last_published_at for each in parts.page(number) if each.last_published_at), default=None),
        )
        for number in parts.page_range
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": found}, content_type="application/xml")


def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """Serve one part of a sitemap.

    Raises:
        Http404: there is no such part.
    """
    parts = Paginator(visible_pages_in_order(), LIMIT)
    if number not in parts.page_range:
        raise Http404
    return _serve_part(request, parts, number)


def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots where the sitemap is and what they should leave alone."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        *(f"Disallow: {reverse(f'search_{language}')}?" for language, _name in settings.LANGUAGES),
        "",
        f"Sitemap: {_site(request).root_url}{reverse('sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _locales() -> list[Locale]:
    """Return the site's languages in the order of the settings, in one query."""
    found = {locale.language_code: locale for locale in Locale.objects.all()}
    return [found[language] for language, _name in settings.LANGUAGES if language in found]


def visible_pages_in_order() -> list[Stamp]:
    """Return all pages that readers of any language may see, in a constant number of queries."""
    return [
        Stamp(*values)
        for locale in _locales()
        for values in visible_pages(Page.objects.filter(depth__gt=1), locale)
        .order_by("path")
        .values_list("pk", "last_published_at")
    ]


def _serve_part(request: HttpRequest, parts: Paginator, number: int = 1) -> HttpResponse:
    keys = [each.pk for each in parts.page(number)]
    entries = list(_entries(keys))
    return render(request, "sitemap.xml", {"urlset": entries}, content_type="application/xml")


def _entries(keys: list[int]) -> Iterator[Entry]:
    """Yield the entries of pages in the order of their primary keys, with their versions wherever those stand."""
    wanted = Page.objects.filter(pk__in=keys).order_by().values("translation_key")
    rows = [
        Row(locale.language_code, *values)
        for locale in _locales()
        for values in visible_pages(Page.objects.filter(translation_key__in=wanted), locale).values_list(*COLUMNS)
    ]
    roots = _roots()
    versions: dict[UUID, dict[str, str]] = {}
    for row in rows:
        if address := _address(row, roots):
            versions.setdefault(row.translation_key, {})[row.language] = address
    by_key = {row.pk: row for row in rows}
    for row in (by_key[key] for key in keys if key in by_key):
        addresses = versions.get(row.translation_key, {})
        if location := addresses.get(row.language):
            yield Entry(location, row.last_published_at, _alternates(addresses))


def _alternates(addresses: dict[str, str]) -> list[dict[str, str]]:
    """Return the language versions of a page; none if it has only one."""
    if len(addresses) == 1:
        return []
    alternates = [{"lang_code": language, "location": address} for language, address in addresses.items()]
    if settings.LANGUAGE_CODE in addresses:
        alternates.append({"lang_code": "x-default", "location": addresses[settings.LANGUAGE_CODE]})
    return alternates


def _roots() -> list[tuple[str, str, str]]:
    """Return of each language's home page: its path in the tree, the language, and the address of the home page."""
    roots = []
    for root in Site.get_site_root_paths():
        with translation.override(root.language_code):
            roots.append((root.root_path, root.language_code, root.root_url + reverse("wagtail_serve", args=[""])))
    return roots


def _address(row: Row, roots: list[tuple[str, str, str]]) -> str | None:
    """Return what `Page.get_full_url` would, which takes most of a second for some thousand pages."""
    for path, language, home in roots:
        if language == row.language and row.url_path.startswith(path):
            return home + quote(row.url_path.removeprefix(path), safe=UNQUOTED)
    return None


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site
