"""What the delivery of pages keeps in the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Generation(models.Model):
    """The name of the state of everything that readers may see: one row, for sites without a shared cache."""

    token = models.CharField(_("token"), max_length=40)

    class Meta:
        verbose_name = _("generation")

    def __str__(self) -> str:
        return self.token
