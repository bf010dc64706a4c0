"""Home, standard and contact pages."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from core.blocks import BODY_BLOCKS
from core.facts import FactGroup
from core.fields import BodyField
from core.landscape import landscape
from core.models import BasePage
from core.navigation import sections
from core.relations import counterparts
from delivery.caching.parts import shared
from editorial.visibility import visible_pages
from home.blocks import HOME_BLOCKS, ONCE, HeroLinkBlock


class HomePage(BasePage):
    """The first page of one language: a statement, the land of the members, and sections that staff compose."""

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "home.GoalIndexPage",
        "home.ActivityAreaIndexPage",
        "home.ContactPage",
        "home.AccessibilityStatementPage",
        "home.EasyReadPage",
        "home.SignLanguagePage",
        "home.PrivacyPolicyPage",
        "news.NewsIndexPage",
        "news.EventIndexPage",
        "publications.PublicationIndexPage",
        "members.MemberIndexPage",
    ]
    page_description = _("The first page of the site in one language.")

    kicker = models.CharField(
        _("line above the statement"),
        max_length=80,
        blank=True,
        help_text=_("What kind of body this is, such as “Association of local governments”."),
    )
    statement = models.CharField(
        pgettext_lazy("home page", "statement"),
        max_length=250,
        help_text=_("One sentence that says what the association is. It stands at the top of the page."),
    )
    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("Two or three sentences under the statement."),
    )
    links = BodyField(
        [("link", HeroLinkBlock())],
        verbose_name=_("links under the introduction"),
        blank=True,
        max_num=2,
        help_text=_("At most two pages that most readers come for. They are shown as buttons."),
    )
    sections = BodyField(
        HOME_BLOCKS,
        verbose_name=_("sections"),
        blank=True,
        block_counts={name: {"max_num": 1} for name in ONCE},
        help_text=_("What stands below, in this order. Each section fills itself with what is newest in its language."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kicker"),
        FieldPanel("statement"),
        FieldPanel("introduction"),
        FieldPanel("links"),
        FieldPanel("sections"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("statement"),
        index.SearchField("introduction"),
        index.SearchField("sections"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def headline(self) -> str:
        return self.statement

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the land of the members, and the links as readers of this language can follow them."""
        chosen = [(each["value"]["page"], each["value"]["text"]) for each in self.links.raw_data]
        # Most links lead to sections, which the menu has asked for already.
        pages: dict[int, Page] = {each.pk: each for each in sections(request) if each.locale_id == self.locale_id}
        pages |= counterparts([number for number, _text in chosen if number and number not in pages], self.locale)
        return {
            **super().get_context(request, *args, **kwargs),
            "landscape": shared(request, "landscape", lambda: landscape(self.locale)),
            "hero_links": [{"page": pages[number], "text": text} for number, text in chosen if number in pages],
        }


class StandardPage(BasePage):
    """A page of text: about the association, its board, its statute."""

    template = "home/standard_page.html"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    page_description = _("A page of text, for what does not change every week.")

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences that say what the page is about.")
    )
    body = BodyField(
        BODY_BLOCKS,
        verbose_name=_("text"),
        blank=True,
        help_text=_("The page itself, in blocks: headings, text, images, tables, files."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages below this one."""
        below = visible_pages(StandardPage.objects.child_of(self), self.locale) if self.path else []
        return {**super().get_context(request, *args, **kwargs), "children": below}


class ContactPage(BasePage):
    """How to reach the association. Addresses and numbers come from the settings."""

    template = "home/contact_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    web_page_type = "ContactPage"
    page_description = _("How to reach the association: its data from the settings, and directions in words.")

    introduction = models.TextField(_("introduction"), blank=True, help_text=_("Who answers, and how soon."))
    body = BodyField(
        BODY_BLOCKS,
        verbose_name=_("text"),
        blank=True,
        help_text=_("Directions in words, and whom to ask about what."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def fact_groups(self, request: HttpRequest) -> list[FactGroup]:
        """Put the association's own data first."""
        return [FactGroup(gettext("Contact"), "components/contact_data.html"), *super().fact_groups(request)]
