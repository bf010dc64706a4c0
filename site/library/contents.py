"""What an uploaded file holds, asked of its content and not of its name."""

import re
import zipfile
from collections.abc import Callable, Mapping
from typing import IO

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

HEAD = 8192
CHUNK = 1024 * 1024

# What the library calls the content of an image with each extension
IMAGE_KINDS = {"avif": "avif", "gif": "gif", "jpeg": "jpg", "jpg": "jpg", "png": "png", "webp": "webp"}

# Major brands of films (ISO/IEC 14496-12 and -14)
MP4_BRANDS = frozenset({b"M4V ", b"avc1", b"dash", b"iso2", b"iso4", b"iso5", b"iso6", b"isom", b"mp41", b"mp42"})

WRONG_CONTENT = gettext_lazy(
    "“%(name)s” is not a .%(extension)s file: its content is of another kind%(kind)s. Renaming a file does not change "
    "what it holds. Open it in the program that made it, save it as .%(extension)s, and upload that."
)


def extension_of(name: str) -> str:
    """Return the extension of a file name, in lower case and without the dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def kind_of(file: IO[bytes]) -> str:
    """Return the usual extension of what the file holds, or an empty text if it is not known."""
    file.seek(0)
    guess = filetype.guess(file.read(HEAD))
    file.seek(0)
    return guess.extension if guess else ""


def wrong_content(name: str, kind: str) -> ValidationError:
    """Return the error for a file whose content is not what its name says."""
    return ValidationError(
        WRONG_CONTENT,
        code="wrong_content",
        params={"name": name, "extension": extension_of(name), "kind": f" (.{kind})" if kind else ""},
    )


def check_image(name: str, file: IO[bytes]) -> None:
    """Check that an image is of an accepted format and holds what its name says.

    Raises:
        ValidationError: it does not.
    """
    extension = extension_of(name)
    if extension not in settings.WAGTAILIMAGES_EXTENSIONS:
        raise _not_accepted(name, settings.WAGTAILIMAGES_EXTENSIONS)
    kind = kind_of(file)
    if kind != IMAGE_KINDS[extension]:
        raise wrong_content(name, kind)


def check_document(name: str, file: IO[bytes]) -> None:
    """Check that a document is of an accepted format and holds what its name says.

    Raises:
        ValidationError: it does not.
    """
    extension = extension_of(name)
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        raise _not_accepted(name, settings.WAGTAILDOCS_EXTENSIONS)
    file.seek(0)
    holds = DOCUMENT_CHECKS[extension](file)
    file.seek(0)
    if not holds:
        raise wrong_content(name, kind_of(file))


def _not_accepted(name: str, accepted: list[str]) -> ValidationError:
    return ValidationError(
        _("“%(name)s” cannot be uploaded. Save it in one of these formats first: %(formats)s."),
        code="invalid_extension",
        params={"name": name, "formats": ", ".join(accepted)},
    )


def _is_pdf(file: IO[bytes]) -> bool:
    return file.read(5) == b"%PDF-"


def _is_text(file: IO[bytes]) -> bool:
    """Whether it has no NUL and is not another known kind. Old Polish encodings are text too."""
    if kind_of(file):
        return False
    while chunk := file.read(CHUNK):
        if b"\x00" in chunk:
            return False
    return True


def _is_json(file: IO[bytes]) -> bool:
    return file.read(HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" and _is_text(file)


def _is_captions(file: IO[bytes]) -> bool:
    """Whether it is WebVTT, which is always in UTF-8."""
    content = file.read().removeprefix(b"\xef\xbb\xbf")
    if not re.match(rb"WEBVTT(?=[ \t\r\n]|$)", content) or b"\x00" in content:
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_mp4(file: IO[bytes]) -> bool:
    """Whether it is a film in the ISO container, of a brand that programs write; no image and no QuickTime."""
    head = file.read(12)
    return head[4:8] == b"ftyp" and head[8:12] in MP4_BRANDS


def _is_webm(file: IO[bytes]) -> bool:
    return kind_of(file) == "webm"


def _archive_with(member: str = "", mimetype: str = "") -> Callable[[IO[bytes]], bool]:
    """Return a check for a ZIP archive that has a certain file, or says in `mimetype` what it is."""

    def holds(file: IO[bytes]) -> bool:
        if file.read(4) not in {b"PK\x03\x04", b"PK\x05\x06"}:
            return False
        try:
            with zipfile.ZipFile(file) as archive:
                if mimetype:
                    with archive.open("mimetype") as declared:
                        return declared.read(200).strip() == mimetype.encode()
                return not member or member in archive.namelist()
        except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
            return False

    return holds


DOCUMENT_CHECKS: Mapping[str, Callable[[IO[bytes]], bool]] = {
    "csv": _is_text,
    "docx": _archive_with(member="word/document.xml"),
    "geojson": _is_json,
    "mp4": _is_mp4,
    "ods": _archive_with(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    "odt": _archive_with(mimetype="application/vnd.oasis.opendocument.text"),
    "pdf": _is_pdf,
    "pptx": _archive_with(member="ppt/presentation.xml"),
    "txt": _is_text,
    "vtt": _is_captions,
    "webm": _is_webm,
    "xlsx": _archive_with(member="xl/workbook.xml"),
    "zip": _archive_with(),
}
