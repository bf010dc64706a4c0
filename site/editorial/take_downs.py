"""The three ways in which a page that was public comes down, and what its readers find instead."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from library.conditions import WrittenCondition


class TakeDownQuerySet(models.QuerySet):
    """Pages that were taken down."""

    def in_force(self) -> "TakeDownQuerySet":
        """Return those that nobody has lifted yet."""
        return self.filter(lifted_at=None)


class TakeDown(models.Model):
    """A page that was public was taken down, or marked as withdrawn, until that is lifted.

    A page that is down is lifted by publishing it again, which takes a new approval; a withdrawn one by a person.
    """

    class Kind(models.TextChoices):
        """Why, which decides what readers find."""

        ERROR = "error", _("published in error")
        CONSOLIDATED = "consolidated", _("said elsewhere")
        WITHDRAWN = "withdrawn", _("withdrawn")

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="take_downs")
    kind = models.CharField(_("way down"), max_length=20, choices=Kind)
    text = models.TextField(_("text for readers"), blank=True)
    target_page = models.ForeignKey(
        Page,
        verbose_name=_("page that says it now"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    target_url = models.URLField(_("address that says it now"), blank=True, max_length=500)
    path = models.CharField(_("address of the page"), max_length=500, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="take_downs"
    )
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    last_approval_id = models.BigIntegerField(_("last approval that it makes void"), default=0)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("lifted by"), null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TakeDownQuerySet.as_manager()

    class Meta:
        verbose_name = _("taking down of a page")
        verbose_name_plural = _("taking down of pages")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["page"], condition=Q(lifted_at=None), name="one_take_down_in_force"),
            models.CheckConstraint(
                condition=Q(kind="consolidated") | ~Q(text=""), name="take_down_says_something_to_readers"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.page_id}"


DOWN = (TakeDown.Kind.ERROR, TakeDown.Kind.CONSOLIDATED)
WITHDRAWN = f"""EXISTS (
SELECT 1 FROM {TakeDown._meta.db_table} down
WHERE down.page_id = {{0}} AND down.kind = %s AND down.lifted_at IS NULL)"""  # noqa: S608 - the name of a table


def is_withdrawn(page: str = "pk") -> WrittenCondition:
    """Return the condition, for a query of pages, that a page is marked as withdrawn.

    Args:
        page: the way from the queried model to the primary key of the page.
    """
    return WrittenCondition(WITHDRAWN, page, values=(TakeDown.Kind.WITHDRAWN,))
