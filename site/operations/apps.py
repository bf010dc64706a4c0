from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    """What keeps a site running: backups, jobs that come back, and tasks that wait."""

    name = "operations"
    verbose_name = _("Operations")

    def ready(self) -> None:
        from operations.background import retrying

        retrying.connect()
