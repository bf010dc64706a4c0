"""Headings and running text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    """A heading inside the body. The page's title is its only h1, so levels start at 2."""

    text = blocks.CharBlock(label=_("Text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Section")), ("h3", _("Subsection")), ("h4", _("Part of a subsection"))],
        default="h2",
        help_text=_("Do not skip a level: a subsection stands inside a section."),
    )

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
