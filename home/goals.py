"""What the association is for: its goals, and the areas in which it acts for them."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock
from wagtail.models import Locale
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.blocks import BODY_BLOCKS
from core.facts import LINKS, FactGroup, links_to
from core.fields import BodyField
from core.index_pages import IndexPage
from core.listings import listings_by, shown_listing
from core.models import BasePage
from core.relations import pages_relating_to, related_pages
from editorial.visibility import visible_pages
from translation.locales import in_source_language

ITEMS_OF_AREA = 4


class GoalIndexPage(IndexPage):
    """All goals in their order."""

    template = "home/goal_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.GoalPage"]
    page_description = _("Lists the goals in the order of their numbers.")

    class Meta:
        verbose_name = _("list of goals")
        verbose_name_plural = _("lists of goals")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the goals in the order of their numbers."""
        return {**super().get_context(request, *args, **kwargs), "goals": goals_in(self.locale)}


class GoalPage(BasePage):
    """One goal in the words of the statute."""

    template = "home/goal_page.html"
    parent_page_types = ["home.GoalIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A goal of the association, in the words of its statute.")
    source_owned_fields = ("number",)

    number = models.PositiveSmallIntegerField(_("number"), help_text=_("Its place in the statute. Lists follow it."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One plain sentence for lists and cards."))
    statement = models.TextField(_("statement"), help_text=_("The goal, word for word as in the statute."))
    scope = BodyField(
        [("item", CharBlock(label=_("Item"), max_length=300))],
        verbose_name=_("scope"),
        blank=True,
        help_text=_("The tasks that the goal covers, one in each row, word for word."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("number"),
        FieldPanel("summary"),
        FieldPanel("statement"),
        FieldPanel("scope"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("statement"),
        index.SearchField("scope"),
    ]

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put its number first, then the areas that serve it."""
        areas = ActivityAreaPage.objects.filter(goals=self).defer_streamfields()
        links = links_to(request, areas)
        return [
            FactGroup(gettext("Facts"), "home/components/number_fact.html"),
            *([FactGroup(gettext("Areas that serve this goal"), LINKS, links)] if links else []),
            *super().fact_groups(request),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the areas that serve this goal."""
        areas = pages_relating_to(ActivityAreaPage, "goals", self).defer_streamfields().order_by("number")
        return {**super().get_context(request, *args, **kwargs), "areas": areas}


class ActivityAreaIndexPage(IndexPage):
    """All areas of activity in their order."""

    template = "home/activity_area_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ActivityAreaPage"]
    page_description = _("Lists the areas of activity in the order of their numbers.")

    class Meta:
        verbose_name = _("list of activity areas")
        verbose_name_plural = _("lists of activity areas")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the areas in the order of their numbers."""
        return {**super().get_context(request, *args, **kwargs), "areas": areas_in(self.locale)}


class ActivityAreaPage(BasePage):
    """One area in which the association acts."""

    template = "home/activity_area_page.html"
    parent_page_types = ["home.ActivityAreaIndexPage"]
    subpage_types: list[str] = []
    page_description = _("An area in which the association acts, with its news and publications.")
    source_owned_fields = ("number", "goals")

    number = models.PositiveSmallIntegerField(_("number"), help_text=_("Its place in the statute. Lists follow it."))
    statement = models.TextField(
        _("statement"), help_text=_("What the association does here, word for word as in the statute.")
    )
    goals = ParentalManyToManyField(
        GoalPage,
        related_name="areas",
        blank=True,
        limit_choices_to=in_source_language,
        verbose_name=_("goals"),
        help_text=_("The goals that this area serves."),
    )
    body = BodyField(
        BODY_BLOCKS,
        verbose_name=_("text"),
        blank=True,
        help_text=_("What is done in this area, in blocks: text, images, tables, files."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("number"),
        FieldPanel("statement"),
        FieldPanel("goals", widget=forms.CheckboxSelectMultiple),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("statement"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("activity area")
        verbose_name_plural = _("activity areas")

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put its number first."""
        return [FactGroup(gettext("Facts"), "home/components/number_fact.html"), *super().fact_groups(request)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the goals that the area serves, and the newest of what the other apps offer about it."""
        offered = [
            shown_listing(request, listing.name, self.locale, ITEMS_OF_AREA, area=self)
            for listing in listings_by("area")
        ]
        return {
            **super().get_context(request, *args, **kwargs),
            "goals": related_pages(self, "goals").defer_streamfields().order_by("number"),
            "listings": [listing for listing in offered if listing],
        }


def goals_in(locale: Locale) -> PageQuerySet:
    """Return the goals that readers of a language may see, in the order of their numbers."""
    return visible_pages(GoalPage.objects.all(), locale).defer_streamfields().order_by("number")


def areas_in(locale: Locale) -> PageQuerySet:
    """Return the areas of activity that readers of a language may see, in the order of their numbers."""
    return visible_pages(ActivityAreaPage.objects.all(), locale).defer_streamfields().order_by("number")
