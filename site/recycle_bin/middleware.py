"""Addresses of the admin about a page in the recycle bin lead to where it can be restored."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.middleware import asked_by_script, refused_for_script
from recycle_bin.access import binned_with, restorable
from recycle_bin.places import in_bin

# What the addresses of the admin, Wagtail's and ours, call the number of a page
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")


def _binned_page(request: HttpRequest, named: dict[str, Any]) -> Page | None:
    """Return the page in the bin that an address of the admin is about. Public addresses cost nothing here."""
    match = request.resolver_match
    numbers = [named[name] for name in PAGE_ARGUMENTS if named.get(name)]
    if match is not None and match.view_name == "wagtailadmin_pages:revisions_compare":
        numbers.append(named["pk"])
    if not numbers or match is None or "recycle_bin" in match.namespaces:
        return None
    if not request.path_info.startswith(reverse("wagtailadmin_home")) or not request.user.is_authenticated:
        return None
    # One by one: "in" would hand numbers to the database that are too large for it
    found = (Page.objects.filter(in_bin(), pk=number).first() for number in numbers)
    return next(filter(None, found), None)


class LeadToTheBin(MiddlewareMixin):
    """Says of a page in the recycle bin that it is there, to those who may restore it, whatever they wanted to do.

    Others get the answer of the view itself, which refuses: nobody has rights to a page in the bin.
    """

    def process_view(
        self, request: HttpRequest, _view: Any, _arguments: Any, named: dict[str, Any]
    ) -> HttpResponse | None:
        page = _binned_page(request, named)
        binned = binned_with(page) if page is not None else None
        if page is None or binned is None or binned.pk not in restorable(request.user):
            return None
        reason = _("“%(title)s” is in the recycle bin. To work on it, restore it first.") % {"title": page.draft_title}
        if asked_by_script(request):
            return refused_for_script(reason)
        messages.warning(request, reason)
        return redirect("recycle_bin:restore", binned.page_id)
