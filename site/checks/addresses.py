"""Addresses of this site's own pages that somebody typed instead of choosing the page."""

from collections.abc import Collection
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from library.readers import not_expired

SERVED_AS_PAGES = "wagtail_serve"


def dead_addresses(addresses: Collection[str]) -> set[str]:
    """Return those of the addresses that lie on this site, but give readers neither a page nor a redirect.

    In two queries, however many addresses there are, and none where no address can be that of a page.
    """
    wanted = {address: place for address in addresses if (place := _url_path(address))}
    if not wanted:
        return set()
    url_paths = set(wanted.values())
    slugs = {url_path.rstrip("/").rpartition("/")[2] for url_path in url_paths}  # indexed, as url_path is not
    pages = Page.objects.filter(not_expired(), live=True, slug__in=slugs, url_path__in=url_paths)
    live = set(pages.values_list("url_path", flat=True))
    missing = {address: _redirect_path(address) for address, url_path in wanted.items() if url_path not in live}
    redirects = Redirect.objects.filter(old_path__in={path for path in missing.values() if "\x00" not in path})
    redirected = set(redirects.values_list("old_path", flat=True)) if missing else set()
    return {address for address, path in missing.items() if path not in redirected}


def _url_path(address: str) -> str:
    """Return the `url_path` that a page at an address would have, or nothing where no page can be."""
    roots = Site.get_site_root_paths()
    try:
        parts = urlsplit(address)
        host = parts.netloc.lower()
    except ValueError:
        return ""
    if host not in {"", *(urlsplit(root.root_url).netloc.lower() for root in roots)} or not parts.path.startswith("/"):
        return ""
    path = f"{parts.path.rstrip('/')}/"
    if path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
        return ""
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    if not _may_be_page(parts.path, language):
        return ""
    root_path = next((root.root_path for root in roots if root.language_code == language), "")
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    return root_path + path.removeprefix(prefix).lstrip("/") if root_path else ""


def _may_be_page(path: str, language: str) -> bool:
    """Whether an address is not that of a view of the site's own, such as the search."""
    with translation.override(language):
        for each in (path, f"{path.rstrip('/')}/"):
            try:
                if resolve(each).url_name != SERVED_AS_PAGES:
                    return False
            except Resolver404:
                continue
    return True


def _redirect_path(address: str) -> str:
    path: str = Redirect.normalise_path(urlsplit(address).path)
    return path
