"""The list of what is approved and waits for its time."""

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Revision
from wagtail.utils.timestamps import render_timestamp

from editorial.access import MayAnswerForPages
from editorial.schedules import scheduled_revisions
from editorial.views.paginator import PagePaginator

LANGUAGES = dict(settings.LANGUAGES)


class ScheduledView(MayAnswerForPages, ReportView):
    """Lists the approved versions that wait for their time, and says why one is late that could not be carried out."""

    page_title = _("Scheduled publications")
    header_icon = "calendar-check"
    index_url_name = "editorial:schedules"
    index_results_url_name = "editorial:schedules_results"
    model = Revision
    paginator_class = PagePaginator
    list_export = ["object_str", "language", "approved_go_live_at", "why_not"]
    export_headings = {
        "object_str": _("Page"),
        "language": _("Language"),
        "approved_go_live_at": _("Goes live"),
        "why_not": _("Why it is late"),
    }
    columns = [
        TitleColumn(
            "object_str", label=_("Page"), get_url=lambda row: reverse("wagtailadmin_pages:history", args=[row.page_id])
        ),
        Column("language", label=_("Language"), accessor=lambda row: LANGUAGES.get(row.language, row.language)),
        Column("when", label=_("Goes live"), accessor=lambda row: render_timestamp(row.approved_go_live_at)),
        Column("why_not", label=_("Why it is late"), accessor=lambda row: row.why_not or ""),
    ]

    def get_base_queryset(self) -> QuerySet[Revision]:
        return scheduled_revisions().filter(page_id__in=self.pages_answered_for().values("pk"))
