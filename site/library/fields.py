"""The field of an image in every form that takes one."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField

from library.contents import check_image

MILLION = 1_000_000


class ImageUploadField(WagtailImageField):
    """Wagtail's field, which decodes an image to learn its size. This one reads the size first, and says what to do."""

    def to_python(self, data: Any) -> Any:
        """Check the file's size, content and number of pixels before it is decoded.

        Raises:
            ValidationError: one of them is not accepted, or the image is damaged.
        """
        if isinstance(data, UploadedFile) and data.size:
            check_file_size(data, self.max_upload_size)
            check_image(data.name or "", data)
            self._check_pixels(data)
        try:
            return super().to_python(data)
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise _damaged() from error

    def _check_pixels(self, data: UploadedFile) -> None:
        try:
            with Image.open(data) as image:
                width, height = image.size
        except Image.DecompressionBombError as error:
            raise self._too_many_pixels(_("too many pixels to count")) from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
            raise _damaged() from error
        finally:
            data.seek(0)
        if width * height > self.max_image_pixels:
            size = _("%(width)d × %(height)d pixels") % {"width": width, "height": height}
            raise self._too_many_pixels(size)

    def _too_many_pixels(self, size: str) -> ValidationError:
        limit = self.max_image_pixels // MILLION
        return ValidationError(
            ngettext(
                "The image is too large: %(size)s. At most %(limit)d million pixels are accepted. "
                "Make it smaller, for example 4000 pixels wide, and upload it again.",
                "The image is too large: %(size)s. At most %(limit)d million pixels are accepted. "
                "Make it smaller, for example 4000 pixels wide, and upload it again.",
                limit,
            ),
            code="file_too_many_pixels",
            params={"size": size, "limit": limit},
        )


def check_file_size(data: UploadedFile, limit: int) -> None:
    """Check that a file is not longer than `limit` bytes.

    Raises:
        ValidationError: it is.
    """
    if data.size is not None and data.size > limit:
        raise ValidationError(
            _("The file is too big: %(size)s. At most %(limit)s is accepted. Make it smaller and upload it again."),
            code="file_too_large",
            params={"size": filesizeformat(data.size), "limit": filesizeformat(limit)},
        )


def _damaged() -> ValidationError:
    return ValidationError(
        _("The image is damaged or incomplete. Open it in a graphics program, save it again, and upload that."),
        code="invalid_image",
    )
