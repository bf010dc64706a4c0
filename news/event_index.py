"""The list of events."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.query import PageQuerySet

from core.filters import Choice, FilterForm, PartFilter, RelationFilter
from core.index_pages import IndexPage, IndexPageMixin, add_area_titles
from library.conditions import is_child_of
from news.events import SOONEST_FIRST, EventPage, is_upcoming


class EventIndexPage(IndexPageMixin, IndexPage):
    """All events: those to come, and the past ones for whoever asks."""

    template = "news/event_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.EventPage"]
    page_description = _("Lists the events to come, the soonest first, and past ones.")

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    by_time = PartFilter(
        "when",
        _("When"),
        is_upcoming,
        part=pgettext_lazy("events", "Upcoming"),
        rest=Choice("past", pgettext_lazy("events", "Past")),
    )
    filters = (
        by_time,
        RelationFilter("area", _("Activity area"), EventPage, "areas", order="number"),
        RelationFilter("member", _("Member"), EventPage, "members", unchosen=pgettext_lazy("members", "All")),
    )

    def listed_pages(self) -> PageQuerySet:
        """Return the events, the soonest first."""
        return EventPage.objects.filter(is_child_of(self)).order_by(*SOONEST_FIRST)

    def keys(self, pages: PageQuerySet, chosen: Mapping[str, str]) -> PageQuerySet:
        """Turn past events around: the latest first."""
        return super().keys(pages.reverse() if self.by_time.name in chosen else pages, chosen)

    def prepare(self, pages: list[EventPage], form: FilterForm) -> None:
        """Give each event the titles of its areas in the reader's language."""
        add_area_titles(pages, form)
