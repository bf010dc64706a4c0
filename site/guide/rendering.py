"""How a document becomes a page of the guide: its links lead to other pages of it, its tables can be scrolled."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from django.utils.safestring import SafeString, mark_safe
from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.treeprocessors import Treeprocessor
from PIL import Image

AFTER_HEADINGS_HAVE_IDS = 1  # priority; the table of contents has 5
ELSEWHERE = ("http://", "https://", "mailto:", "#")
HEADINGS = ("h2", "h3", "h4")


@dataclass(frozen=True)
class Heading:
    """A heading of the first two levels below the title, as the table of contents names it."""

    id: str
    text: str
    children: tuple["Heading", ...]


@dataclass(frozen=True)
class Addresses:
    """Where the files that a document names are found on the site.

    `of_document` returns None for one that is no page of the guide.
    """

    of_document: Callable[[Path], str | None]
    of_picture: Callable[[Path], str]


@dataclass(frozen=True)
class Rendered:
    """A document as the guide shows it: its title, its first sentence, its headings, the text, and its pictures."""

    title: str
    summary: str
    contents: tuple[Heading, ...]
    html: SafeString
    pictures: tuple[Path, ...]


def render(text: str, folder: Path, addresses: Addresses) -> Rendered:
    """Render a document.

    Args:
        text: Markdown that we have written ourselves: HTML in it is kept.
        folder: that its file lies in, from which its links lead.
        addresses: where they lead on the site.
    """
    markdown = Markdown(
        extensions=["tables", "sane_lists", TocExtension(toc_depth="2-3", slugify=slugify_unicode)],
        output_format="html",
    )
    page = _PageOfTheGuide(markdown, folder, addresses)
    markdown.treeprocessors.register(page, "guide", AFTER_HEADINGS_HAVE_IDS)
    html = mark_safe(markdown.convert(text))  # noqa: S308 - a file of the project, nothing that somebody typed
    contents = _headings(markdown.toc_tokens)  # type: ignore[attr-defined]  # the extension adds it
    return Rendered(page.title, page.summary, contents, html, tuple(page.pictures))


def _headings(tokens: list) -> tuple[Heading, ...]:
    return tuple(Heading(token["id"], token["name"], _headings(token["children"])) for token in tokens)


class _PageOfTheGuide(Treeprocessor):
    """Makes the tree of a document that of a page, and keeps what is shown elsewhere than in its text."""

    def __init__(self, markdown: Markdown, folder: Path, addresses: Addresses) -> None:
        super().__init__(markdown)
        self.folder, self.addresses = folder, addresses
        self.title, self.summary = "", ""
        self.pictures: list[Path] = []

    def run(self, root: Element) -> None:
        self._take_title(root)
        self._drop_links_between_files(root)
        first = next(root.iter("p"), None)
        self.summary = _first_sentence(first) if first is not None else ""
        self._wrap_tables(root)
        for link in root.iter("a"):
            self._lead(link)
        for image in root.iter("img"):
            self._show(image)

    def _take_title(self, root: Element) -> None:
        """The admin's header shows it."""
        if (title := root.find("h1")) is not None:
            self.title = "".join(title.itertext())
            root.remove(title)

    @staticmethod
    def _drop_links_between_files(root: Element) -> None:
        """A first paragraph of nothing but links is for those who read the files; the guide has its own."""
        first = next(iter(root), None)
        if first is None or first.tag != "p" or any(child.tag != "a" for child in first):
            return
        beside_links = (first.text or "") + "".join(child.tail or "" for child in first)
        if not re.search(r"\w", beside_links):
            root.remove(first)

    @staticmethod
    def _wrap_tables(root: Element) -> None:
        heading = ""
        for place, element in enumerate(list(root)):
            if element.tag in HEADINGS:
                heading = element.get("id", "")
            elif element.tag == "table":
                frame = Element("div", {"class": "guide__table", "role": "region", "tabindex": "0"})
                if heading:
                    frame.set("aria-labelledby", heading)
                frame.append(element)
                root[place] = frame

    def _lead(self, link: Element) -> None:
        target, hash_sign, place = link.get("href", "").partition("#")
        if link.get("href", "").startswith(ELSEWHERE):
            return
        address = self.addresses.of_document((self.folder / target).resolve())
        if address is None:
            link.tag = "span"
            link.attrib.clear()
        else:
            link.set("href", f"{address}{hash_sign}{place}")

    def _show(self, image: Element) -> None:
        path = (self.folder / image.get("src", "")).resolve()
        self.pictures.append(path)
        image.set("src", self.addresses.of_picture(path))
        image.set("loading", "lazy")
        # So that a place further down that somebody leads to stays where it is when the pictures come
        with Image.open(path) as picture:
            image.set("width", str(picture.width))
            image.set("height", str(picture.height))


def _first_sentence(paragraph: Element) -> str:
    text = " ".join("".join(paragraph.itertext()).split())
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]
