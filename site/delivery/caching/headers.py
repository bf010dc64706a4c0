"""What caches are told of an answer: the reader's browser, and the ones in front of the site."""

from datetime import datetime
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response

FOR_ONE_PERSON = "private, no-cache"
# With no cache in front that we can purge, one that we do not know of must ask too
UNPURGED = "public, max-age=0, must-revalidate"


def etag_of(content: bytes) -> str:
    """Return the name of a content. It is a weak one: the same page may travel compressed or not."""
    return f'W/"{blake2b(content, digest_size=16).hexdigest()}"'


def for_everyone(until: datetime) -> str:
    """Return the Cache-Control of an answer that is right until a moment.

    Browsers ask each time, and get a 304. Caches in front keep it for a while, since a change has them forget it, and
    never past the moment: not while they fetch it anew, and not while the site is down.
    """
    if not settings.WAGTAILFRONTENDCACHE:
        return UNPURGED
    left = max(0, int((until - timezone.now()).total_seconds()))
    fresh = min(settings.SHARED_SECONDS, left)
    stale = min(settings.STALE_SECONDS, left - fresh)
    if_error = min(settings.STALE_IF_ERROR_SECONDS, left - fresh)
    return (
        f"public, max-age=0, s-maxage={fresh}, stale-while-revalidate={stale}, stale-if-error={if_error}"
        if fresh
        else UNPURGED
    )


def keep_for_one_person(response: HttpResponseBase) -> None:
    """Let no shared cache keep an answer that says nothing of it, and have the browser ask again each time."""
    response.headers.setdefault("Cache-Control", FOR_ONE_PERSON)


def not_modified(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """Return 304 without a body if the browser or the cache that asks has this very content."""
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response
