"""Images and documents."""

from typing import Any, ClassVar, cast

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from library.contents import extension_of
from library.encoding import ReadersFilter
from library.pdf_tags import has_tags
from library.storage import document_path, documents_storage
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
    """One size of an image."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition")
        ]


class CustomDocument(KeptWhileShown, AbstractDocument):
    """A file for readers to download."""

    seen_by_readers = ("file",)

    file = models.FileField(_("file"), upload_to=document_path, storage=documents_storage)

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
