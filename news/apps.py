from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        from core.listings import Listing, register
        from delivery.feeds import register_feed_source
        from news.feeds import SOURCE
        from news.models import NEWEST_FIRST, NewsIndexPage, NewsPage

        register(
            Listing(
                name="news",
                heading=_("News"),
                more=_("All news"),
                model=NewsPage,
                section=NewsIndexPage,
                item_template="news/components/item.html",
                ordering=NEWEST_FIRST,
                first_on_home=("-featured",),
                relations={"area": "areas", "member": "members"},
                select_related=("lead_image",),
                pictures={"lead_image": ("card",)},
            )
        )
        register_feed_source(SOURCE)
