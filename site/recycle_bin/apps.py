from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecycleBinConfig(AppConfig):
    """Where deleted pages wait for those who want them back."""

    name = "recycle_bin"
    verbose_name = _("Recycle bin")

    def ready(self) -> None:
        from editorial.conditions import register_condition
        from recycle_bin import files
        from recycle_bin.decisions import why_not_live

        register_condition("recycle_bin", why_not_live)
        files.connect()
