"""Where files are kept, and under which names.

`default` is private: whatever is uploaded, and whatever is made of it, lies where no web server reaches. `public` holds
nothing but copies of renditions that live pages show (`library.release`).
"""

import os
import secrets
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.urls import reverse
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

LONGEST_STEM = 60
RENDITIONS = "images"  # the folder in public storage
UNGUESSABLE = 24  # bytes of chance in a public name


class PrivateStorage(FileSystemStorage):
    """A folder that no web server hands out: views do, after asking who may see the file."""

    @property
    def base_location(self) -> str:
        return str(settings.PRIVATE_ROOT)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        """Return the address at which staff with rights to the file find it."""
        return reverse("private_file", args=[name])


def public_storage() -> Storage:
    """Return the storage from which a web server hands out files to everybody."""
    return storages["public"]


def document_path(_instance: Any, filename: str) -> str:
    """Return where a document is kept: its own name in ASCII, Polish letters by their base letters."""
    path = PurePosixPath(filename)
    return f"documents/{_plain(path.stem) or 'document'}{string_to_ascii(path.suffix).lower()}"


def public_name(filename: str) -> str:
    """Return a new name in public storage for a rendition, which nobody can guess from the image or another name."""
    path = PurePosixPath(filename)
    stem = _plain(path.name.partition(".")[0]) or "image"
    return f"{RENDITIONS}/{stem}-{secrets.token_urlsafe(UNGUESSABLE)}{path.suffix}"


def _plain(stem: str) -> str:
    return slugify(string_to_ascii(stem))[:LONGEST_STEM].strip("-_")
