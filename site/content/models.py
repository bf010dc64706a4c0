"""What the example set is made of, so that it can be removed to the last file."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class ExampleItem(models.Model):
    """One thing that loading the example set made: a page, an image, a document, a collection or an account."""

    key = models.CharField(_("key"), max_length=120, unique=True)
    content_type = models.ForeignKey(ContentType, verbose_name=_("type"), on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(_("number"))
    item = GenericForeignKey()

    # It says where a thing came from; it is no use of the thing.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("part of the example set")
        verbose_name_plural = _("parts of the example set")

    def __str__(self) -> str:
        return self.key
