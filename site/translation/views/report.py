"""The list of translations: every live Polish page with its English state."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.coreutils import get_content_type_label, string_to_ascii
from wagtail.models import Page, get_page_content_types
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from editorial.views.exports import PlainTextExport
from editorial.views.paginator import PagePaginator
from translation.access import may_see_translations, may_start_translations
from translation.waiting import STATES, pages_with_state


class TranslationFilterSet(WagtailFilterSet):
    """Narrows the list to a state, to pages that have changed, or to types of page."""

    state = django_filters.MultipleChoiceFilter(choices=STATES, label=_("English version"))
    outdated = django_filters.BooleanFilter(label=_("Polish text has changed since"))
    content_type = MultipleContentTypeFilter(
        label=_("Type"), queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )

    class Meta:
        model = Page
        fields = ["state", "outdated", "content_type"]


class OnlyForTranslations:
    """A view for people who work on English pages."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person does nothing with English pages.
        """
        if not may_see_translations(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # it is mixed into a view


class TranslationReportView(OnlyForTranslations, PlainTextExport, ReportView):
    """Lists the pages with a search by title that ignores case and Polish diacritics."""

    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    results_template_name = "translation/report_results.html"
    index_url_name = "translation:report"
    index_results_url_name = "translation:report_results"
    filterset_class = TranslationFilterSet
    is_searchable = True
    model = Page
    paginator_class = PagePaginator
    verbose_name = _("page")
    verbose_name_plural = _("pages")
    export_headings = {
        "title": _("Polish page"),
        "type_label": _("Type"),
        "changed_at": _("Polish text changed"),
        "state_label": _("English version"),
        "outdated": _("Polish text has changed since"),
        "english_title": _("English page"),
    }
    list_export = ["title", "type_label", "changed_at", "state_label", "outdated", "english_title"]

    def get_base_queryset(self) -> PageQuerySet:
        return pages_with_state()

    def search_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        """Narrow to the titles that hold every word, whatever their case and diacritics.

        The database would tell ł from Ł (SQLite) and never take l for ł, so the titles are compared here.
        """
        words = _fold(self.search_query).split()
        if not words:
            return queryset
        titles = queryset.order_by().values_list("pk", "title")
        return queryset.filter(pk__in=[pk for pk, title in titles if all(word in _fold(title) for word in words)])

    def get_filtered_queryset(self) -> PageQuerySet:
        return self.get_queryset()

    def decorate_paginated_queryset(self, object_list: PageQuerySet) -> list[Page]:
        """Add to each page its English page, what the person may do with it, and its state in words."""
        pages = list(object_list)
        english = Page.objects.in_bulk([page.english_id for page in pages if page.english_id])
        editable = set(
            policy_registry.get_by_type(Page)
            .instances_user_has_permission_for(self.request.user, "change")
            .filter(pk__in=english)
            .values_list("pk", flat=True)
        )
        labels = dict(STATES)
        for page in pages:
            page.english = english.get(page.english_id)
            page.english_title = page.english.draft_title if page.english else ""
            page.may_edit_english = page.english_id in editable
            page.state_label = labels[page.state]
            page.type_label = get_content_type_label(page.content_type)
        return pages

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(*args, **kwargs),
            "may_start": may_start_translations(self.request.user),
        }


def _fold(text: str) -> str:
    return string_to_ascii(text).casefold()
