"""Search in the admin: synonyms, promoted pages, and what was not found."""

from typing import Any

from django.db.models import Max, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from editorial.views.exports import PlainTextExport
from search.models import DocumentText, MissedQuery, PromotedPage, SynonymGroup


class SynonymViewSet(ModelViewSet):
    """The words that mean the same, by language."""

    model = SynonymGroup
    name = "synonyms"
    url_prefix = "synonyms"
    icon = "resubmit"
    menu_label = _("Synonyms")
    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 50
    search_fields = ["words"]
    search_backend_name = None
    list_filter = ["language"]
    list_display = ["__str__", Column("get_language_display", label=_("Language"), sort_key="language")]
    panels = [FieldPanel("language"), FieldPanel("words")]


class PromotedPageViewSet(ModelViewSet):
    """The pages that stand first."""

    model = PromotedPage
    name = "promoted_pages"
    url_prefix = "promoted-pages"
    icon = "pick"
    menu_label = _("Promoted pages")
    copy_view_enabled = False
    list_per_page = 50
    search_fields = ["words", "page__title"]
    search_backend_name = None
    list_display = [
        "words",
        Column("page", label=_("Page"), accessor="page.title", sort_key="page__title"),
        Column("language", label=_("Language"), accessor="page.locale.get_display_name"),
    ]
    panels = [FieldPanel("words"), FieldPanel("page")]


class SearchViewSetGroup(ViewSetGroup):
    """One entry of the menu for what staff choose for search."""

    menu_label = _("Site search")
    menu_icon = "search"
    menu_order = 160
    items = (SynonymViewSet, PromotedPageViewSet)


class MissedQueriesView(PlainTextExport, ReportView):
    """What readers looked for in vain, the most frequent first."""

    page_title = _("Searched and not found")
    header_icon = "search"
    index_url_name = "search_admin:missed"
    index_results_url_name = "search_admin:missed_results"
    model = MissedQuery
    permission_policy = policy_registry.get_by_type(MissedQuery)
    permission_required = "view"
    verbose_name = _("query")
    verbose_name_plural = _("queries")
    no_results_message = _("Nothing was looked for in vain.")
    default_ordering = "-total"
    columns = [
        Column("words", label=_("Words"), sort_key="words"),
        Column("language", label=_("Language"), sort_key="language"),
        Column("total", label=_("Times"), sort_key="total"),
        Column("last_day", label=_("Last time"), sort_key="last_day"),
    ]
    export_filename = "not-found"
    export_headings = {
        "words": _("Words"),
        "language": _("Language"),
        "total": _("Times"),
        "last_day": _("Last time"),
    }
    list_export = list(export_headings)

    def get_base_queryset(self) -> QuerySet[MissedQuery, Any]:
        """Return a row for each query of each language."""
        rows = MissedQuery.objects.order_by().values("words", "language")
        return rows.annotate(total=Sum("times"), last_day=Max("day"))


class FilesView(ReportView):
    """What became of the text of each file."""

    page_title = _("Files in search")
    header_icon = "doc-full-inverse"
    index_url_name = "search_admin:files"
    index_results_url_name = "search_admin:files_results"
    model = DocumentText
    permission_policy = policy_registry.get_by_type(DocumentText)
    permission_required = "view"
    default_ordering = "state"
    columns = [
        TitleColumn(
            "document",
            label=_("File"),
            accessor="document.title",
            sort_key="document__title",
            get_url=lambda text: reverse("wagtaildocs:edit", args=[text.document_id]),
        ),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        DateColumn("read_at", label=_("Read at"), sort_key="read_at"),
    ]

    def get_base_queryset(self) -> QuerySet[DocumentText]:
        """Return the rows with their documents, without the texts."""
        return DocumentText.objects.select_related("document").defer("text")
