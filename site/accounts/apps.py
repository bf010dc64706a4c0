from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """The people who work on the site, their roles and how they sign in."""

    name = "accounts"
    verbose_name = _("Accounts")


class WagtailUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration with our own views of a user."""

    user_viewset = "accounts.user_admin.UserViewSet"

    def ready(self) -> None:
        super().ready()
        from accounts.upstream import no_user_deletion, time_zones

        no_user_deletion.apply()
        time_zones.apply()
