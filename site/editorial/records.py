"""Who changed a page, who approved it, and what changed for readers: rows that are only ever added."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that can be added and read."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("Records of publishing are never changed.")

    def delete(self) -> NoReturn:
        raise TypeError("Records of publishing are never deleted.")


class Record(models.Model):
    """A row about one revision of one page. It outlives both, so neither key is constrained.

    `digest` is `editorial.digest.page_digest` of the content at that moment.
    """

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="%(class)ss",
    )
    revision_id = models.BigIntegerField(_("number of the revision"), db_index=True)
    digest = models.CharField(_("fingerprint of the content"), max_length=64)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}: page {self.page_id}, revision {self.revision_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row.

        Raises:
            TypeError: the row exists already.
        """
        if self.pk is not None:
            raise TypeError("Records of publishing are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("Records of publishing are never deleted.")


class Contribution(Record):
    """Somebody changed what a page says. No user: code did, such as the loader of the content."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.PROTECT,
        related_name="contributions",
    )

    characters = models.PositiveIntegerField(_("characters changed outside of facts"), default=0)
    touches_facts = models.BooleanField(_("changes a number, a date, a link, or more than words"), default=False)

    class Meta(Record.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

    @classmethod
    def since_approval(cls, page: Page) -> "AppendOnlyQuerySet":
        """Return the contributions to a page since a second person last stood behind what it says."""
        approval = Approval.by_second_person().filter(page_id=page.pk).last()
        rows = cls.objects.filter(page_id=page.pk)
        return rows.filter(pk__gt=approval.last_contribution_id) if approval else rows


class Approval(Record):
    """Somebody allowed exactly this content of exactly this revision to go live."""

    class Kind(models.TextChoices):
        """On what ground."""

        WORKFLOW = "workflow", _("approved by a second person")
        EMERGENCY = "emergency", _("published in an emergency")
        CONTENT = "content", _("loaded with the site's structure")

    kind = models.CharField(_("ground"), max_length=20, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.PROTECT,
        related_name="approvals",
    )
    reason = models.TextField(_("reason"), blank=True)
    last_contribution_id = models.BigIntegerField(_("last contribution that it covers"), default=0)

    class Meta(Record.Meta):
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        indexes = [models.Index(fields=["page", "digest"], name="approval_of_content")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user__isnull=False) | models.Q(kind="content"),
                name="approval_names_a_person",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="emergency") | ~models.Q(reason=""), name="emergency_names_a_reason"
            ),
        ]

    @classmethod
    def by_second_person(cls) -> "AppendOnlyQuerySet":
        """Return all but the emergency publications that nobody has confirmed: those free nobody who wrote them."""
        return cls.objects.exclude(kind=cls.Kind.EMERGENCY, confirmation=None)

    def contributions(self) -> "AppendOnlyQuerySet":
        """Return the contributions that no second person stood behind before this approval."""
        former = Approval.by_second_person().filter(page_id=self.page_id, pk__lt=self.pk).last()
        rows = Contribution.objects.filter(page_id=self.page_id, pk__lte=self.last_contribution_id)
        return rows.filter(pk__gt=former.last_contribution_id) if former else rows


class Confirmation(Record):
    """Another person read what was published in an emergency, and stands by it."""

    approval = models.OneToOneField(
        Approval, verbose_name=_("emergency publication"), on_delete=models.PROTECT, related_name="confirmation"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="confirmations"
    )

    class Meta(Record.Meta):
        verbose_name = _("confirmation of an emergency publication")
        verbose_name_plural = _("confirmations of emergency publications")


class ChangeNote(Record):
    """What a major change of a page meant, in words for its readers; it went live at `created_at`."""

    text = models.TextField(_("change note"))

    class Meta(Record.Meta):
        verbose_name = _("change note")
        verbose_name_plural = _("change notes")
        constraints = [models.UniqueConstraint(fields=["page", "revision_id"], name="one_note_for_a_revision")]
