from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChecksConfig(AppConfig):
    """What is looked at in a page before somebody approves it."""

    name = "checks"
    verbose_name = _("Checks before approval")

    def ready(self) -> None:
        from checks.findings import obstacles
        from editorial.submission_conditions import register_submission_condition

        register_submission_condition("checks", obstacles)
