"""The image above a page's text, which lists show too."""

from collections.abc import Mapping
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from core.pages import BasePage


class LeadImageMixin(BasePage):
    """A page with a lead image, and with the words that stand for it or the mark that none are needed.

    The image is language as its words are: a translation keeps both until somebody approves others, so that nobody
    reads words that were written of another picture. The page adds `lead_image_panel` to its panels.
    """

    picture_presets: ClassVar[Mapping[str, tuple[str, ...]]] = {"lead_image": ("lead", "story", "card")}

    lead_image = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("lead image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A wide photograph, at least 1200 pixels. What is written in it stands in the text too."),
    )
    lead_image_alt = models.CharField(
        _("alternative text of the lead image"),
        max_length=250,
        blank=True,
        help_text=_("What the image says, for readers who do not see it. Leave empty only for a decoration."),
    )
    lead_image_decorative = models.BooleanField(
        _("lead image is decoration only"),
        default=False,
        help_text=_("The image says nothing that the text does not say."),
    )
    lead_image_credit = models.CharField(
        _("credit of the lead image"),
        max_length=250,
        blank=True,
        help_text=_("Who made the image. Empty: the credit kept with the image."),
    )

    class Meta:
        abstract = True

    @property
    def lead_image_words(self) -> str:
        """What stands for the image where it is not seen: nothing for a decoration."""
        return "" if self.lead_image_decorative else self.lead_image_alt

    def clean(self) -> None:
        """Ask for alternative text unless the image is said to be a decoration. A draft may wait for it.

        Raises:
            ValidationError: on `lead_image_alt`: it is missing, or stands beside the mark.
        """
        super().clean()
        if not self.lead_image_id or self.is_unfinished:
            return
        if not self.lead_image_alt.strip() and not self.lead_image_decorative:
            raise ValidationError({"lead_image_alt": _("Describe the image, or mark it as decoration only.")})
        if self.lead_image_alt.strip() and self.lead_image_decorative:
            raise ValidationError({"lead_image_alt": _("A decoration has no alternative text. Remove one of the two.")})


def lead_image_panel() -> MultiFieldPanel:
    """Return the panel for the fields of `LeadImageMixin`."""
    names = ("lead_image", "lead_image_alt", "lead_image_decorative", "lead_image_credit")
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=_("Lead image"))
