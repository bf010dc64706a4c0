"""When a live page has to be read again, and by whom."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class ReviewDate(models.Model):
    """The day by which a person has to say that a page still holds. It changes without a new version of the page."""

    page = models.OneToOneField(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="review_date")
    review_by = models.DateField(_("review by"), help_text=_("The day by which the page has to be read again."))
    contact = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person with an account"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="review_dates",
    )
    contact_name = models.CharField(_("name of a person without an account"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail address of that person"), blank=True)
    last_reviewed_at = models.DateTimeField(_("last reviewed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("review date")
        verbose_name_plural = _("review dates")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.review_by}"

    @property
    def contact_label(self) -> str:
        """Who is reminded, in words."""
        return str(self.contact) if self.contact else self.contact_name or self.contact_email

    def clean(self) -> None:
        """Ask for exactly one contact.

        Raises:
            ValidationError: there is none, or there are two.
        """
        super().clean()
        if self.contact and (self.contact_email or self.contact_name):
            raise ValidationError({"contact": _("Name either a person with an account or one without, not both.")})
        if not self.contact and not self.contact_email:
            raise ValidationError({"contact": _("Name who is to be reminded: a person here, or an e-mail address.")})
