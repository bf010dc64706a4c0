"""The password that opens a protected page or document. A reader gets a cookie for the right one only."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.forms import PasswordViewRestrictionForm
from wagtail.models import BaseViewRestriction, CollectionViewRestriction, Page

from accounts.rate_limit import RateLimit, browser_of, mark_too_many, time_after
from delivery.serving import is_served
from library.readers import restrictions_of

QUARTER = 900  # seconds


class PasswordForm(PasswordViewRestrictionForm):
    """Wagtail's form, with a refusal that holds whatever the password is."""

    return_url = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, refusal: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refusal = refusal
        self.fields["password"].error_messages["required"] = _("Write the password.")

    def clean_password(self) -> str:
        """Take the right password.

        Raises:
            ValidationError: it is a wrong one, or none is taken now.
        """
        if self.refusal:
            raise ValidationError(self.refusal, code="rate_limited")
        try:
            return super().clean_password()
        except ValidationError as error:
            raise ValidationError(_("This is not the password. Try again."), code="wrong") from error


@never_cache
def page_password(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponseBase:
    """Take the password of a protected page.

    Wagtail's own view answers for every page, drafts included, and for any restriction.

    Raises:
        Http404: the page is not served here, or this restriction does not protect it.
    """
    page = get_object_or_404(Page.objects.live().select_related("locale"), pk=page_id)
    passwords = restrictions_of(page).filter(restriction_type=BaseViewRestriction.PASSWORD)
    restriction = passwords.filter(pk=page_view_restriction_id).first()
    if restriction is None or not is_served(page):
        raise Http404

    def show(form: PasswordForm) -> HttpResponseBase:
        return page.specific.serve_password_required_response(request, form, request.path)

    return _take(request, restriction, page.get_url(request) or "/", show)


@never_cache
def document_password(request: HttpRequest, restriction_id: int) -> HttpResponseBase:
    """Take the password of a collection of documents.

    Raises:
        Http404: no collection has this restriction.
    """
    restriction = get_object_or_404(
        CollectionViewRestriction, pk=restriction_id, restriction_type=BaseViewRestriction.PASSWORD
    )

    def show(form: PasswordForm) -> HttpResponseBase:
        return render(
            request, settings.WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE, {"form": form, "action_url": request.path}
        )

    return _take(request, restriction, reverse("wagtail_serve", args=[""]), show)


def _take(
    request: HttpRequest,
    restriction: BaseViewRestriction,
    otherwise: str,
    show: Callable[[PasswordForm], HttpResponseBase],
) -> HttpResponseBase:
    """Open what is protected, and lead to where the reader came from, else to the address `otherwise`."""
    if request.method != "POST":
        return show(PasswordForm(instance=restriction))
    limit, browser = RateLimit("password", settings.PAGE_PASSWORDS_PER_ADDRESS, QUARTER), browser_of(request)
    wait = limit.count(browser)
    refusal = _("Too many wrong passwords. Try again at %(time)s.") % {"time": time_after(wait)} if wait else ""
    form = PasswordForm(request.POST, instance=restriction, refusal=refusal)
    if form.is_valid():
        limit.give_back(browser)
        restriction.mark_as_passed(request)
        asked = form.cleaned_data["return_url"]
        is_ours = url_has_allowed_host_and_scheme(asked, request.get_host(), request.is_secure())
        return redirect(asked if is_ours else otherwise)
    response = show(form)
    if wait:
        mark_too_many(response, wait)
    return response
