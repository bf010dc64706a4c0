"""Where a request meets the caches: before sessions, database and templates are asked for anything."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from delivery.caching import generation, headers, moments, pages
from delivery.caching.public import address_of, asks_as_anybody, is_for_everyone

Answer = Callable[[HttpRequest], HttpResponseBase]


class KeepWhatIsForEveryone:
    """Answers readers from what is kept, keeps what is the same for all of them, and says so to the caches outside.

    Everything else (staff, forms, previews, errors, addresses that nobody links to) is made anew each time, and told to
    be for one person unless its view says something stricter.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = address_of(request) if asks_as_anybody(request) else None
        if address is None:
            response = self.get_response(request)
            headers.keep_for_one_person(response)
            return response
        key, kept, now = pages.key_of(address), None, ""
        if settings.PAGE_CACHE:
            now, kept = pages.find(key)
        elif generation.is_tracked():
            now = generation.current()
        if kept is not None:
            return pages.answer(request, kept)
        response = self.get_response(request)
        if not is_for_everyone(request, response):
            headers.keep_for_one_person(response)
            return response
        return self._for_everyone(request, cast(HttpResponse, response), key, now)

    @staticmethod
    def _for_everyone(request: HttpRequest, response: HttpResponse, key: str, made_in: str) -> HttpResponseBase:
        response.headers["ETag"] = headers.etag_of(response.content)
        if not generation.is_tracked():  # nothing keeps it, so nobody asks until when it is right
            response.headers["Cache-Control"] = headers.UNPURGED
            return headers.not_modified(request, response)
        moment = moments.next_moment(made_in)
        if settings.PAGE_CACHE:
            pages.keep(key, made_in, moment, response)
        if settings.WAGTAILFRONTENDCACHE and (not made_in or generation.current() != made_in):
            # It changed meanwhile: what was made may be what was before, and the caches have forgotten that already.
            headers.keep_for_one_person(response)
            return response
        response.headers["Cache-Control"] = headers.for_everyone(moment)
        return headers.not_modified(request, response)
