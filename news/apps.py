from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        from delivery.feeds import register_feed_source
        from news.feeds import SOURCE

        register_feed_source(SOURCE)
