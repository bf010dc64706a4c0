"""Whether a form was sent from a page of this site, by what the browser says of itself. It takes no cookie.

A page can neither set nor change these headers. `Sec-Fetch-Site` (Fetch Metadata) is sent by every browser of today
and needs no knowledge of our own address; `Origin` and then `Referer` stand in for it in older ones.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
PORTS = {"http": 80, "https": 443}


def is_same_origin(request: HttpRequest) -> bool:
    """Whether a browser sent this request from a page of this site.

    `none` is what a person does with the browser itself, such as sending a page again, and no page can do. There the
    origin still counts if it is named: it remains that of the page which sent the form first.

    What names neither its origin nor the page that it comes from is refused: any browser names one for a form of ours.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site == "same-origin":
        return True
    if site not in (None, "none"):
        return False
    origin = request.headers.get("Origin")
    if origin is not None:
        return _is_ours(origin, request)
    return site == "none" or _is_ours(request.headers.get("Referer", ""), request)


def _is_ours(address: str, request: HttpRequest) -> bool:
    """Whether an address has this site's scheme, host and port."""
    ours = {_origin(f"{request.scheme}://{request.get_host()}"), *map(_origin, settings.CSRF_TRUSTED_ORIGINS)}
    return _origin(address) in ours - {None}


def _origin(address: str) -> tuple[str, str, int] | None:
    """Return scheme, host and port of an address, or None if it has none, as `null` does not."""
    try:
        parts = urlsplit(address)
        port = parts.port or PORTS.get(parts.scheme)
    except ValueError:
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname and port else None
