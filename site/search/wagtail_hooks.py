"""Where search enters the admin."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from search.admin import FilesView, MissedQueriesView, SearchViewSetGroup
from search.models import DocumentText, MissedQuery

hooks.register("register_admin_viewset", SearchViewSetGroup)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Give the reports their addresses."""
    ours = [
        path("missed/", MissedQueriesView.as_view(), name="missed"),
        path("missed/results/", MissedQueriesView.as_view(results_only=True), name="missed_results"),
        path("files/", FilesView.as_view(), name="files"),
        path("files/results/", FilesView.as_view(results_only=True), name="files_results"),
    ]
    return [path("search/", include((ours, "search_admin"), namespace="search_admin"))]


class ReportMenuItem(MenuItem):
    """A report, for those who may see the rows of a model."""

    def __init__(self, model: type[Model], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.model = model

    def is_shown(self, request: HttpRequest) -> bool:
        return policy_registry.get_by_type(self.model).user_has_permission(request.user, "view")


@hooks.register("register_reports_menu_item")
def register_missed() -> MenuItem:
    """Put what was not found among the reports."""
    return ReportMenuItem(
        MissedQuery,
        _("Searched and not found"),
        reverse("search_admin:missed"),
        name="missed-queries",
        icon_name="search",
        order=140,
    )


@hooks.register("register_reports_menu_item")
def register_files() -> MenuItem:
    """Put what became of files among the reports."""
    return ReportMenuItem(
        DocumentText,
        _("Files in search"),
        reverse("search_admin:files"),
        name="files-in-search",
        icon_name="doc-full-inverse",
        order=150,
    )
