"""Whose structure an English page has, and which of its texts found no place when it was brought over."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from translation.kept_revisions import keep_from_purging


class MergedStructure(models.Model):
    """The Polish revision whose structure an English page was started with, or was last given.

    It is the base of the next merge. What the English words are true to is another matter.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="merged_structure"
    )
    source_revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("revision of the source page"),
        on_delete=keep_from_purging,
        related_name="+",
    )
    merged_at = models.DateTimeField(_("when"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("structure brought over")
        verbose_name_plural = _("structures brought over")

    def __str__(self) -> str:
        return f"Page {self.page_id} has the structure of revision {self.source_revision_id}"


class Leftover(models.Model):
    """An English text that is not in the newest version of its page any more, though nobody who saw it took it out.

    A merge did, or a save of somebody who had opened an older version. It is kept until a person says that it is not
    needed.

    `revision` is the English revision that held it last, `markup` its HTML, if it was rich text.
    """

    class Reason(models.TextChoices):
        """Why it has no place."""

        REMOVED = "removed", _("its Polish counterpart was removed")
        UNKNOWN = "unknown", _("the site does not know this kind of block any more")
        OVERTAKEN = "overtaken", _("somebody saved the page who had opened it before this was written")

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="leftovers"
    )
    path = models.TextField(_("where it was, as ids"))
    label = models.TextField(_("where it was"))
    text = models.TextField(_("text"))
    markup = models.TextField(_("text with markup"), blank=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision", verbose_name=_("revision"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, default=Reason.REMOVED)
    created_at = models.DateTimeField(_("when"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("text without a place")
        verbose_name_plural = _("texts without a place")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.label}: {self.text[:80]}"
