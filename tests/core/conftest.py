"""What tests of core share: an empty cache, and a page as a reader's browser sees it."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client

from tests.home.conftest import faults_of


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """No picture, position or rendition of another test, whose pages have the same numbers after a rollback."""
    cache.clear()


@pytest.fixture
def read(client: Client) -> Callable[..., BeautifulSoup]:
    """Open an address as a reader does, and return the document, which must be well formed."""

    def open_address(address: str, status: int = 200) -> BeautifulSoup:
        response = client.get(address)
        assert response.status_code == status, address
        html = response.content.decode()
        assert faults_of(html) == []
        return BeautifulSoup(html, "html.parser")

    return open_address
