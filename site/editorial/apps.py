from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """The publishing rules."""

    name = "editorial"
    verbose_name = _("Publishing rules")

    def ready(self) -> None:
        from editorial import change_notes, contributions, files, guard, taking_down
        from editorial.upstream import atomic_publish, atomic_resume

        guard.connect()
        files.connect()
        contributions.connect()
        change_notes.connect()
        taking_down.connect()
        atomic_publish.apply()
        atomic_resume.apply()
