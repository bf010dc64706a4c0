"""A page as a reader's browser sees it."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Balance(HTMLParser):
    """Collects what is wrong with a document: elements left open or closed out of order, ids given twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"an attribute twice on <{tag}>")
        identifier = dict(attrs).get("id")
        if identifier is not None:
            if identifier in self.ids:
                self.faults.append(f"the id {identifier} twice")
            self.ids.add(identifier)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def faults_of(html: str) -> list[str]:
    """Return what is wrong with the form of a document."""
    balance = Balance()
    balance.feed(html)
    balance.close()
    return balance.faults + [f"<{tag}> is never closed" for tag in balance.open]


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """No fragment or address of another test's pages, whose numbers come back after a rollback."""
    cache.clear()


@pytest.fixture
def read(client: Client) -> Callable[[str], BeautifulSoup]:
    """Open an address as a reader does, and return the document, which must be well formed."""

    def open_address(address: str, status: int = 200) -> BeautifulSoup:
        response = client.get(address)
        assert response.status_code == status, address
        html = response.content.decode()
        assert faults_of(html) == []
        return BeautifulSoup(html, "html.parser")

    return open_address
