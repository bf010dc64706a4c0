"""What is in the recycle bin: for each page that was deleted, where it stood, who deleted it, and when."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page


def kept() -> timedelta:
    """Return how long a page can be restored."""
    return timedelta(days=settings.RECYCLE_BIN_DAYS)


class BinnedPage(models.Model):
    """A page in the recycle bin, with all below it. The row goes when the page is restored or purged."""

    page = models.OneToOneField(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="binned")
    slug = models.SlugField(_("former slug"), max_length=255)
    parent = models.ForeignKey(
        Page,
        verbose_name=_("page that it stood below"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    parent_title = models.CharField(_("title of the page that it stood below"), max_length=255)
    next_sibling = models.ForeignKey(
        Page, verbose_name=_("page that it stood before"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    companion_of = models.ForeignKey(
        "self",
        verbose_name=_("page that took it along"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="companions",
        help_text=_("The page in the source language. It comes back with that one."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    binned_at = models.DateTimeField(_("deleted"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("page in the recycle bin")
        verbose_name_plural = _("pages in the recycle bin")
        ordering = ["-binned_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.slug}"

    @property
    def kept_until(self) -> datetime:
        """The moment from which on it may be purged."""
        return self.binned_at + kept()

    @property
    def last_day(self) -> str:
        """The day until which it can be restored, as people write it."""
        return date_format(timezone.localtime(self.kept_until), "DATE_FORMAT")

    @property
    def type_label(self) -> str:
        """The type of the page in words."""
        return get_content_type_label(self.page.content_type)
