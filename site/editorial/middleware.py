"""Tells people in words why the publishing rules refused what they asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import url_has_allowed_host_and_scheme

from editorial.refusals import PublishingRefused


def asked_by_script(request: HttpRequest) -> bool:
    """Whether a script of the admin asks, such as autosave, and no person reads the answer as a page."""
    return request.headers.get("x-requested-with") == "XMLHttpRequest" or (
        request.accepts("application/json") and not request.accepts("text/html")
    )


def refused_for_script(reason: str) -> JsonResponse:
    """Return a refusal as scripts of the admin read it."""
    return JsonResponse({"success": False, "error_code": "publishing_refused", "error_message": reason}, status=403)


class ExplainRefusals(MiddlewareMixin):
    """Turns a refusal into a message on the page that the person came from; a script gets it as JSON."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PublishingRefused):
            return None
        if asked_by_script(request):
            return refused_for_script(str(exception))
        messages.error(request, exception.as_html())
        if exception.way_back:
            return redirect(exception.way_back)
        origin = request.headers.get("referer", "")
        if url_has_allowed_host_and_scheme(origin, {request.get_host()}, request.is_secure()):
            return redirect(origin)
        return redirect(reverse("wagtailadmin_home"))
