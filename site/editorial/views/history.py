"""The audit log: who did what to which page, when and why."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports.audit_logging import LogEntriesView

from editorial.access import MayAnswerForPages
from editorial.views.exports import PlainTextExport


class AuditLogView(MayAnswerForPages, PlainTextExport, LogEntriesView):
    """Wagtail's history of the site, with the reasons that people gave, on the screen and in the files."""

    page_title = _("Audit log")
    results_template_name = "editorial/audit_log_results.html"
    index_url_name = "editorial:audit_log"
    index_results_url_name = "editorial:audit_log_results"
    export_headings = {
        "timestamp": _("When"),
        "label": _("Page or thing"),
        "object_id": _("Number"),
        "content_type": _("Type"),
        "message": _("What"),
        "comment": _("Reason"),
        "user_display_name": _("Who"),
    }
    list_export = list(export_headings)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Return the cells of an entry; what says what was done, and why, is text and not HTML."""
        return {**super().to_row_dict(item), "message": str(item.message), "comment": str(item.comment)}
