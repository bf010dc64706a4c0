"""Reads the example texts and turns them into the fields of pages."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import yaml

from content.loading import block

HERE = Path(__file__).parent
MARK = {"pl": "(przykład)", "en": "(example)"}
NOTICE = {
    "pl": "<p><i>To jest treść przykładowa. Miejsca, osoby, liczby i wydarzenia są zmyślone.</i></p>",
    "en": "<p><i>This is example content. Its places, people, figures and events are made up.</i></p>",
}
SOURCE = {"pl": "dane przykładowe", "en": "example data"}
LINK = re.compile(r'href="page:([a-z]+/[a-z0-9-]+)"')


@cache
def read(name: str) -> dict[str, Any]:
    """Read one of the YAML files that lie beside this module."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def worded(entry: Any, language: str) -> Any:
    """Return an entry with its words in one language: what is written by language is replaced by what it says."""
    if isinstance(entry, list):
        return [worded(each, language) for each in entry]
    if not isinstance(entry, dict):
        return entry
    if entry.keys() <= MARK.keys():
        return entry[language]
    return {name: worded(each, language) for name, each in entry.items()}


class Body:
    """Turns the parts of a text into the raw blocks of a stream, in one language.

    Args:
        language: of the page.
        page_id: returns the number of the page that a link such as "news/targi" means.
        image_id, document_id: numbers by name.
    """

    def __init__(
        self,
        language: str,
        page_id: Callable[[str], int],
        image_id: Mapping[str, int],
        document_id: Mapping[str, int],
    ) -> None:
        self.language = language
        self.page_id = page_id
        self.image_id = image_id
        self.document_id = document_id

    def blocks(self, key: UUID, parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the blocks, and last the notice that all of this is an example."""
        made = []
        for number, part in enumerate(parts):
            ((kind, entry),) = part.items()
            made.append(block(key, kind, getattr(self, f"_{kind}")(key, entry), number))
        return [*made, block(key, "text", NOTICE[self.language], len(parts))]

    def files(self, key: UUID, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the blocks of a publication's files."""
        return [block(key, "file", self._file(entry), number) for number, entry in enumerate(entries)]

    def _heading(self, key: UUID, entry: dict[str, str]) -> dict[str, str]:
        return {"text": entry[self.language], "level": "h2"}

    def _text(self, key: UUID, entry: dict[str, str]) -> str:
        return LINK.sub(lambda link: f'linktype="page" id="{self.page_id(link[1])}"', entry[self.language])

    def _worded(self, entry: Any) -> Any:
        """Return an entry with its words in the language of the page."""
        return worded(entry, self.language)

    def _items(self, key: UUID, kind: str, values: list[Any]) -> list[dict[str, Any]]:
        """Return the items of a list, whose ids are the same in every language."""
        return [
            {"type": "item", "id": str(uuid5(key, f"{kind}/{number}")), "value": value}
            for number, value in enumerate(values)
        ]

    def _quote(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        return self._worded(entry)

    def _call_out(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        return self._worded(entry)

    def _contact(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        return self._worded(entry)

    def _events(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        return self._worded(entry)

    def _video(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        return self._worded(entry)

    def _accordion(self, key: UUID, entry: list[dict[str, Any]]) -> dict[str, Any]:
        return {"parts": self._items(key, "accordion", self._worded(entry))}

    def _gallery(self, key: UUID, entry: list[dict[str, Any]]) -> dict[str, Any]:
        return {"images": self._items(key, "gallery", [self._image(key, image) for image in entry])}

    def _links(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        links = [
            {**self._worded(link), "page": self.page_id(link["page"]) if "page" in link else None}
            for link in entry["links"]
        ]
        return {"heading": entry["heading"][self.language], "links": self._items(key, "links", links)}

    def _image(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        return {
            "image": self.image_id[entry["image"]],
            "alt_text": entry["alt"][self.language],
            "decorative": False,
            "caption": entry.get("caption", {}).get(self.language, ""),
            "credit": entry.get("credit", {}).get(self.language, ""),
        }

    def _table(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        return {
            "data": [[str(cell) for cell in row] for row in entry["rows"][self.language]],
            "cell": [],
            "mergeCells": [],
            "table_caption": entry["caption"][self.language],
            "table_header_choice": "row",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
        }

    def _files(self, key: UUID, entry: dict[str, Any]) -> dict[str, Any]:
        return {
            "heading": entry["heading"][self.language],
            "files": self._items(key, "files", [self._file(row) for row in entry["files"]]),
        }

    def _file(self, entry: dict[str, Any]) -> dict[str, Any]:
        return {
            "document": self.document_id[entry["document"]],
            "title": entry["title"][self.language],
            "language": entry["language"],
            "description": entry["description"][self.language],
        }
