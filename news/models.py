"""News of the association and its members, and their events."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.blocks import BODY_BLOCKS
from core.collation import polish_key
from core.facts import FactGroup
from core.fields import BodyField
from core.filters import FilterForm, RelationFilter, ValueFilter
from core.index_pages import IndexPage, IndexPageMixin, add_area_titles
from core.lead_image import LeadImageMixin, lead_image_panel
from core.metadata import describe, shortened
from core.models import BasePage
from core.relations import related_pages, related_through
from core.structured_data import Node, image_object, organization_reference, without_blanks
from library.conditions import is_child_of
from news.event_index import EventIndexPage
from news.events import EventPage
from translation.locales import in_source_language

__all__ = ["EventIndexPage", "EventPage", "NewsIndexPage", "NewsPage"]

# A total order: what has the same date follows the order of publication.
NEWEST_FIRST = ("-date", "-first_published_at", "-pk")
LONGEST_HEADLINE = 110  # characters that search engines take
LEAD_IMAGE = "lead"  # the preset that the page shows it as


class NewsPage(LeadImageMixin, BasePage):
    """One piece of news."""

    template = "news/news_page.html"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    page_description = _("Something that happened or will happen.")
    open_graph_type = "article"
    source_owned_fields = ("date", "areas", "members", "featured")
    search_year = "date__year"
    search_ages = True

    lead = models.TextField(
        _("lead"),
        max_length=500,
        help_text=_("Two or three sentences that say what happened, to whom and when. Lists show them."),
    )
    date = models.DateField(_("date shown"), default=timezone.localdate, help_text=_("Lists are ordered by it."))
    body = BodyField(
        BODY_BLOCKS,
        verbose_name=_("text"),
        blank=True,
        help_text=_("The whole story, in blocks: headings, text, images, tables, files."),
    )
    areas = ParentalManyToManyField(
        "home.ActivityAreaPage",
        related_name="news",
        blank=True,
        limit_choices_to=in_source_language,
        verbose_name=_("activity areas"),
        help_text=_("The areas that this news belongs to. Their pages show it."),
    )
    members = ParentalManyToManyField(
        "members.MemberPage",
        related_name="news",
        blank=True,
        limit_choices_to=in_source_language,
        verbose_name=_("members"),
        help_text=_("The members that this news is about. Their pages show it."),
    )
    author_line = models.CharField(
        _("author line"), max_length=120, blank=True, help_text=_("Who signs the text, for example the office.")
    )
    featured = models.BooleanField(_("featured"), default=False, help_text=_("Shown first on the home page."))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("date"),
        FieldPanel("body"),
        lead_image_panel(),
        MultiFieldPanel(
            [
                FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
                FieldPanel("members", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("What it is about"),
        ),
        FieldPanel("author_line"),
        FieldPanel("featured"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("author_line"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")
        indexes = [
            models.Index(fields=["-date"], name="news_by_date"),
            models.Index(fields=["-featured", "-date"], name="news_on_home_by_date"),
        ]

    # Titles of the areas in the reader's language, filled by a list that shows them
    area_titles: Sequence[str] = ()

    @property
    def changed_on(self) -> datetime.date | None:
        """The day of the last change that was published, if it is not the day of the first publication."""
        if self.first_published_at is None or self.last_published_at is None:
            return None
        first, last = timezone.localdate(self.first_published_at), timezone.localdate(self.last_published_at)
        return last if last > first else None

    @cached_property
    def shown_areas(self) -> list[Any]:
        """The areas it belongs to, in the reader's language, in the order of their numbers."""
        return list(related_pages(self, "areas").defer_streamfields().order_by("number"))

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put its date first."""
        return [FactGroup(gettext("Facts"), "news/components/news_facts.html"), *super().fact_groups(request)]

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Add the article."""
        url = self.get_full_url(request)
        association = organization_reference(request)
        article = {
            "@type": "NewsArticle",
            "@id": f"{url}#article",
            "url": url,
            "mainEntityOfPage": {"@id": url},
            "headline": shortened(self.title, LONGEST_HEADLINE),
            "description": describe(self),
            "inLanguage": self.locale.language_code,
            "datePublished": self.date.isoformat(),
            "dateModified": self.modified_at,
            "author": {"@type": "Organization", "name": self.author_line} if self.author_line else association,
            "publisher": association,
            "image": image_object(request, self.lead_image, LEAD_IMAGE),
            "articleSection": [area.title for area in self.shown_areas],
        }
        return [*super().structured_data(request), without_blanks(article)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the areas it belongs to, the goals they serve and the members it is about, in the reader's language."""
        members = related_pages(self, "members").defer_streamfields()
        areas = self.shown_areas
        goals = related_through(areas, "goals", self.locale).defer_streamfields().order_by("number") if areas else []
        return {
            **super().get_context(request, *args, **kwargs),
            "areas": areas,
            "goals": goals,
            "members": sorted(members, key=lambda member: polish_key(member.title)),
        }


class NewsIndexPage(IndexPageMixin, IndexPage):
    """All news, newest first."""

    template = "news/news_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    page_description = _("Lists the news, newest first.")

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    pictures_in_list = {"lead_image": ("card",)}
    filters = (
        RelationFilter("area", _("Activity area"), NewsPage, "areas", order="number"),
        RelationFilter("member", _("Member"), NewsPage, "members", unchosen=pgettext_lazy("members", "All")),
        ValueFilter("year", _("Year"), "date__year"),
    )

    def listed_pages(self) -> PageQuerySet:
        """Return the news, newest first; what has the same date in the order of publication."""
        return NewsPage.objects.filter(is_child_of(self)).order_by(*NEWEST_FIRST)

    def load(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the news with their images."""
        return super().load(pages).select_related("lead_image")

    def prepare(self, pages: list[NewsPage], form: FilterForm) -> None:
        """Give each piece of news the titles of its areas in the reader's language."""
        add_area_titles(pages, form)
