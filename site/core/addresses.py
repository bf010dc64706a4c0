"""Addresses that each language of the site has once, outside the page tree and known without a query."""

from django.conf import settings
from django.urls import get_script_prefix

SEARCH = {"pl": "szukaj/", "en": "en/search/"}
FEED = {"pl": "rss.xml", "en": "en/rss.xml"}
HOME = {"pl": "", "en": "en/"}


def _address(addresses: dict[str, str], language: str) -> str:
    return get_script_prefix() + addresses.get(language, addresses[settings.LANGUAGE_CODE])


def search_address(language: str) -> str:
    """Return the address of the search page of a language."""
    return _address(SEARCH, language)


def feed_address(language: str) -> str:
    """Return the address of the news feed of a language."""
    return _address(FEED, language)


def home_address(language: str) -> str:
    """Return the address of the home page of a language."""
    return _address(HOME, language)
