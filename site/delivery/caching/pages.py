"""Answers that are the same for everyone, kept as they were sent: in Redis, or in the memory of this process."""

import gzip
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from delivery.caching import generation, headers
from delivery.caching.public import Address

LONGEST = 256 * 1024  # bytes of an answer, so that a process that has many of them stays small
WORTH_COMPRESSING = 200  # bytes
TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer.

    Attributes:
        generation: in which its making began; of use in this one only.
        moment: from which on readers see something else.
        headers: as the view and what stands before it set them.
        plain: the body; `compressed`: the same by gzip, or nothing where that is of no use.
        kept_until: the end of its time, long before `moment` where nothing happens soon.
    """

    generation: str
    moment: datetime
    kept_until: datetime
    headers: tuple[tuple[str, str], ...]
    etag: str
    plain: bytes
    compressed: bytes


def key_of(address: Address) -> str:
    """Return the key of an address, whatever characters and how many it has."""
    return f"page-{blake2b(repr(address).encode('utf-8', 'surrogatepass'), digest_size=20).hexdigest()}"


def find(key: str) -> tuple[str, Kept | None]:
    """Return the generation of now, and what is kept under a key if it is of use. Redis is asked once for both."""
    if not settings.REDIS_URL:
        now = generation.current()
        return now, _of_use(caches["pages"].get(key), now)
    try:
        found = caches["pages"].get_many([generation.KEY, key])
    except generation.OUT_OF_REACH:
        return generation.current(), None  # which logs it
    if generation.KEY not in found:
        return generation.current(), None
    generation.see(found[generation.KEY])
    return found[generation.KEY], _of_use(found.get(key), found[generation.KEY])


def _of_use(kept: Kept | None, now: str) -> Kept | None:
    if kept is None or not now or kept.generation != now or kept.kept_until <= timezone.now():
        return None
    return kept


def keep(key: str, made_in: str, moment: datetime, response: HttpResponse) -> None:
    """Keep an answer that any cache may keep, if it is not too long.

    Args:
        key: see `key_of`.
        made_in: the generation in which its making began.
        moment: from which on readers see something else.
        response: before it is compressed.
    """
    plain = response.content
    if not made_in or len(plain) > LONGEST:
        return
    now = timezone.now()
    end = min(moment, now + timedelta(seconds=settings.PAGE_CACHE_SECONDS))
    compressed = gzip.compress(plain, 6, mtime=0) if len(plain) > WORTH_COMPRESSING else b""
    said = tuple((name, value) for name, value in response.items() if name not in {"Cache-Control", "ETag"})
    kept = Kept(made_in, moment, end, said, response.headers["ETag"], plain, compressed)
    try:
        caches["pages"].set(key, kept, max(1, int((end - now).total_seconds())))
    except generation.OUT_OF_REACH:
        generation.logger.exception("A page could not be kept")


def answer(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """Return what is kept, or 304 to whoever has it."""
    is_compressed = bool(kept.compressed) and TAKES_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    response = HttpResponse(kept.compressed if is_compressed else kept.plain)
    for name, value in kept.headers:
        response.headers[name] = value
    if is_compressed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.content))
    patch_vary_headers(response, ("Accept-Encoding",))
    response.headers["ETag"] = kept.etag
    response.headers["Cache-Control"] = headers.for_everyone(kept.moment)
    return headers.not_modified(request, response)
