"""The name of the state of everything that readers may see. It is another after every change (`caching.changes`).

Whatever is kept of pages is kept under the generation in which its making began, so what was made before a change, or
while it happened, is of no use after it. The name lies in Redis, or without Redis in the database; never in a process
alone, for another one publishes what is scheduled.
"""

import logging
import time
from dataclasses import dataclass
from typing import Protocol
from uuid import uuid4

from django.conf import settings
from django.core.cache import BaseCache, caches
from django.db import DatabaseError
from django.dispatch import Signal
from redis.exceptions import RedisError

from delivery.models import Generation

logger = logging.getLogger(__name__)

KEY = "generation"
ROW = 1
# Without Redis a process asks the database again after so many seconds, so that an answer from its memory costs no
# query. A cache in front would keep what is old by so much: where there is one, the database is asked each time.
SECONDS_UNASKED = 0.25

changed = Signal()  # sent when this process learns of another generation
OUT_OF_REACH = (DatabaseError, RedisError, OSError)


class Store(Protocol):
    """Where all processes find the name."""

    def read(self) -> str: ...

    def write(self, token: str) -> None: ...


class InCache:
    """In the cache that all processes share."""

    @property
    def cache(self) -> BaseCache:
        return caches["pages"]

    def read(self) -> str:
        """Return the name; a new one where the cache was emptied, since what it knew of changes is gone too."""
        token = self.cache.get(KEY)
        return token if token is not None else str(self.cache.get_or_set(KEY, new_token, None))

    def write(self, token: str) -> None:
        self.cache.set(KEY, token, None)


class InDatabase:
    """In a row of the database."""

    def read(self) -> str:
        token = Generation.objects.filter(pk=ROW).values_list("token", flat=True).first()
        if token is None:
            token = Generation.objects.get_or_create(pk=ROW, defaults={"token": new_token()})[0].token
        return token

    def write(self, token: str) -> None:
        Generation.objects.update_or_create(pk=ROW, defaults={"token": token})


@dataclass
class Seen:
    """What this process knew when it asked last."""

    token: str = ""
    asked_at: float = float("-inf")


_seen = Seen()


def is_tracked() -> bool:
    """Whether anything keeps pages or parts of them, so that changes have to be told."""
    return bool(settings.PAGE_CACHE or settings.SHARED_PARTS or settings.WAGTAILFRONTENDCACHE)


def store() -> Store:
    """Return where the name lies."""
    return InCache() if settings.REDIS_URL else InDatabase()


def new_token() -> str:
    """Return a name that no generation had before."""
    return uuid4().hex


def current() -> str:
    """Return the name of the generation; empty where it cannot be asked, and then nothing may be kept."""
    unasked = 0.0 if settings.REDIS_URL or settings.WAGTAILFRONTENDCACHE else SECONDS_UNASKED
    if time.monotonic() - _seen.asked_at < unasked:
        return _seen.token
    try:
        token = store().read()
    except OUT_OF_REACH:
        logger.exception("The generation of pages cannot be asked, so nothing that was kept is used")
        token = ""
    see(token)
    return token


def last_seen() -> str:
    """Return the generation that this process saw last, which costs nothing; empty where nobody tracks it."""
    return _seen.token if is_tracked() else ""


def see(token: str) -> None:
    """Remember what was read, and tell this process if it is another generation than before."""
    is_new = token != _seen.token
    _seen.token, _seen.asked_at = token, time.monotonic()
    if is_new:
        changed.send(Generation)


def renew() -> None:
    """Begin another generation: readers may see something else from now on.

    Raises:
        DatabaseError, RedisError: it could not be written.
    """
    token = new_token()
    store().write(token)
    see(token)
