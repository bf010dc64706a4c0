from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = _("Publications")

    def ready(self) -> None:
        from core.listings import Listing, register
        from delivery.feeds import register_feed_source
        from publications.feeds import SOURCE
        from publications.models import PublicationIndexPage, PublicationPage

        register(
            Listing(
                name="publications",
                heading=_("Publications"),
                more=_("All publications"),
                model=PublicationPage,
                section=PublicationIndexPage,
                item_template="publications/components/item.html",
                ordering=("-year", "-first_published_at", "-pk"),
                relations={"area": "areas"},
                select_related=("cover",),
                pictures={"cover": ("cover",)},
                layout="covers",
            )
        )
        register_feed_source(SOURCE)
