"""What the tests of the checks share."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from checks.findings import findings_in
from news.models import NewsPage


@pytest.fixture
def news_of() -> Callable[..., NewsPage]:
    """Returns a function that gives a piece of news with these fields and these blocks, in memory only."""

    def build(*blocks: tuple[str, Any], **fields: Any) -> NewsPage:
        body = [{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks]
        defaults = {"title": "Nowa ścieżka", "slug": "nowa-sciezka", "lead": "Co się stało."}
        return NewsPage(**{**defaults, **fields}, body=body)

    return build


@pytest.fixture
def found(db, news_of) -> Callable[..., list[str]]:
    """Returns a function that gives the paths at which one check found something in such a page, from the body inwards.

    The number of a block stands for its id.
    """

    def find(check: str, *blocks: tuple[str, Any], **fields: Any) -> list[str]:
        page = news_of(*blocks, **fields)
        paths = [finding.path for finding in findings_in(page) if finding.check == check]
        for number, block in enumerate(page.body.raw_data):
            paths = [path.replace(block["id"], str(number)) for path in paths]
        return paths

    return find
