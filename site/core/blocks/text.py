"""Headings, running text, and text that is set apart."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import previews

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    """A heading inside the body. The page's title is its only h1, so levels start at 2."""

    text = blocks.CharBlock(label=_("Text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Section")), ("h3", _("Subsection")), ("h4", _("Part of a subsection"))],
        default="h2",
        search_index=False,
        help_text=_("Do not skip a level: a subsection stands inside a section."),
    )

    def level_after(self, raw: dict[str, Any], level: int) -> int:
        """Return the level of the heading that what follows stands under: this one's."""
        return int(str(raw.get("level") or f"h{level}")[1:])

    class Meta:
        label = _("Heading")
        icon = "title"
        group = _("Text")
        template = "core/blocks/heading.html"
        description = _("Divides the text and lets readers jump to a part.")
        preview_value = {"text": "Zakres działań", "level": "h2"}


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists with links."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        group = _("Text")
        template = "core/blocks/text.html"
        description = _("Paragraphs, lists and links.")
        preview_value = "<p>Gminy planują rozwój razem.</p>"


class QuoteBlock(blocks.StructBlock):
    """What somebody said or wrote, and who."""

    text = blocks.TextBlock(
        label=_("Words"),
        max_length=1000,
        rows=3,
        help_text=_("Word for word, without quotation marks. An empty line begins a new paragraph."),
    )
    name = blocks.CharBlock(
        label=_("Who said it"),
        max_length=120,
        help_text=_("A person, or the document that the words are from."),
    )
    function = blocks.CharBlock(
        label=_("Function"),
        required=False,
        max_length=160,
        help_text=_("What the person is, at the time of the words."),
    )
    language = blocks.ChoiceBlock(
        label=_("Language of the words"),
        choices=settings.LANGUAGES,
        required=False,
        search_index=False,
        help_text=_("Choose it only if the words are not in the language of the page."),
    )

    class Meta:
        label = _("Quotation")
        icon = "openquote"
        group = _("Text")
        template = "core/blocks/quote.html"
        description = _("Words of a person or a document, with who said them.")
        preview_value = staticmethod(previews.quote)


class CallOutValue(blocks.StructValue):
    """A call-out with its kind in words."""

    @property
    def kind_name(self) -> str:
        """The kind in the language of the reader."""
        return str(dict(CallOutBlock.KINDS).get(self["kind"], ""))


class CallOutBlock(blocks.StructBlock):
    """A few sentences that must not be missed."""

    KINDS = [
        ("information", _("Information")),
        ("important", _("Important")),
        ("deadline", _("Deadline")),
        ("success", _("Done")),
    ]

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=KINDS,
        default="information",
        search_index=False,
        help_text=_("Readers see its name, not only its colour."),
    )
    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("What it is about, in a few words.")
    )
    text = TextBlock(label=_("Text"), help_text=_("Two or three sentences. What is longer is ordinary text."))

    class Meta:
        label = _("Call-out")
        icon = "warning"
        group = _("Text")
        template = "core/blocks/call_out.html"
        value_class = CallOutValue
        description = _("A deadline, a warning or a piece of information that stands out of the text.")
        preview_value = staticmethod(previews.call_out)


class AccordionItemBlock(blocks.StructBlock):
    """A heading, and the text that it opens."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=150, help_text=_("A question, or what the text is about.")
    )
    text = TextBlock(label=_("Text"), help_text=_("What readers see once they have opened it."))

    class Meta:
        label = _("Part")
        icon = "collapse-down"


class AccordionBlock(blocks.StructBlock):
    """Parts that readers open one by one."""

    parts = blocks.ListBlock(
        AccordionItemBlock(),
        label=_("Parts"),
        min_num=1,
        help_text=_("Closed at first. What everybody needs to read is ordinary text."),
    )

    class Meta:
        label = _("Accordion")
        icon = "collapse-down"
        group = _("Text")
        template = "core/blocks/accordion.html"
        description = _("Questions and answers, or details, of which each reader opens a few.")
        preview_value = staticmethod(previews.accordion)
