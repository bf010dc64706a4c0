"""Files to download."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from core.blocks import previews


class FileBlock(blocks.StructBlock):
    """One file, named by what it holds."""

    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        label=_("Title"),
        max_length=200,
        help_text=_("What the file holds, in the language of this page. Never just “Download”."),
    )
    language = blocks.ChoiceBlock(
        label=_("Language of the file"),
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        search_index=False,
    )
    description = blocks.CharBlock(label=_("Description"), required=False, max_length=300)

    class Meta:
        label = _("File")
        icon = "doc-full"
        template = "core/blocks/file.html"


class FilesBlock(blocks.StructBlock):
    """A list of files under a heading of its own."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    files = blocks.ListBlock(FileBlock(), label=_("Files"), min_num=1)

    def level_after(self, raw: dict[str, Any], level: int) -> int:
        """Return the level of the heading that what follows stands under."""
        return 2 if raw.get("heading") else level

    class Meta:
        label = _("Files")
        icon = "doc-full"
        group = _("Data")
        template = "core/blocks/files.html"
        description = _("Documents to download, each with its title, format, size and language.")
        preview_value = staticmethod(previews.files)
