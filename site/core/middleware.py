"""What every request passes before a view sees it."""

from json import JSONDecodeError

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.deprecation import MiddlewareMixin

from core.addresses import ADMIN_PREFIX, language_of_address


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
