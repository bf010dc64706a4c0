"""The list of what is in the recycle bin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from editorial.views.paginator import PagePaginator
from morphology import folded_text
from recycle_bin.access import may_delete_pages, restorable
from recycle_bin.models import BinnedPage


class RestoreColumn(Column):
    """Leads to where a page is restored."""

    cell_template_name = "recycle_bin/restore_cell.html"

    def get_value(self, instance: BinnedPage) -> BinnedPage:
        return instance


class ContentsView(ReportView):
    """Lists the pages that a person may have back, the newest first, with a search by title.

    The search ignores case and Polish diacritics, which the two databases would each do in a way of their own.
    """

    page_title = _("Recycle bin")
    header_icon = "bin"
    index_url_name = "recycle_bin:list"
    index_results_url_name = "recycle_bin:list_results"
    results_template_name = "recycle_bin/contents_results.html"
    model = BinnedPage
    paginator_class = PagePaginator
    verbose_name = _("page")
    verbose_name_plural = _("pages")
    default_ordering = "-binned_at"
    is_searchable = True
    list_export = ["page.draft_title", "type_label", "page.locale", "user", "binned_at", "kept_until", "parent_title"]
    export_headings = {
        "page.draft_title": _("Title"),
        "type_label": _("Type"),
        "page.locale": _("Language"),
        "user": _("Deleted by"),
        "binned_at": _("When"),
        "kept_until": _("Can be restored until"),
        "parent_title": _("From"),
    }
    columns = [
        TitleColumn(
            "title",
            label=_("Title"),
            accessor="page.draft_title",
            get_url=lambda row: reverse("recycle_bin:restore", args=[row.page_id]),
        ),
        Column("type", label=_("Type"), accessor="type_label"),
        Column("language", label=_("Language"), accessor="page.locale"),
        Column("user", label=_("Deleted by")),
        DateColumn("binned_at", label=_("When"), sort_key="binned_at"),
        Column("last_day", label=_("Can be restored until")),
        Column("parent_title", label=_("From")),
        RestoreColumn("restore", label=_("What to do")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person may delete nothing.
        """
        if not may_delete_pages(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def rows(self) -> dict[int, BinnedPage]:
        """What the person may have back, by primary key."""
        return restorable(self.request.user)

    def get_base_queryset(self) -> QuerySet[BinnedPage]:
        rows = BinnedPage.objects.filter(pk__in=self.rows)
        return rows.select_related("page__locale", "page__content_type", "user")

    def search_queryset(self, queryset: QuerySet[BinnedPage]) -> QuerySet[BinnedPage]:
        words = folded_text(self.search_query or "").split()
        titles = {pk: folded_text(row.page.draft_title) for pk, row in self.rows.items()}
        found = [pk for pk, title in titles.items() if all(word in title for word in words)]
        return queryset.filter(pk__in=found)
