"""Tells people in words why the publishing rules refused what they asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import url_has_allowed_host_and_scheme

from editorial.refusals import PublishingRefused


class ExplainRefusals(MiddlewareMixin):
    """Turns a refusal into a message on the page that the person came from; a script gets it as JSON."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PublishingRefused):
            return None
        if request.headers.get("x-requested-with") == "XMLHttpRequest" or (
            request.accepts("application/json") and not (request.accepts("text/html"))
        ):
            return JsonResponse(
                {"success": False, "error_code": "publishing_refused", "error_message": str(exception)}, status=403
            )
        messages.error(request, exception.as_html())
        if exception.way_back:
            return redirect(exception.way_back)
        origin = request.headers.get("referer", "")
        if url_has_allowed_host_and_scheme(origin, {request.get_host()}, request.is_secure()):
            return redirect(origin)
        return redirect(reverse("wagtailadmin_home"))
