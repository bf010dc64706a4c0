"""What images say to readers who do not see them."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import BaseStructBlock
from wagtail.images.blocks import ImageChooserBlock

from checks.base import Check, Finding
from checks.content import Content
from checks.walk import Part

FILE_NAME = re.compile(
    r"\S*\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)|(?:img|dsc|dscn|dscf|pxl|scan|skan|image|obraz|zdjęcie)[-_ ]?\d+",
    re.IGNORECASE,
)
SAYS_NOTHING = frozenset(
    (
        *("zdjęcie", "foto", "fotografia", "obraz", "obrazek", "grafika", "ilustracja", "baner", "plakat"),
        *("photo", "photograph", "picture", "image", "graphic", "illustration", "banner", "poster"),
    )
)


def alternative_texts(content: Content) -> Iterator[tuple[Part, str, bool]]:
    """Yield, for each image that has a field for words, that field, the words, and whether it is a decoration."""
    fields = content.by_path
    if "lead_image_alt" in fields and fields["lead_image"].value:
        part = fields["lead_image_alt"]
        yield part, str(part.value or "").strip(), bool(fields["lead_image_decorative"].value)
    for struct in content.of(BaseStructBlock):
        blocks = struct.child_blocks
        has_image = any(
            isinstance(block, ImageChooserBlock) and struct.child(name).value for name, block in blocks.items()
        )
        if has_image and "alt_text" in blocks:
            part = struct.child("alt_text")
            is_decorative = "decorative" in blocks and bool(struct.child("decorative").value)
            yield part, str(part.value or "").strip(), is_decorative


class MissingAlternativeText(Check):
    """An image without words, that is not marked as a decoration. The editor's form asks for them too."""

    identifier = "image-alt"
    title = gettext_lazy("An image without alternative text")
    excusable = False

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every image that lacks them."""
        for part, text, is_decorative in alternative_texts(content):
            if not text and not is_decorative:
                yield self.finding(part, _("Say what the image says, or mark it as decoration only."))


class EmptyAlternativeText(Check):
    """Words that say nothing of what is to be seen: the name of a file, or the word “photo”."""

    identifier = "image-alt-empty"
    title = gettext_lazy("Alternative text that says nothing")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every such text."""
        for part, text, _is_decorative in alternative_texts(content):
            if FILE_NAME.fullmatch(text) or text.rstrip(".").casefold() in SAYS_NOTHING:
                said = _("“%(text)s” tells nobody what is to be seen. Say what the image says.")
                yield self.finding(part, said % {"text": text}, text)
