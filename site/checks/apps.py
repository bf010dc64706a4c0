from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChecksConfig(AppConfig):
    """What is looked at in a page before somebody approves it."""

    name = "checks"
    verbose_name = _("Checks before approval")

    def ready(self) -> None:
        from checks.findings import obstacles
        from checks.translation import reasons_for_facts
        from editorial.submission_conditions import register_submission_condition
        from translation.truth.reasons import register_reasons

        register_submission_condition("checks", obstacles)
        register_reasons("checks", reasons_for_facts)
