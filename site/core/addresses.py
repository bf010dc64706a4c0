"""Addresses that each language of the site has once, outside the page tree and known without a query."""

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

ADMIN_PREFIX = "/admin/"


def search_address(language: str) -> str:
    """Return the address of the search page of a language."""
    return reverse(f"search_{language}")


def suggestions_address(language: str) -> str:
    """Return where scripts ask for titles of pages while a reader types."""
    return reverse(f"suggestions_{language}")


def feed_address(language: str) -> str:
    """Return the address of the news feed of a language."""
    with translation.override(language):
        return reverse("feed")


def activity_text_address(language: str) -> str:
    """Return the address of the text file, in a language, that says what the association does."""
    return reverse(f"activity_text_{language}")


def home_address(language: str) -> str:
    """Return the address of the home page of a language."""
    with translation.override(language):
        return reverse("wagtail_serve", args=[""])


def language_of_address(request: HttpRequest) -> str:
    """Return the code of the language that an address is in; in the admin, of the language that is active."""
    if request.path_info.startswith(ADMIN_PREFIX):
        return translation.get_language() or settings.LANGUAGE_CODE
    return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def absolute_url(request: HttpRequest, url: str) -> str:
    """Return an address as it is on the site's own host; one on another host stays as it is."""
    site = Site.find_for_request(request)
    return urljoin(site.root_url if site else request.build_absolute_uri("/"), url)
