"""Images, one by one and several together."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from core.blocks import previews


class ImageBlock(blocks.StructBlock):
    """An image with the words that stand for it, a caption and a credit."""

    image = ImageChooserBlock(label=_("Image"), picture_preset="body")
    alt_text = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=250,
        help_text=_("What the image says, for readers who do not see it. Leave empty only for a decoration."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decoration only"),
        required=False,
        help_text=_("The image says nothing that the text does not say."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)
    credit = blocks.CharBlock(
        label=_("Credit"),
        required=False,
        max_length=250,
        help_text=_("Who made the image. Empty: the credit kept with the image."),
    )

    def clean(self, value: Any) -> Any:
        """Ask for alternative text unless the image is said to be a decoration.

        Raises:
            StructBlockValidationError: the text is missing, or stands beside "decoration only".
        """
        value = super().clean(value)
        if not (value["alt_text"] or value["decorative"] or self.is_deferred_validation):
            raise StructBlockValidationError(
                {"alt_text": ValidationError(_("Describe the image, or mark it as decoration only."))}
            )
        if value["alt_text"] and value["decorative"]:
            raise StructBlockValidationError(
                {"decorative": ValidationError(_("A decoration has no alternative text. Remove one of the two."))}
            )
        return value

    class Meta:
        label = _("Image")
        icon = "image"
        group = _("Media")
        template = "core/blocks/image.html"
        description = _("An image with alternative text, caption and credit.")
        preview_value = staticmethod(previews.image)


class GalleryBlock(blocks.StructBlock):
    """Several images that are looked at together."""

    images = blocks.ListBlock(
        ImageBlock(),
        label=_("Images"),
        min_num=2,
        help_text=_("Two or more, in the order in which they are looked at. One alone is an image block."),
    )

    class Meta:
        label = _("Gallery")
        icon = "grid"
        group = _("Media")
        template = "core/blocks/gallery.html"
        description = _("Two or more images side by side, each with its alternative text, caption and credit.")
        preview_value = staticmethod(previews.gallery)
