"""The translation memory in the admin: a list of all units, and the file for agencies."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from translation.memory.models import MemoryUnit
from translation.memory.texts import fold
from translation.memory.tmx import CONTENT_TYPE, tmx
from translation.memory.visibility import Use, seen_units, where_used
from translation.views.base import OnlyForTranslations

MOST_WORDS = 10  # of a search
AT_ONCE = 2000  # units read from the database for the file


def found_units(request: HttpRequest) -> QuerySet[MemoryUnit]:
    """Return the units that a person may see and that hold all words of the search, the newest first."""
    units = seen_units(request.user)
    for word in fold(request.GET.get("q", "")).split()[:MOST_WORDS]:
        units = units.filter(folded__contains=word)
    return units.order_by("-pk")


class UnitPaginator(WagtailPaginator):
    """Wagtail's, which would say how many there are as English does."""

    @cached_property
    def items_count_label(self) -> str:
        """How many units there are."""
        return ngettext("%(number)s pair of texts", "%(number)s pairs of texts", self.count) % {"number": self.count}


class MemoryReportView(OnlyForTranslations, ReportView):
    """Lists the units that a person may see, with where they are used, and searches in both languages."""

    page_title = _("Translation memory")
    header_icon = "history"
    results_template_name = "translation/memory/report_results.html"
    index_url_name = "translation:memory_report"
    index_results_url_name = "translation:memory_report_results"
    is_searchable = True
    model = MemoryUnit
    paginator_class = UnitPaginator
    verbose_name_plural = _("pairs of texts")
    list_export: list[str] = []

    def get_base_queryset(self) -> QuerySet[MemoryUnit]:
        return found_units(self.request)

    def search_queryset(self, queryset: QuerySet[MemoryUnit]) -> QuerySet[MemoryUnit]:
        """Leave it: the words were looked for already, as for the file."""
        return queryset

    def decorate_paginated_queryset(self, object_list: QuerySet[MemoryUnit]) -> list[tuple[MemoryUnit, list[Use]]]:
        """Put beside each unit where it is used."""
        units = list(object_list)
        used = where_used(units, self.request.user)
        return [(unit, used.get(unit.pk, [])) for unit in units]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The way to the file."""
        url = f"{reverse('translation:memory_tmx')}?{self.request.GET.urlencode()}"
        return [HeaderButton(_("Download as TMX"), url=url, icon_name="download")]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(*args, **kwargs), "header_buttons": self.header_buttons}


class MemoryFileView(OnlyForTranslations, View):
    """The units that the list shows for the same search, as a TMX file."""

    def get(self, request: HttpRequest) -> StreamingHttpResponse:
        """Send the file while it is read from the database."""
        units: Iterator[MemoryUnit] = found_units(request).iterator(chunk_size=AT_ONCE)
        headers = {"Content-Disposition": 'attachment; filename="translation-memory.tmx"'}
        return StreamingHttpResponse(tmx(units), content_type=CONTENT_TYPE, headers=headers)
