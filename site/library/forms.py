"""The forms of images and documents: the same rules on every route by which a file comes in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from library.contents import check_document
from library.fields import ImageUploadField, check_file_size


def _in_place_of(field: forms.Field, replacement: type[forms.FileField]) -> forms.FileField:
    return replacement(label=field.label, required=field.required, widget=field.widget)


class ImageForm(BaseImageForm):
    """An image. Wagtail makes the fields from the model, so ours takes the place of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = _in_place_of(self.fields["file"], ImageUploadField)


class DocumentUploadField(WagtailDocumentField):
    """A document, checked by what it holds."""

    def to_python(self, data: Any) -> Any:
        """Check the file's size and content.

        Raises:
            ValidationError: one of them is not accepted.
        """
        if isinstance(data, UploadedFile) and data.size:
            check_file_size(data, self.max_upload_size)
            check_document(data.name or "", data)
        return super().to_python(data)


class DocumentForm(BaseDocumentForm):
    """A document."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = _in_place_of(self.fields["file"], DocumentUploadField)


class ProfilePictureForm(AvatarPreferencesForm):
    """A person's picture: an upload as any other."""

    avatar = ImageUploadField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["avatar"].label = AvatarPreferencesForm.base_fields["avatar"].label
