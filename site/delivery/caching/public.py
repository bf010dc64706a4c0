"""Which answers are the same for everyone, so that any cache may keep them. What is not named here is for one person.

It takes all of this: a reader who brings no session and no password, an address that is named below, an answer of the
ordinary kind that sets and asks for nothing of the person, and a query string that says exactly what is shown.
"""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase

# Names of views whose answers depend on the address and on what is published, and on nothing else
VIEWS = frozenset(
    {
        "activity_text_en",
        "activity_text_pl",
        "calendar",
        "event_calendar",
        "feed",
        "not_translated",
        "robots",
        "sitemap",
        "sitemap_part",
        "wagtail_serve",
    }
)
METHODS = frozenset({"GET", "HEAD"})
SHOWN_QUERY = "_shown_query"

Address = tuple[str, str, str, tuple[tuple[str, str], ...]]


def shows(request: HttpRequest, query: Mapping[str, str]) -> None:
    """Say what the query string of a request may be for the answer to be kept: what was understood, in one spelling.

    Views that read a query string call this. Of the others only the address without any is kept, so that nobody fills
    a cache with made up addresses.
    """
    setattr(request, SHOWN_QUERY, dict(query))


def asks_as_anybody(request: HttpRequest) -> bool:
    """Whether a request brings nothing that would make its answer one for a person."""
    return (
        request.method in METHODS
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
    )


def address_of(request: HttpRequest) -> Address | None:
    """Return all that an answer for everyone depends on; None where the request names no host of ours."""
    try:
        host = request.get_host()
    except SuspiciousOperation:
        return None
    query = tuple(sorted((name, value) for name, values in request.GET.lists() for value in values))
    return (request.scheme or "", host, request.path_info, query)


def is_for_everyone(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether any cache may keep this answer to a request that `asks_as_anybody`."""
    match = request.resolver_match
    return (
        response.status_code == 200
        and not response.streaming
        and match is not None
        and match.view_name in VIEWS
        and not response.cookies
        and "Cache-Control" not in response.headers
        and not getattr(request, "is_preview", False)
        and _varies_by(response) <= {"accept-encoding"}
        and not _session_was_asked(request)
        and _query_is_shown(request)
    )


def _varies_by(response: HttpResponseBase) -> set[str]:
    names = (name.strip().lower() for name in response.get("Vary", "").split(","))
    return {name for name in names if name}


def _session_was_asked(request: HttpRequest) -> bool:
    session = getattr(request, "session", None)
    return session is not None and (session.accessed or session.modified)


def _query_is_shown(request: HttpRequest) -> bool:
    shown: dict[str, str] = getattr(request, SHOWN_QUERY, {})
    given: Iterable[tuple[str, list[str]]] = request.GET.lists()
    return all(values == [shown.get(name)] for name, values in given)
