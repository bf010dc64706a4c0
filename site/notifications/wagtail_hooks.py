"""Where notifications meet Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.users.models import UserProfile

from accounts.models import User
from notifications.account import PreferencePanel
from notifications.views import may_see_unsent


@hooks.register("register_account_settings_panel")
def preference_panel(request: HttpRequest, user: User, profile: UserProfile) -> PreferencePanel:
    """Ask everybody on their account page how they want to be told."""
    return PreferencePanel(request, user, profile)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Give our views their addresses."""
    return [path("notifications/", include("notifications.admin_urls"))]


class UnsentMenuItem(MenuItem):
    """An entry for those who manage accounts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_unsent(request.user)


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    """Put what could not be sent among the reports."""
    return UnsentMenuItem(
        _("Unsent notifications"), reverse("notifications:unsent"), name="unsent", icon_name="mail", order=900
    )
