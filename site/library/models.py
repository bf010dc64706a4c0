"""Images and documents."""

from typing import Any, ClassVar, cast

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image
from wagtail.models import Page

from library.contents import extension_of
from library.encoding import ReadersFilter
from library.pdf_tags import has_tags
from library.storage import document_path, public_storage
from library.use import changed_fields, why_not_change


class KeptWhileShown:
    """A file of which readers see `seen_by_readers` on live pages; the forms refuse to change these while they do.

    The rule itself stands where files are saved (`editorial.files`). Here it answers beside the field.
    """

    seen_by_readers: ClassVar[tuple[str, ...]]

    def clean(self) -> None:
        """Refuse a change of what readers see.

        Raises:
            ValidationError: on each field that changed.
        """
        super().clean()  # type: ignore[misc]  # it is mixed into a model
        file = cast(models.Model, self)
        changed = changed_fields(file, self.seen_by_readers)
        if changed and (reason := why_not_change(file)):
            raise ValidationError(dict.fromkeys(changed, reason))


class CustomImage(KeptWhileShown, AbstractImage):
    """An image and who made it. What it says in words belongs to each place of use, in that page's language."""

    seen_by_readers = ("file", "credit")

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the image, and its licence."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:  # noqa: A002 - Wagtail's
        """Return the file of a rendition, as readers may have it."""
        return super().generate_rendition_file(ReadersFilter(filter.spec), source=source)


class CustomRendition(AbstractRendition):
    """One size of an image. Its file is private; while a live page shows the image, public storage has a copy of it."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")
    public_name = models.CharField(_("name of the public copy"), max_length=150, blank=True, editable=False)
    is_released = models.BooleanField(_("has a public copy"), default=False, editable=False)

    @property
    def url(self) -> str:
        """The address of the public copy; without one, of the view that asks who may see the image."""
        if self.is_released:
            return public_storage().url(self.public_name)
        return reverse("rendition", args=[self.image_id, self.filename])

    @property
    def filename(self) -> str:
        """The last part of the private file's name."""
        return str(self.file.name).rpartition("/")[2]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition")
        ]


class CustomDocument(KeptWhileShown, AbstractDocument):
    """A file for readers to download."""

    seen_by_readers = ("file",)

    file = models.FileField(_("file"), upload_to=document_path)

    has_pdf_tags = models.BooleanField(
        _("PDF with tags"),
        null=True,
        editable=False,
        help_text=_("Read from the file when it is uploaded; unknown for files of other formats."),
    )

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the document, and note of a new file whether it is a tagged PDF."""
        is_new = not getattr(self.file, "_committed", True)
        if self.file and is_new:
            is_pdf = extension_of(self.file.name or "") == "pdf"
            self.has_pdf_tags = has_tags(self.file) if is_pdf else None
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Check the extension, if there is a file: without one the form has said why already.

        Raises:
            ValidationError: on `file`.
        """
        if self.file:
            super().clean()


class FileUse(models.Model):
    """A page that shows an image or offers a document: what its row says, or what its newest draft says.

    Written in the transaction that saves the page (`library.use`). Whether readers see the page is never kept here, but
    asked of the page itself.
    """

    wagtail_reference_index_ignore = True  # it tells nothing that Wagtail's index does not know of the page

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="file_uses")
    image = models.ForeignKey(CustomImage, null=True, on_delete=models.CASCADE, related_name="uses")
    document = models.ForeignKey(CustomDocument, null=True, on_delete=models.CASCADE, related_name="uses")
    in_draft = models.BooleanField(_("in the newest draft"))

    class Meta:
        verbose_name = _("use of a file")
        verbose_name_plural = _("uses of files")
        constraints = [
            models.UniqueConstraint(fields=["page", "image", "in_draft"], name="one_use_of_an_image"),
            models.UniqueConstraint(fields=["page", "document", "in_draft"], name="one_use_of_a_document"),
            models.CheckConstraint(condition=Q(image=None) ^ Q(document=None), name="use_of_one_file"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.image_id or self.document_id}"
