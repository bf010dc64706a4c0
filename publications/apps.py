from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = _("Publications")

    def ready(self) -> None:
        from delivery.feeds import register_feed_source
        from publications.feeds import SOURCE

        register_feed_source(SOURCE)
