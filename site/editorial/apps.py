from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """The publishing rules."""

    name = "editorial"
    verbose_name = _("Publishing rules")

    def ready(self) -> None:
        from editorial import change_notes, contributions, embargo, files, guard, moments, policy, taking_down
        from editorial.desk import approvals, drafts, publications
        from editorial.upstream import atomic_publish, atomic_workflow

        policy.connect()
        guard.connect()
        files.connect()
        embargo.connect()
        contributions.connect()
        change_notes.connect()
        taking_down.connect()
        moments.connect()
        atomic_publish.apply()
        atomic_workflow.apply()
        for reasons in (approvals, publications, drafts):
            reasons.register()
