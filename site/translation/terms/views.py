"""Which pages are to be corrected for a term."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.permissions import policy_registry

from editorial.views.paginator import PagePaginator
from translation.access import english_pages_of
from translation.terms.columns import in_english, in_polish
from translation.terms.correcting import AT_ONCE, check_uses, uses_to_check, uses_to_correct
from translation.terms.models import Term, TermUse
from translation.terms.uses import search_texts, texts_to_search
from translation.views.base import OnlyForTranslations


class PagesToCorrectView(OnlyForTranslations, BaseListingView):
    """Lists the English pages that do not say a term as the glossary has it, of those that a person works on.

    What was not looked at yet is looked at here, a part at each visit; `manage.py search_terms` does so for all.
    """

    header_icon = "openquote"
    page_title = gettext_lazy("Pages to correct")
    template_name = "translation/terms/pages.html"
    paginator_class = PagePaginator
    paginate_by = 50
    no_results_message = gettext_lazy("None of the pages that were looked at has to be corrected.")
    columns = [
        TitleColumn(
            "english",
            label=gettext_lazy("English page"),
            accessor=lambda row: in_english(row.english_title),
            get_url=lambda row: row.edit_url,
        ),
        Column("state", label=gettext_lazy("State"), accessor="state"),
        Column("problem", label=gettext_lazy("What is wrong"), accessor="get_problem_display"),
        Column("polish", label=gettext_lazy("Polish page"), accessor=lambda row: in_polish(row.page.title)),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person does nothing with English pages, or may not look at the glossary.
        """
        if not policy_registry.get_by_type(Term).user_has_any_permission(request.user, ["view", "change"]):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def term(self) -> Term:
        """The term at this address."""
        return get_object_or_404(Term, pk=self.kwargs["pk"])

    @cached_property
    def english_pages(self) -> QuerySet[Page]:
        """The English pages that the person works on."""
        return english_pages_of(self.request.user)

    def get_base_queryset(self) -> QuerySet[TermUse]:
        search_texts(AT_ONCE)
        check_uses(uses_to_check(self.english_pages).filter(term=self.term), AT_ONCE)
        uses = uses_to_correct(self.english_pages).filter(term=self.term)
        return uses.select_related("page").order_by("page__title", "pk")

    def paginate_queryset(self, queryset: QuerySet[TermUse], page_size: int) -> tuple[Any, Any, list[TermUse], bool]:
        """Give each row its English page, where to edit it, and how far it is."""
        paginator, page, rows, is_paginated = super().paginate_queryset(queryset, page_size)
        rows = list(rows)
        numbers = {row.english_id for row in rows}
        pages = Page.objects.in_bulk(numbers)
        policy = policy_registry.get_by_type(Page)
        editable = policy.instances_user_has_permission_for(self.request.user, "change").filter(pk__in=numbers)
        may_edit = set(editable.values_list("pk", flat=True))
        for row in rows:
            english = pages[row.english_id]
            row.english_title = english.draft_title
            row.edit_url = reverse("wagtailadmin_pages:edit", args=[english.pk]) if english.pk in may_edit else None
            row.state = _state_of(english)
        return paginator, page, rows, is_paginated

    def get_index_url(self) -> str:
        return self.request.path

    def get_page_subtitle(self) -> str:
        return str(self.term)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("terms:index"), "label": _("Glossary")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The way to the term."""
        may_change = policy_registry.get_by_type(Term).user_has_permission(self.request.user, "change")
        url = reverse("terms:edit" if may_change else "terms:inspect", args=[self.term.pk])
        return [HeaderButton(_("The term"), url=url, icon_name="openquote")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        left = uses_to_check(self.english_pages).filter(term=self.term).count()
        return {
            **super().get_context_data(**kwargs),
            "polish": in_polish(self.term.polish),
            "english": in_english(self.term.english),
            "english_left": left,
            "polish_left": texts_to_search().count(),
        }


def _state_of(page: Page) -> str:
    if not page.live:
        return _("draft")
    return _("live, with a newer draft") if page.has_unpublished_changes else _("live")
