"""What a machine suggested for an English page, until a person has read it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MachineText(models.Model):
    """A text that a machine gave for one English page. While a passage says just that, somebody has to have read it."""

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("English page"), on_delete=models.CASCADE, related_name="machine_texts"
    )
    digest = models.CharField(_("fingerprint of the text"), max_length=64)
    translator = models.CharField(_("machine translator"), max_length=60)
    created_at = models.DateTimeField(_("suggested"), auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("asked by"), on_delete=models.PROTECT, related_name="+"
    )
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("read by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(_("read"), null=True)

    class Meta:
        verbose_name = _("text of a machine")
        verbose_name_plural = _("texts of a machine")
        constraints = [models.UniqueConstraint(fields=["page", "digest"], name="machine_text_once_a_page")]

    def __str__(self) -> str:
        return f"{self.translator} for page {self.page_id}"
