"""Events to come."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import previews
from core.listings import shown_listing
from core.navigation import active_language
from translation.locales import locale_of

LISTING = "events"  # the name under which an app offers them
MOST = 12


class EventListBlock(blocks.StructBlock):
    """The next events, whenever the page is read."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, help_text=_("For example: Upcoming events, or: Events in the valley.")
    )
    count = blocks.IntegerBlock(
        label=_("How many"),
        min_value=1,
        max_value=MOST,
        default=3,
        help_text=_("At most so many events are shown, the nearest first."),
    )
    area = blocks.PageChooserBlock(
        "home.ActivityAreaPage",
        label=_("Activity area"),
        required=False,
        help_text=_("Only events of this area. Empty: events of all areas."),
    )

    def level_after(self, raw: dict[str, Any], level: int) -> int:
        """Return the level of the heading that what follows stands under: the list is a section of its own."""
        return 2

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the events that readers of this language may see, as `shown`, or None without any."""
        context = super().get_context(value, parent_context=parent_context)
        request = context.get("request")
        shown = request and shown_listing(
            request, LISTING, locale_of(active_language()), value["count"] or 1, area=value["area"]
        )
        return {**context, "shown": shown}

    class Meta:
        label = _("Upcoming events")
        icon = "calendar-alt"
        group = _("Links")
        template = "core/blocks/event_list.html"
        is_live = True
        description = _("The next events, of all areas or of one. The list is always up to date.")
        preview_value = staticmethod(previews.event_list)
