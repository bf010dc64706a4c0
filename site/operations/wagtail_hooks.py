"""Where background work meets Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from operations.views import may_see_work


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Give our views their addresses."""
    return [path("background-work/", include("operations.admin_urls"))]


class WorkMenuItem(MenuItem):
    """An entry for administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_work(request.user)


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    """Put background work among the reports."""
    return WorkMenuItem(
        _("Background work"), reverse("operations:work"), name="background-work", icon_name="tasks", order=950
    )
