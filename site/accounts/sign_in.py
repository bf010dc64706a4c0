"""Sign-in that too many wrong passwords close for a while (django-axes), said in words."""

from datetime import datetime
from ipaddress import ip_address

from axes.helpers import get_client_ip_address, get_client_username, get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _


def client_address(request: HttpRequest) -> str | None:
    """Return the IP address of the browser, as far as it can be trusted.

    Each trusted proxy appends the address that it was called from to `X-Forwarded-For`; what stands further left
    was sent by the browser and may be invented. With no trusted proxies (`TRUSTED_PROXIES`) the header is not read.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        forwarded = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()]
        if len(forwarded) >= settings.TRUSTED_PROXIES:
            address = forwarded[-settings.TRUSTED_PROXIES]
    try:
        return str(ip_address(_without_port(address)))
    except ValueError:
        return None


def _without_port(address: str) -> str:
    """Return an address without the port that some proxies add: `192.0.2.1:5000`, `[2001:db8::1]:5000`."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, str] | None = None
) -> HttpResponse:
    """Answer a sign-in that is refused for now: status 429, saying when to try again; a script gets JSON."""
    until = _locked_until(request, credentials)
    seconds = max(int((until - timezone.now()).total_seconds()), 1)
    when = timezone.localtime(until).strftime("%H:%M")
    if _wants_json(request):
        message = _("Too many wrong passwords. Try again at %(time)s.") % {"time": when}
        answer: HttpResponse = JsonResponse({"success": False, "error_message": message}, status=429)
    else:
        minutes = -(-seconds // 60)
        answer = render(request, "accounts/locked_out.html", {"minutes": minutes, "time": when}, status=429)
    answer.headers["Retry-After"] = str(seconds)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _locked_until(request: HttpRequest, credentials: dict[str, str] | None) -> datetime:
    last = AccessAttempt.objects.filter(
        username=get_client_username(request, credentials), ip_address=get_client_ip_address(request)
    ).aggregate(last=Max("attempt_time"))["last"]
    return (last or timezone.now()) + get_cool_off(request)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("x-requested-with") == "XMLHttpRequest" or (
        request.accepts("application/json") and not request.accepts("text/html")
    )
