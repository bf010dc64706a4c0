"""What could not be sent, and trying it again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from accounts.models import User
from notifications.outbox import Notification
from notifications.sending import retry


def may_see_unsent(user: Any) -> bool:
    """Whether a person answers for people's accounts, and so for what reaches them."""
    return isinstance(user, User) and user.has_perm("accounts.change_user")


class UnsentView(ReportView):
    """Lists what the mail server did not take: what is tried again, and what was given up."""

    page_title = _("Unsent notifications")
    header_icon = "mail"
    index_url_name = "notifications:unsent"
    index_results_url_name = "notifications:unsent_results"
    template_name = "notifications/unsent.html"
    model = Notification
    default_ordering = "occurred_at"
    list_export = ["to", "get_kind_display", "title", "occurred_at", "attempts", "get_state_display", "last_error"]
    export_headings = {
        "to": _("Recipient"),
        "get_kind_display": _("What it tells"),
        "title": _("Page"),
        "occurred_at": _("When it happened"),
        "attempts": _("Attempts"),
        "get_state_display": _("State"),
        "last_error": _("What the mail server said"),
    }
    columns = [
        Column("to", label=_("Recipient")),
        Column("kind", label=_("What it tells"), accessor="get_kind_display"),
        Column("title", label=_("Page")),
        DateColumn("occurred_at", label=_("When it happened"), sort_key="occurred_at"),
        Column("attempts", label=_("Attempts"), sort_key="attempts"),
        Column("state", label=_("State"), accessor="get_state_display"),
        Column("last_error", label=_("What the mail server said")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person does not manage accounts.
        """
        if not may_see_unsent(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[Notification]:
        return Notification.objects.unsent().select_related("recipient")


@require_POST
def retry_view(request: HttpRequest) -> HttpResponse:
    """Have everything unsent tried at the next run.

    Raises:
        PermissionDenied: the person does not manage accounts.
    """
    if not may_see_unsent(request.user):
        raise PermissionDenied
    number = retry(timezone.now())
    said = ngettext(
        "%(number)s notification is tried again within minutes.",
        "%(number)s notifications are tried again within minutes.",
        number,
    )
    messages.success(request, said % {"number": number})
    return redirect("notifications:unsent")
