"""What the site knows of the two languages of a page: which Polish text readers see, and which one English follows."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.deletion import CASCADE, ProtectedError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from translation.locales import target_locale_id


def keep_from_purging(collector: Any, field: Any, sub_objs: Any, using: str) -> None:
    """On deletion of a revision: refuse, unless it goes together with its page.

    `purge_revisions` passes over revisions that refuse, so the text that a translation was made from stays readable.

    Raises:
        ProtectedError: the revision alone was to be deleted.
    """
    origin = collector.origin
    model = origin.model if isinstance(origin, models.QuerySet) else type(origin)
    if issubclass(model, Revision):
        raise ProtectedError("A translation refers to this revision.", set(sub_objs))
    CASCADE(collector, field, sub_objs, using)


class PublishedText(models.Model):
    """The words of a page in the source language as readers see them now, and since when they do.

    A change of what is not language (a date, a relation) and a publication of the same words leave the row alone.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="published_text"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", verbose_name=_("revision"), on_delete=keep_from_purging, related_name="+"
    )
    digest = models.CharField(_("fingerprint of the words"), max_length=64)
    changed_at = models.DateTimeField(_("changed"), db_index=True)

    class Meta:
        verbose_name = _("published text")
        verbose_name_plural = _("published texts")

    def __str__(self) -> str:
        return f"Text of page {self.page_id} since {self.changed_at:%Y-%m-%d %H:%M}"


class TranslationState(models.Model):
    """Which text of its source page a translation was last made true to."""

    page = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="translation_state"
    )
    source = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("source page"), on_delete=models.CASCADE, related_name="translation_states"
    )
    source_revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("revision of the source page"),
        on_delete=keep_from_purging,
        related_name="+",
    )
    source_digest = models.CharField(_("fingerprint of the words"), max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("states of translations")

    def __str__(self) -> str:
        return f"Page {self.page_id} follows revision {self.source_revision_id} of page {self.source_id}"

    @property
    def source_text(self) -> PublishedText | None:
        """The words of the source page that readers see now."""
        return getattr(self.source, "published_text", None)

    @property
    def is_outdated(self) -> bool:
        """Whether readers of the source page see other words than this translation was made from."""
        return self.source_text is not None and self.source_text.digest != self.source_digest


def english_of(page: Page) -> Page | None:
    """Return the translation of a page in the source language, in whatever state, or None."""
    return Page.objects.filter(translation_key=page.translation_key, locale_id=target_locale_id()).first()
