from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    """What people are told by e-mail of the way of pages."""

    name = "notifications"
    verbose_name = _("Notifications")

    def ready(self) -> None:
        from notifications import events, pages_due
        from notifications.upstream import stock_mails

        stock_mails.apply()
        events.connect()
        pages_due.register()
