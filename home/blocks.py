"""The sections that staff compose the home page of. Each shows what is newest in its language when it is read."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Locale, Page

from core.blocks import TextBlock
from core.listings import listing, shown_listing
from core.navigation import active_language, section_address
from core.relations import versions_for_readers
from home.goals import ActivityAreaIndexPage, GoalIndexPage, areas_in, goals_in

PINNED_AT_MOST = 4
STORIES = 5


class SectionBlock(blocks.StructBlock):
    """A section of the home page. What it shows is asked for when a page is shown, in that page's language."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=80, help_text=_("Empty: the usual heading of this section.")
    )

    def shown(self, value: Any, request: HttpRequest, locale: Locale) -> dict[str, Any]:
        """Return what the template needs beside the block's own fields."""
        raise NotImplementedError

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add what is shown; nothing in the preview of a block, which stands on no page."""
        context = super().get_context(value, parent_context=parent_context)
        page, request = context.get("page"), context.get("request")
        if isinstance(page, Page) and request is not None:
            context.update(self.shown(value, request, page.locale))
        return context


class ListingBlock(SectionBlock):
    """A section that shows what an app offers under `listing_name`."""

    listing_name: str
    number = blocks.IntegerBlock(label=_("How many"), min_value=1, max_value=12, default=4)

    def shown(self, value: Any, request: HttpRequest, locale: Locale) -> dict[str, Any]:
        return {"shown": shown_listing(request, self.listing_name, locale, value["number"], on_home=True)}


class NewsSectionBlock(SectionBlock):
    """A lead story and more news beside it: what staff pinned, then the newest."""

    pinned = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("News"), page_type="news.NewsPage"),
        label=_("Pinned news"),
        max_num=PINNED_AT_MOST,
        default=[],
        help_text=_("The first of them is the lead story. The rest of the list is filled up with the newest."),
    )

    class Meta:
        label = _("News")
        icon = "doc-full"
        template = "home/blocks/news.html"
        description = _("One lead story with a large image, and four more pieces of news beside it.")

    def shown(self, value: Any, request: HttpRequest, locale: Locale) -> dict[str, Any]:
        keys: list[UUID] = [page.translation_key for page in value["pinned"] if page is not None]
        news = listing("news")
        return {
            "shown": shown_listing(request, "news", locale, STORIES, on_home=True, first=keys),
            "templates": {"story": news.item_template, "headline": news.item_template, **news.templates}
            if news
            else {},
        }


class GoalsSectionBlock(SectionBlock):
    """All goals, on a deep ground, with large numbers."""

    class Meta:
        label = _("Goals")
        icon = "tick"
        template = "home/blocks/goals.html"
        description = _("The goals of the association, each with its number and one sentence.")

    def shown(self, value: Any, request: HttpRequest, locale: Locale) -> dict[str, Any]:
        return {"goals": goals_in(locale), "more_url": section_address(request, GoalIndexPage)}


class AreasSectionBlock(SectionBlock):
    """All areas of activity, as the contents of a book."""

    note = blocks.CharBlock(
        label=_("Note"), required=False, max_length=160, help_text=_("One sentence beside the heading.")
    )

    class Meta:
        label = _("Activity areas")
        icon = "list-ol"
        template = "home/blocks/areas.html"
        description = _("A numbered index of the areas of activity.")

    def shown(self, value: Any, request: HttpRequest, locale: Locale) -> dict[str, Any]:
        return {"areas": areas_in(locale), "more_url": section_address(request, ActivityAreaIndexPage)}


class MembersSectionBlock(ListingBlock):
    """A strip of the members with their coats of arms."""

    listing_name = "members"
    number = blocks.IntegerBlock(label=_("How many"), min_value=1, max_value=60, default=24)

    class Meta:
        label = _("Members")
        icon = "group"
        template = "home/blocks/listing.html"
        description = _("The members in alphabetical order, each with its coat of arms.")


class PublicationsSectionBlock(ListingBlock):
    """The newest publications as covers."""

    listing_name = "publications"

    class Meta:
        label = _("Publications")
        icon = "doc-full-inverse"
        template = "home/blocks/publications.html"
        description = _("The newest publications as covers.")


class EventsSectionBlock(ListingBlock):
    """The events that come next."""

    listing_name = "events"
    number = blocks.IntegerBlock(label=_("How many"), min_value=1, max_value=12, default=3)

    class Meta:
        label = _("Events")
        icon = "date"
        template = "home/blocks/listing.html"
        description = _("The events that come next. The section is left out while there are none.")


class PartnerBlock(blocks.StructBlock):
    """One partner: a name, a sign, an address."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    image = ImageChooserBlock(
        label=_("Sign"), picture_preset="sign", required=False, help_text=_("Without one, the name is shown.")
    )
    url = blocks.URLBlock(label=_("Address"), required=False)

    class Meta:
        label = _("Partner")
        icon = "group"


class PartnersSectionBlock(blocks.StructBlock):
    """With whom the association works."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=80)
    partners = blocks.ListBlock(PartnerBlock(), label=_("Partners"), min_num=1)

    class Meta:
        label = _("Partners")
        icon = "link"
        template = "home/blocks/partners.html"
        description = _("Signs or names of partners, each with a link.")


class FundsSectionBlock(blocks.StructBlock):
    """The official string of signs of a project with EU funds, on white in every theme."""

    image = ImageChooserBlock(
        label=_("String of signs"),
        picture_preset="body",
        help_text=_("The official picture, as the institution gives it: at most four signs in one line."),
    )
    alt_text = blocks.CharBlock(
        label=_("Alternative text"), max_length=250, help_text=_("The names of the signs, from left to right.")
    )
    text = blocks.CharBlock(label=_("Text"), required=False, max_length=250)
    page = blocks.PageChooserBlock(label=_("Page with more"), required=False)

    class Meta:
        label = _("Signs of EU funds")
        icon = "image"
        template = "home/blocks/funds.html"
        description = _("The string of signs that projects with EU funds must show.")

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the page with more as readers of this language get it; none where they may not see it."""
        context = super().get_context(value, parent_context=parent_context)
        page = value["page"]
        context["shown_page"] = page and versions_for_readers([page], active_language()).get(page.translation_key)
        return context

    def clean(self, value: Any) -> Any:
        """Ask for a sentence where there is a page to link to: it is the link's text.

        Raises:
            StructBlockValidationError: it is missing.
        """
        value = super().clean(value)
        if value["page"] and not value["text"]:
            raise StructBlockValidationError(
                {"text": ValidationError(_("Write the sentence that leads to the page, or remove the page."))}
            )
        return value


class TextSectionBlock(blocks.StructBlock):
    """Words of the association's own, under a heading."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=80)
    text = TextBlock(label=_("Text"))

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        template = "home/blocks/text.html"
        description = _("A heading and a few paragraphs.")


class HeroLinkBlock(blocks.StructBlock):
    """One of the first links of the site."""

    text = blocks.CharBlock(
        label=_("Text"), max_length=40, help_text=_("What readers find there, in two or three words.")
    )
    page = blocks.PageChooserBlock(label=_("Page"))

    class Meta:
        label = _("Link")
        icon = "link"


# Sections that fill themselves would say the same twice.
ONCE = ("news", "events", "goals", "areas", "publications", "members")
HOME_BLOCKS = [
    ("news", NewsSectionBlock()),
    ("events", EventsSectionBlock()),
    ("goals", GoalsSectionBlock()),
    ("areas", AreasSectionBlock()),
    ("publications", PublicationsSectionBlock()),
    ("members", MembersSectionBlock()),
    ("partners", PartnersSectionBlock()),
    ("funds", FundsSectionBlock()),
    ("text", TextSectionBlock()),
]
