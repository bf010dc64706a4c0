from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """The publishing rules."""

    name = "editorial"
    verbose_name = _("Publishing rules")

    def ready(self) -> None:
        from editorial import contributions, files, guard
        from editorial.upstream import atomic_publish

        guard.connect()
        files.connect()
        contributions.connect()
        atomic_publish.apply()
