"""How far the English version of each section is: pages in each state, and words."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from editorial.views.exports import PlainTextExport
from translation.queue import SectionRow, matrix_of
from translation.requests.rules import paths_asked_for
from translation.views.base import OnlyForTranslations
from translation.waiting import State


class MatrixView(OnlyForTranslations, PlainTextExport, WagtailAdminTemplateMixin, TemplateView):
    """Shows the sections of the Polish site, each with how many pages are in which state, and as a table to keep."""

    page_title = gettext_lazy("Translations by section")
    header_icon = "wagtail-localize-language"
    template_name = "translation/matrix.html"
    export_filename = "translations-by-section"
    export_headings = {
        "section": gettext_lazy("Section of the site"),
        **{f"counts.{state}": label for state, label in State.choices},
        "total": gettext_lazy("Pages"),
        "progress.done": gettext_lazy("Words translated and true"),
        "progress.all": gettext_lazy("Words"),
    }
    list_export = list(export_headings)

    @cached_property
    def matrix(self) -> list[SectionRow]:
        """The rows, all sections together last."""
        return matrix_of(self.rights)

    def to_row_dict(self, item: SectionRow) -> dict[str, Any]:
        """Return the cells of a row."""
        return {**super().to_row_dict(item), "section": item.section.title if item.section else _("All sections")}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.is_export:
            return self.as_spreadsheet(self.matrix, request.GET["export"])
        return super().get(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translation:report"), "label": _("Translations")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_ask = paths_asked_for(self.request.user)
        *sections, total = [
            {
                "section": row.section,
                "cells": [(state, label, row.counts[state]) for state, label in State.choices],
                "total": row.total,
                "progress": row.progress,
                "may_ask": row.section is not None and row.section.path.startswith(may_ask),
            }
            for row in self.matrix
        ]
        return {
            **super().get_context_data(**kwargs),
            "states": State.choices,
            "sections": sections,
            "total": total,
        }
