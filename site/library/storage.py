"""Where documents are kept, and under which names."""

import os
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

LONGEST_STEM = 60


class DocumentStorage(FileSystemStorage):
    """A folder that no web server hands out: Wagtail's view does, after asking who may read the document."""

    @property
    def base_location(self) -> str:
        return str(settings.DOCUMENTS_ROOT)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        """Refuse: a document has no address of its own.

        Raises:
            NotImplementedError: always; Wagtail then uses its view.
        """
        raise NotImplementedError("Documents are served by Wagtail's view.")


def documents_storage() -> Storage:
    """Return the storage that the settings name for documents."""
    return storages["documents"]


def document_path(_instance: Any, filename: str) -> str:
    """Return where a document is kept: its own name in ASCII, Polish letters by their base letters."""
    path = PurePosixPath(filename)
    stem = slugify(string_to_ascii(path.stem))[:LONGEST_STEM].strip("-_") or "document"
    return f"documents/{stem}{string_to_ascii(path.suffix).lower()}"
