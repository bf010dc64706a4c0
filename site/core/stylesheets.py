"""One stylesheet out of several: what `css/site.css` imports, in its order, as one file under the same name.

The parts are plain CSS that a browser could read as they are; readers get them in one request instead of fifteen.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

NAME = "css/site.css"
IMPORT = re.compile(r'^@import url\("(?P<part>[\w-]+\.css)"\)(?: (?P<media>[^;]+))?;$', re.MULTILINE)


class StylesheetFinder(BaseFinder):
    """Finds `css/site.css` with its imports in place. It stands before the finder of the plain files."""

    def __init__(self, app_names: object = None, *args: Any, **kwargs: Any) -> None:
        self.source = Path(settings.SOURCE) / "static" / NAME
        self.storage = FileSystemStorage(location=settings.VAR / "stylesheets")

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        """Return where the joined stylesheet lies, made anew if a part has changed; nothing for any other path."""
        if path != NAME:
            return []
        found = self.storage.path(NAME)
        self.build(Path(found))
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:
        """Give the joined stylesheet to collect."""
        self.build(Path(self.storage.path(NAME)))
        yield NAME, self.storage

    def build(self, target: Path) -> None:
        """Write the joined stylesheet unless it is newer than all of its parts."""
        newest = max(part.stat().st_mtime_ns for part in (self.source, *self.source.parent.glob("*.css")))
        if target.exists() and target.stat().st_mtime_ns > newest:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".partial")  # another process may be serving the old one at this moment
        partial.write_text(joined(self.source), encoding="utf-8")
        partial.replace(target)


def joined(source: Path) -> str:
    """Return a stylesheet with what it imports from its own folder in place of the imports."""

    def part(found: re.Match[str]) -> str:
        text = (source.parent / found["part"]).read_text(encoding="utf-8")
        return f"@media {found['media']} {{\n{text}}}\n" if found["media"] else text

    return IMPORT.sub(part, source.read_text(encoding="utf-8"))
