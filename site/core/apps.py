from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """What every page shares."""

    name = "core"
    verbose_name = _("Shared parts of pages")

    def ready(self) -> None:
        from core import landscape, pictures, sites
        from core.alerts import next_change
        from core.upstream import typed_dates
        from delivery.caching import moments

        sites.connect()
        moments.register(next_change)
        typed_dates.apply()
        landscape.connect()
        pictures.connect()
