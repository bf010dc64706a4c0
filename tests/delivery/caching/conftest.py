"""Caches of pages that are on, and empty."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches

from delivery.caching import generation, moments, parts

FRONTEND = {"varnish": {"BACKEND": "delivery.caching.frontends.Varnish", "LOCATION": "http://127.0.0.1:1"}}


def forget_all() -> None:
    """Let this process be one that has just begun."""
    caches["pages"].clear()
    generation._seen = generation.Seen()
    moments._known = moments.Known()
    parts._Kept.parts = None


@pytest.fixture
def page_cache(settings: Any, db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The cache of pages in this process, with the generation in the database; no clock has it asked again."""
    monkeypatch.setattr(generation, "SECONDS_UNASKED", 3600)
    settings.PAGE_CACHE = True
    forget_all()
    yield
    forget_all()


@pytest.fixture
def frontend(settings: Any, db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A cache in front that notes when it is told to forget, without a server."""
    told: list[str] = []
    settings.WAGTAILFRONTENDCACHE = FRONTEND
    forget_all()
    monkeypatch.setattr("delivery.caching.frontends.Varnish.purge_all", lambda _self: told.append("all"))
    monkeypatch.setattr("delivery.caching.purging.threading.Timer", lambda _seconds, _act: Quiet())
    yield told
    forget_all()


class Quiet:
    """A timer that never fires, so that no test waits for it."""

    def start(self) -> None: ...

    def cancel(self) -> None: ...
