"""Why something that a check found may stay: rows that are only ever added."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.records import Record


class Override(Record):
    """Somebody said why a finding does not stand in the way of approval.

    It holds for this very place of the page, as long as it says the same, in later revisions too. What the place says
    is not kept, only its fingerprint: it may be a person's number.
    """

    check_identifier = models.CharField(_("check"), max_length=40)
    path = models.TextField(_("place"))
    fingerprint = models.CharField(_("fingerprint of the finding"), max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="overrides"
    )
    reason = models.TextField(_("reason"))

    class Meta(Record.Meta):
        verbose_name = _("override of a check")
        verbose_name_plural = _("overrides of checks")
        indexes = [models.Index(fields=["page", "fingerprint"], name="override_of_finding")]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="override_names_a_reason")]
