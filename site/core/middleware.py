"""What every request passes before a view sees it."""

from collections.abc import Callable
from json import JSONDecodeError
from typing import Any

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.deprecation import MiddlewareMixin

from core.addresses import ADMIN_PREFIX, language_of_address
from core.errors import sent_from_elsewhere
from delivery.same_origin import SAFE_METHODS, is_same_origin


class CompressText(GZipMiddleware):
    """Pages, feeds, calendars and drawings travel compressed; pictures and files as they are, with their length.

    Django adds random bytes to each, so that the length of a compressed page of the admin tells nothing of its token.
    """

    TEXT = ("text/", "application/json", "application/xml", "application/rss+xml", "application/atom+xml", "image/svg")

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not response.get("Content-Type", "").startswith(self.TEXT):
            return response
        return super().process_response(request, response)


class LanguageOfTheAddress(LocaleMiddleware):
    """The language of a public page is the language of its address, whatever the browser asks for.

    So each address is one page for everyone and can be cached: no `Vary`, no redirect. The admin, which is
    private, follows the browser until somebody has signed in.
    """

    def process_request(self, request: HttpRequest) -> None:
        if request.path_info.startswith(ADMIN_PREFIX):
            language = translation.get_language_from_request(request)
        else:
            language = language_of_address(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path_info.startswith(ADMIN_PREFIX):
            return super().process_response(request, response)
        response.headers.setdefault("Content-Language", getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE))
        return response


class ContentSecurityPolicyByAddress(CSPMiddleware):
    """The strict policy for readers' pages; Wagtail's admin runs inline scripts and styles of its own."""

    ADMIN_DIRECTIVES = {
        "frame-src": ["'self'", *settings.VIDEO_PLAYERS],
        "script-src": ["'self'", "'unsafe-inline'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
    }

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(ADMIN_PREFIX) and not report_only:
            parts.replace = {**self.ADMIN_DIRECTIVES, **(parts.replace or {})}
        return parts


class ProtectionOfForms(CsrfViewMiddleware):
    """The admin's forms carry Django's token, which needs a cookie. Readers get none: what is sent to their pages is
    taken if the browser says that it was sent from this site.

    A view that tells of the refusal itself, with the form still filled in, is `csrf_exempt` and asks `is_same_origin`.
    """

    def process_request(self, request: HttpRequest) -> None:
        if request.path_info.startswith(ADMIN_PREFIX):
            super().process_request(request)

    def process_view(  # type: ignore[override]  # the stubs name the class of Django's own refusal
        self, request: HttpRequest, callback: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if request.path_info.startswith(ADMIN_PREFIX):
            return super().process_view(request, callback, args, kwargs)
        if request.method in SAFE_METHODS or getattr(callback, "csrf_exempt", False):
            return None
        is_unchecked = getattr(request, "_dont_enforce_csrf_checks", False)  # set by Django's test client
        return None if is_unchecked or is_same_origin(request) else sent_from_elsewhere(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path_info.startswith(ADMIN_PREFIX):
            return super().process_response(request, response)
        return response


class RefuseNulBytes(MiddlewareMixin):
    """An address with a NUL byte names nothing. PostgreSQL would refuse it as text with an error.

    Stands after the language of the address is known, so that the answer is in that language.
    """

    def process_request(self, request: HttpRequest) -> None:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404


class RefuseMalformedAdminRequests(MiddlewareMixin):
    """A form or an address that no page of the admin makes is answered as what it is, not as a fault of the site.

    Wagtail's views read some of their forms without asking whether the fields are there, whether a number fits the
    database, and whether what should be JSON is.
    """

    MALFORMED = (MultiValueDictKeyError, JSONDecodeError, OverflowError)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        if request.resolver_match and request.resolver_match.view_name == "wagtail_bulk_action":
            ids = request.GET.getlist("id")
            if not all(each == "all" or each.isdecimal() for each in ids):
                raise SuspiciousOperation("A bulk action names something that is no number.")

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        if request.path_info.startswith(ADMIN_PREFIX) and isinstance(exception, self.MALFORMED):
            raise SuspiciousOperation("The request lacks what this page of the admin needs.") from exception


class PermissionsPolicy(MiddlewareMixin):
    """Tells the browser that no page of ours, nor anything in one, uses its sensors or pays."""

    HEADER = ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer",
            "camera",
            "display-capture",
            "geolocation",
            "gyroscope",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "usb",
        )
    )

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", self.HEADER)
        return response
