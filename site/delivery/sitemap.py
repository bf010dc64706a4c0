"""Every address that readers may find, for search engines, with its counterpart in the other language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from editorial.visibility import visible_pages

# The most that the protocol allows in one file
LIMIT = 50_000


class Row(NamedTuple):
    """What the sitemap needs of a page."""

    locale: Locale
    pk: int
    url_path: str
    translation_key: UUID
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
    """Serve the sitemap, or the index of its parts where one file cannot hold it."""
    rows = visible_rows()
    parts = Paginator(rows, LIMIT)
    if parts.num_pages == 1:
        return _serve_part(request, rows, rows)
    root = _site(request).root_url
    found = [
        Part(
            root + reverse("sitemap_part", args=[number]),
            max((row.last_published_at for row in parts.page(number) if row.last_published_at), default=None),
        )
        for number in parts.page_range
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": found}, content_type="application/xml")


def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """Serve one part of a sitemap.

    Raises:
        Http404: there is no such part.
    """
    rows = visible_rows()
    parts = Paginator(rows, LIMIT)
    if number not in parts.page_range:
        raise Http404
    return _serve_part(request, rows, list(parts.page(number)))


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


def visible_rows() -> list[Row]:
    """Return all pages that readers of any language may see, in a constant number of queries."""
    columns = ("pk", "url_path", "translation_key", "last_published_at")
    languages = [language for language, _name in settings.LANGUAGES]
    locales = {locale.language_code: locale for locale in Locale.objects.filter(language_code__in=languages)}
    return [
        Row(locales[language], *values)
        for language in languages
        if language in locales
        for values in visible_pages(Page.objects.filter(depth__gt=1), locales[language])
        .order_by("path")
        .values_list(*columns)
    ]


def _serve_part(request: HttpRequest, rows: list[Row], part: list[Row]) -> HttpResponse:
    entries = list(_entries(request, rows, part))
    return render(request, "sitemap.xml", {"urlset": entries}, content_type="application/xml")


def _entries(request: HttpRequest, rows: list[Row], part: list[Row]) -> Iterator[Entry]:
    keys = {row.translation_key for row in part}
    versions: dict[UUID, dict[str, str]] = {}
    for row in rows:
        if row.translation_key in keys and (address := _address(row, request)):
            versions.setdefault(row.translation_key, {})[row.locale.language_code] = address
    for row in part:
        addresses = versions.get(row.translation_key, {})
        if location := addresses.get(row.locale.language_code):
            yield Entry(location, row.last_published_at, _alternates(addresses))


def _alternates(addresses: dict[str, str]) -> list[dict[str, str]]:
    """Return the language versions of a page; none if it has only one."""
    if len(addresses) == 1:
        return []
    alternates = [{"lang_code": language, "location": address} for language, address in addresses.items()]
    if settings.LANGUAGE_CODE in addresses:
        alternates.append({"lang_code": "x-default", "location": addresses[settings.LANGUAGE_CODE]})
    return alternates


def _address(row: Row, request: HttpRequest) -> str | None:
    page = Page(pk=row.pk, url_path=row.url_path, locale=row.locale)
    return page.get_full_url(request)


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site
