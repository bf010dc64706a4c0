"""What a special-needs reader is told about the association: five topics, in every form the same ones."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.search import index

from core.blocks import ImageBlock, TextBlock
from core.fields import BodyField
from core.models import BasePage


class SubheadingBlock(blocks.CharBlock):
    """A heading inside a topic, whose own heading is the page's."""

    class Meta:
        label = _("Heading")
        icon = "title"
        template = "home/blocks/subheading.html"
        description = _("Divides a topic.")


TOPIC_BLOCKS = [
    ("heading", SubheadingBlock(max_length=120)),
    ("text", TextBlock(features=["bold", "ol", "ul", "link"])),
    ("image", ImageBlock()),
]
HEADINGS: dict[str, Promise] = {
    "who_we_are": _("Who we are"),
    "what_we_do": _("What we do"),
    "contact": _("How to contact us"),
    "matters": _("How to settle a matter"),
    "accessibility": _("Accessibility"),
}


@dataclass(frozen=True)
class Topic:
    """One topic as a page shows it: the name of its field, its heading and its blocks."""

    name: str
    heading: Promise
    stream: StreamValue


def _topic_field(name: str, help_text: Any) -> BodyField:
    return BodyField(TOPIC_BLOCKS, verbose_name=HEADINGS[name], help_text=help_text)


class FiveTopicsPage(BasePage):
    """A page that tells the five things that the law asks for, each under a heading that is always the same."""

    who_we_are = _topic_field("who_we_are", _("What kind of body the association is, and who its members are."))
    what_we_do = _topic_field("what_we_do", _("What the association does, and for whom."))
    contact = _topic_field(
        "contact", _("How a person may reach the office. The address and the numbers follow from the settings.")
    )
    matters = _topic_field("matters", _("What a person who wants something from the association does, step by step."))
    accessibility = _topic_field("accessibility", _("What helps people with special needs here, and what is missing."))

    topic_panels = [FieldPanel(name) for name in HEADINGS]
    search_fields = [*BasePage.search_fields, *(index.SearchField(name) for name in HEADINGS)]

    class Meta:
        abstract = True

    @property
    def topics(self) -> list[Topic]:
        """The topics that say something, in their order."""
        return [Topic(name, heading, stream) for name, heading in HEADINGS.items() if (stream := getattr(self, name))]
