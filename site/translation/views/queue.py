"""The translators' queue: every live Polish page with its English state, what waits first."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.query import PageQuerySet

from editorial.views.exports import PlainTextExport
from editorial.views.paginator import PagePaginator
from morphology import folded_text
from translation.exchange.links import report_button
from translation.queue import SectionRow, matrix_of, queue_of
from translation.views.base import OnlyForTranslations
from translation.views.queue_filters import QueueFilterSet
from translation.views.queue_rows import QueueRow, rows_of
from translation.waiting import stands_in_queue


class QueueView(OnlyForTranslations, PlainTextExport, ReportView):
    """Lists the pages with a search by title that ignores case and Polish diacritics."""

    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    template_name = "translation/queue.html"
    results_template_name = "translation/queue_results.html"
    index_url_name = "translation:report"
    index_results_url_name = "translation:report_results"
    filterset_class = QueueFilterSet
    is_searchable = True
    model = Page
    paginator_class = PagePaginator
    verbose_name = _("page")
    verbose_name_plural = _("pages")
    export_filename = "translations"
    export_headings = {
        "title": _("Polish page"),
        "section": _("Section of the site"),
        "type_label": _("Type"),
        "changed_at": _("Polish text changed"),
        "state_label": _("English version"),
        "drift_label": _("Changed in Polish since"),
        "kinds_label": _("Facts that changed"),
        "asked_by": _("Asked for by"),
        "assignee": _("Translator"),
        "deadline": _("Deadline"),
        "priority_label": _("Priority"),
        "words_left": _("Words left"),
        "votes": _("Votes of readers"),
        "english_title": _("English page"),
    }
    list_export = list(export_headings)

    @cached_property
    def matrix(self) -> list[SectionRow]:
        """The sections that the person sees pages of, and all together last."""
        return matrix_of(self.rights)

    def get_base_queryset(self) -> PageQuerySet:
        return queue_of(self.rights)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        sections = [row.section for row in self.matrix if row.section]
        return {**super().get_filterset_kwargs(), "queryset": Page.objects.all(), "sections": sections}

    def filter_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        """Narrow to what is asked for; a query that cannot be understood asks for nothing but what waits."""
        if self.filters.is_valid():
            return self.filters.filter_queryset(queryset)
        return queryset.filter(stands_in_queue())

    def get_filtered_queryset(self) -> list[int]:
        """Return the primary keys of the pages that are asked for, in order: one query counts, sorts and searches.

        Titles are compared here: the database would tell ł from Ł (SQLite) and never take l for ł.
        """
        rows = self.filter_queryset(self.get_base_queryset()).values_list("pk", "title")
        words = folded_text(self.search_query).split()
        return [pk for pk, title in rows if not words or all(word in folded_text(title) for word in words)]

    def decorate_paginated_queryset(self, object_list: Sequence[int]) -> list[QueueRow]:
        """Return what is said of the pages, and what the person may do about them."""
        return list(rows_of(object_list, self.rights))

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The way to the texts as files."""
        return [report_button()]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return {**context, "header_buttons": self.header_buttons, "progress": self.matrix[-1].progress}
