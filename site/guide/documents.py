"""Which documents the guide holds, and what their files say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.urls import reverse

from guide.rendering import Addresses, Rendered, render

DOCS = Path(__file__).resolve().parents[2] / "docs"
LANGUAGES = ("pl", "en")

# The folder of each document, in the order in which they are listed
FOLDERS: Mapping[str, str] = {
    "publishing": "editors",
    "desk": "editors",
    "approving": "editors",
    "checks": "editors",
    "after-publishing": "editors",
    "recycle-bin": "editors",
    "notifications": "editors",
    "search": "editors",
    "blocks": "editors",
    "home-page": "editors",
    "declaration": "editors",
    "legal-pages": "editors",
    "translating": "translators",
    "true-to-polish": "translators",
}


@dataclass(frozen=True)
class Document:
    """A page of the guide in one language."""

    name: str
    language: str

    @property
    def path(self) -> Path:
        """Its file."""
        return DOCS / FOLDERS[self.name] / f"{self.name}.{self.language}.md"

    @property
    def url(self) -> str:
        """Its address in the admin."""
        return reverse("guide:page", args=[self.name, self.language])

    @property
    def rendered(self) -> Rendered:
        """What its file says. The file is read again when it has changed."""
        return _render(self, self.path.stat().st_mtime_ns)


@lru_cache(maxsize=2 * len(FOLDERS) * len(LANGUAGES))
def _render(document: Document, changed_at: int) -> Rendered:
    return render(document.path.read_text(encoding="utf-8"), document.path.parent, ADDRESSES)


def documents(language: str) -> list[Document]:
    """Return every page of the guide in a language, in order."""
    return [Document(name, language) for name in FOLDERS]


def pictures() -> dict[str, Path]:
    """Return the files of all pictures that the documents show, by the names under which they are served."""
    shown = {path for document in _KNOWN.values() for path in document.rendered.pictures}
    return {_name_of_picture(path): path for path in shown}


def _name_of_picture(path: Path) -> str:
    return path.relative_to(DOCS / "images").as_posix()


def _address_of_document(path: Path) -> str | None:
    document = _KNOWN.get(path)
    return document.url if document else None


def _address_of_picture(path: Path) -> str:
    return reverse("guide:picture", args=[_name_of_picture(path)])


_KNOWN = {document.path: document for language in LANGUAGES for document in documents(language)}
ADDRESSES = Addresses(_address_of_document, _address_of_picture)
