"""Which Polish text readers see, how far the English version of it is, and what people said of the two."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from editorial.bin import is_in_bin
from translation.kept_revisions import keep_from_purging
from translation.locales import target_locale_id


class KeptRevision(models.ForeignKey):
    """A revision that is not purged while a row refers to it."""

    def __init__(self, verbose_name: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("to", "wagtailcore.Revision")
        kwargs.setdefault("on_delete", keep_from_purging)
        kwargs.setdefault("related_name", "+")
        super().__init__(verbose_name=verbose_name, **kwargs)


class PublishedText(models.Model):
    """The words of a page in the source language as readers see them now, and since when they do.

    A change of what is not language (a date, a relation) and a publication of the same words leave the row alone.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="published_text"
    )
    revision = KeptRevision(_("revision"))
    digest = models.CharField(_("fingerprint of the words"), max_length=64)
    changed_at = models.DateTimeField(_("changed"), db_index=True)
    words = models.PositiveIntegerField(_("words"), default=0)

    class Meta:
        verbose_name = _("published text")
        verbose_name_plural = _("published texts")

    def __str__(self) -> str:
        return f"Text of page {self.page_id} since {self.changed_at:%Y-%m-%d %H:%M}"


class TranslationState(models.Model):
    """How far the English version of a Polish page is: one row for every Polish page.

    `true_to` is the Polish revision that a person said the English page, as readers see it, is true to. `begun_from` is
    the one that the draft was started from, or last submitted as true to: what its words follow while there is no
    `true_to`. `worked_from` is the one that was beside the draft when it was last saved, which a submission is said to
    be true to. All may lag behind what Polish readers see; `drift` says how far the first of them does.
    """

    class State(models.TextChoices):
        """How far."""

        NONE = "none", _("not started")
        BINNED = "binned", _("in the recycle bin")
        STARTED = "started", _("started")
        RETURNED = "returned", _("sent back")
        REVIEW = "review", _("in approval")
        TRUE = "true", _("true")
        DRIFTED = "drifted", _("drifted")
        WITHHELD = "withheld", _("withheld on purpose")

    class Drift(models.IntegerChoices):
        """What has changed in Polish at worst."""

        NONE = 0, _("nothing")
        TYPO = 1, _("slips of the pen")
        WORDING = 2, _("words")
        FACT = 3, _("facts")

    source = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("Polish page"), on_delete=models.CASCADE, related_name="translation_state"
    )
    page = models.OneToOneField(
        "wagtailcore.Page",
        verbose_name=_("English page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="english_state",
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.NONE, db_index=True)
    true_to = KeptRevision(_("true to"), null=True)
    true_digest = models.CharField(_("fingerprint of the words that it is true to"), max_length=64, blank=True)
    confirmed_at = models.DateTimeField(_("said to be true"), null=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    begun_from = KeptRevision(_("begun from"), null=True)
    worked_from = KeptRevision(_("worked from"), null=True)
    drift = models.PositiveSmallIntegerField(_("drift"), choices=Drift, default=Drift.NONE, db_index=True)
    fact_kinds = models.CharField(_("kinds of facts that changed"), max_length=200, blank=True)
    drifted_at = models.DateTimeField(_("drifted since"), null=True)
    fact_changed_at = models.DateTimeField(_("fact changed"), null=True)
    words_left = models.PositiveIntegerField(_("words to translate"), default=0)
    request = models.ForeignKey(
        "translation.TranslationRequest",
        verbose_name=_("open request that holds for it"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="states",
    )
    withheld_reason = models.TextField(_("reason"), blank=True)
    withheld_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("withheld by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    withheld_at = models.DateTimeField(_("withheld"), null=True)

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("states of translations")

    def __str__(self) -> str:
        return f"English of page {self.source_id}: {self.state}"

    @property
    def base_id(self) -> int | None:
        """The key of `base`."""
        return self.true_to_id or self.begun_from_id

    @property
    def base(self) -> Revision | None:
        """The Polish revision that the English words follow, from which drift is counted."""
        return self.true_to or self.begun_from

    @property
    def source_text(self) -> PublishedText | None:
        """The words of the source page that readers see now."""
        return getattr(self.source, "published_text", None)

    @property
    def is_outdated(self) -> bool:
        """Whether the Polish words, or facts among them, are others than those the English version says."""
        return self.drift >= self.Drift.WORDING

    @property
    def kinds(self) -> list[str]:
        """The kinds of facts that changed."""
        return self.fact_kinds.split(",") if self.fact_kinds else []


class Statement(models.Model):
    """Somebody said that one version of an English page is true to one revision of its Polish page.

    No user: content that code loaded. It holds for readers from `effective_at` on, when they see that version.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("English page"), on_delete=models.CASCADE, related_name="statements"
    )
    revision = KeptRevision(_("English revision"))
    source_revision = KeptRevision(_("Polish revision"))
    source_digest = models.CharField(_("fingerprint of the Polish words"), max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField(_("said"), auto_now_add=True)
    effective_at = models.DateTimeField(_("holds since"), null=True)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Page {self.page_id} is true to revision {self.source_revision_id}"


class AcceptedDifference(models.Model):
    """A fact in which an English page differs from its Polish page, and why somebody said that it is true even so.

    `user` gave the reason at `given_at`, which may be before the statement, and somebody else than who made it.
    """

    statement = models.ForeignKey(
        Statement, verbose_name=_("statement"), on_delete=models.CASCADE, related_name="accepted"
    )
    kind = models.CharField(_("kind"), max_length=20)
    polish = models.CharField(_("in Polish"), max_length=200, blank=True)
    english = models.CharField(_("in English"), max_length=200, blank=True)
    path = models.CharField(_("where"), max_length=500)
    reason = models.TextField(_("reason"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("accepted difference")
        verbose_name_plural = _("accepted differences")

    def __str__(self) -> str:
        return f"{self.kind}: {self.polish} / {self.english}"


class SettledSegment(models.Model):
    """A changed Polish segment of which somebody said that its English needs no change, or has had it.

    `text_digest` is of the Polish segment as it is now: once it changes again, the row says nothing any more.
    """

    class Ground(models.TextChoices):
        """Who said so."""

        TRANSLATOR = "translator", _("a translator")
        AUTHOR = "author", _("the author, confirmed by whoever approved")

    state = models.ForeignKey(
        TranslationState, verbose_name=_("translation"), on_delete=models.CASCADE, related_name="settled"
    )
    path = models.CharField(_("where"), max_length=500)
    text_digest = models.CharField(_("fingerprint of the segment"), max_length=64)
    ground = models.CharField(_("ground"), max_length=10, choices=Ground)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("settled segment")
        verbose_name_plural = _("settled segments")
        constraints = [
            models.UniqueConstraint(fields=["state", "path", "text_digest"], name="settled_once"),
        ]

    def __str__(self) -> str:
        return f"{self.path} of translation {self.state_id}"


class SameInEnglish(models.Model):
    """A Polish segment of which somebody said that it is the same in English, such as a name.

    `text_digest` is of the Polish segment. The row is gone once readers see another one in its place.
    """

    state = models.ForeignKey(
        TranslationState, verbose_name=_("translation"), on_delete=models.CASCADE, related_name="same"
    )
    path = models.CharField(_("where"), max_length=500)
    text_digest = models.CharField(_("fingerprint of the segment"), max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("segment that is the same in English")
        verbose_name_plural = _("segments that are the same in English")
        constraints = [
            models.UniqueConstraint(fields=["state", "path", "text_digest"], name="same_once"),
        ]

    def __str__(self) -> str:
        return f"{self.path} of translation {self.state_id}"


def english_of(page: Page) -> Page | None:
    """Return the translation of a page in the source language, in whatever state, or None."""
    return Page.objects.filter(translation_key=page.translation_key, locale_id=target_locale_id()).first()


def english_in_place(page: Page) -> Page | None:
    """Return the same, unless it is in the recycle bin."""
    english = english_of(page)
    return None if english is None or is_in_bin(english) else english
