from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        from core.listings import Listing, register
        from delivery.caching import moments
        from delivery.feeds import register_feed_source
        from news.calendar import next_change
        from news.events import SOONEST_FIRST, is_upcoming
        from news.feeds import SOURCES
        from news.models import NEWEST_FIRST, EventIndexPage, EventPage, NewsIndexPage, NewsPage

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
                pictures={"lead_image": ("card", "story")},
                layout="dated",
                templates={"story": "news/components/story.html", "headline": "news/components/headline.html"},
                titled_by="areas",
            )
        )
        register(
            Listing(
                name="events",
                heading=_("Events"),
                more=_("All events"),
                model=EventPage,
                section=EventIndexPage,
                item_template="news/components/event_item.html",
                ordering=SOONEST_FIRST,
                relations={"area": "areas", "member": "members"},
                condition=is_upcoming,
            )
        )
        moments.register(next_change)
        for source in SOURCES:
            register_feed_source(source)
