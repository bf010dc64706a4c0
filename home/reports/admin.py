"""The office's list of reports: what is due and when, and a place for the answer."""

from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from home.reports.models import NEXT_DUE, AccessibilityReport


class ReportPolicy(ModelPermissionPolicy):
    """Reports come from readers, so nobody adds one here, superusers included."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(AccessibilityReport, ReportPolicy(AccessibilityReport))


class WordsPanel(FieldPanel):
    """What a reader wrote, in the lines that it was written in."""

    def format_value_for_display(self, value: Any) -> Any:
        return linebreaksbr(value) if isinstance(value, str) else super().format_value_for_display(value)


class ReportIndexView(IndexView):
    """Can be sorted by the day of the next step."""

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().annotate(next_due=NEXT_DUE)


class ReportViewSet(ModelViewSet):
    """Lists what is open first, by the day that is due. The reader's own words are read only."""

    model = AccessibilityReport
    index_view_class = ReportIndexView
    name = "accessibility_reports"
    url_prefix = "accessibility-reports"
    icon = "warning"
    menu_label = _("Reports of readers")
    menu_order = 900
    add_to_admin_menu = True
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields = ["reference", "page_address"]
    search_backend_name = None
    list_display = [
        "reference",
        StatusTagColumn("state", label=_("State"), primary=lambda report: report.is_overdue),
        Column("due", label=_("Next step due"), sort_key="next_due"),
        Column("page_address", label=_("Page")),
        DateColumn("received_at", label=_("Received"), sort_key="received_at"),
    ]
    panels = [
        MultiFieldPanel(
            [
                WordsPanel(name, read_only=True)
                for name in ("page_address", "problem", "wanted_form", "email", "phone", "language", "received_at")
            ],
            heading=_("From the reader"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("reply_due", read_only=True),
                FieldPanel("answered_on"),
                FieldPanel("access_due", read_only=True),
                FieldPanel("closed_on"),
                FieldPanel("note"),
            ],
            heading=_("What was done"),
        ),
    ]
