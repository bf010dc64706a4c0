"""The English pages that stand in for Polish ones, taken apart."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from wagtail.models import Page

NOT_TRANSLATED = "/en/not-translated"
ASK = "/en/ask-for-english"


def stand_in(page: Page) -> str:
    return f"{NOT_TRANSLATED}{page.url}"


def language_of(node: Tag | NavigableString) -> str:
    return next(str(parent["lang"]) for parent in node.parents if isinstance(parent, Tag) and parent.get("lang"))


def passages(document: BeautifulSoup, language: str) -> Iterator[str]:
    """Yield the runs of text in the content of a page that are said to be in a language."""
    for node in document.find("main").find_all(string=True):
        if node.strip() and language_of(node) == language:
            yield " ".join(node.split())


def rows(document: BeautifulSoup) -> dict[str, str]:
    """Return the facts of a page by their labels."""
    pairs = [(term, term.find_next_sibling("dd")) for term in document.main.find_all("dt")]
    return {term.get_text(strip=True): value.get_text(" ", strip=True) for term, value in pairs}
