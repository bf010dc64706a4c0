"""The form for readers and the page that thanks them, in each language. Neither sets a cookie."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from accounts.rate_limit import RateLimit, browser_of, mark_too_many, time_after
from core.navigation import active_language
from delivery.same_origin import is_same_origin
from home.reports.forms import ReportForm
from home.reports.models import AccessibilityReport
from home.reports.notices import tell_the_office

HOUR = 3600


@csrf_exempt  # a refused form is shown again with what was typed
@require_http_methods(["GET", "HEAD", "POST"])
def report_problem(request: HttpRequest) -> HttpResponse:
    """Show the form, with the address of the page that `?page=/path/` names, or take what was sent."""
    if request.method == "POST":
        return _receive(request)
    return _show(request, ReportForm(initial={"page_address": _address_of(request, request.GET.get("page", ""))}))


@never_cache
@require_safe
def report_received(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that a report has come, its number, and what happens next. What is in it is not shown.

    Raises:
        Http404: there is no report of this number.
    """
    report = get_object_or_404(AccessibilityReport, reference=reference)
    return render(request, "home/reports/received.html", {"report": report})


def _receive(request: HttpRequest) -> HttpResponse:
    form = ReportForm(request.POST)
    if not is_same_origin(request):
        refusal = _(
            "Your browser does not say that the form was sent from this site, so it was not accepted. Check what is "
            "written here and send it. If that does not help, try another browser or write to us."
        )
        return _show(request, form, refusal, status=403)
    if not form.is_valid():
        return _show(request, form)
    if wait := RateLimit("report", settings.REPORTS_PER_ADDRESS, HOUR).count(browser_of(request)):
        refusal = _(
            "Too many reports have come from your network, so this one was not accepted. Send it again at %(time)s. "
            "Keep this page open: what you have written stays in the form."
        ) % {"time": time_after(wait)}
        response = _show(request, form, refusal)
        mark_too_many(response, wait)
        return response
    language = active_language()
    report = form.save(language)
    tell_the_office(report)
    return redirect(f"report_received_{language}", reference=report.reference)


def _show(request: HttpRequest, form: ReportForm, refusal: str = "", status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "refusal": refusal,
        "action": reverse(f"report_problem_{active_language()}"),
        "kept_days": settings.REPORTS_KEPT_DAYS,
    }
    return render(request, "home/reports/form.html", context, status=status)


def _address_of(request: HttpRequest, path: str) -> str:
    """Return the whole address of a path of this site, empty for anything else."""
    is_local = path.startswith("/") and len(path) <= 400 and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return request.build_absolute_uri(path) if is_local else ""
