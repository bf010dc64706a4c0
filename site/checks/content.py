"""What a page says, as the checks ask for it: its texts, its links, and what those lead to.

Everything is read once, however many checks there are. What is asked of the database takes one query for each kind of
thing, however many of them the page has.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from django.db.models import CharField, EmailField, Field, SlugField, TextField, URLField
from django.utils import timezone
from stdnum import iban
from wagtail.blocks import BaseStructBlock, Block, CharBlock, PageChooserBlock, RichTextBlock, TextBlock, URLBlock
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField
from wagtail.models import Page, Revision

from checks.addresses import dead_addresses
from checks.walk import Part, parts_of
from core.models import AssociationSettings
from library.keys import key_named_by
from library.models import CustomDocument
from translation import segments
from translation.truth.measuring import parts_of_revision
from translation.truth.models import SameInEnglish, TranslationState
from translation.truth.statements import polish_in_question, state_of

# A page as a translator works on it
Segments = dict[segments.Path, segments.Part]
# Elements of rich text
BEGIN_A_LINE = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "br", "hr"})
# Fields of a structure that stand as the text of its link
LINK_TEXTS = ("title", "text")


@dataclass(frozen=True)
class Passage:
    """A text without markup: a whole field, a line of rich text, or a cell of a table."""

    part: Part
    text: str


@dataclass(frozen=True)
class Link:
    """A link that readers follow.

    Attributes:
        part: the rich text that holds it, or the field of a block that names its target.
        text_part: where its text is written.
        text: what readers see of it; None where the target gives its own title.
        page_id: of a page of this site.
        document_id: of a document of this site.
        address: as it was typed, where it is neither.
    """

    part: Part
    text_part: Part
    text: str | None
    page_id: int | None = None
    document_id: int | None = None
    address: str = ""

    @property
    def target(self) -> str:
        """What tells this link from another one with the same text."""
        return f"{self.page_id or ''}/{self.document_id or ''}/{self.address}"


@dataclass(frozen=True)
class Target:
    """A page that is linked to, and whether readers get it, in whatever language."""

    title: str
    is_live: bool


class Content:
    """What a specific page says, in the version that it is an object of."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def parts(self) -> list[Part]:
        """Every value of the page."""
        return list(parts_of(self.page))

    @cached_property
    def by_path(self) -> dict[str, Part]:
        """The same, by path."""
        return {part.path: part for part in self.parts}

    def of(self, *kinds: type[Block] | type[Field]) -> Iterator[Part]:
        """Yield the values that a field or a block of one of these classes defines."""
        return (part for part in self.parts if isinstance(part.kind, kinds))

    @cached_property
    def rich_texts(self) -> dict[str, BeautifulSoup]:
        """Every rich text, parsed, by its path."""
        return {
            part.path: BeautifulSoup(part.value, "html.parser")
            for part in self.of(RichTextBlock, RichTextField)
            if isinstance(part.value, str) and part.value
        }

    @cached_property
    def passages(self) -> list[Passage]:
        """Every text that staff have written, in the order in which it stands in the page."""
        return [Passage(part, text) for part in self.parts for text in self._texts(part) if text.strip()]

    def _texts(self, part: Part) -> Iterator[str]:
        kind, value = part.kind, part.value
        if part.path in self.rich_texts:
            yield from _lines(self.rich_texts[part.path])
        elif isinstance(kind, TableBlock) and isinstance(value, dict):
            yield str(value.get("table_caption") or "")
            yield from (str(cell) for row in value.get("data") or () for cell in row if cell)
        elif isinstance(value, str) and _is_plain_text(kind):
            yield value

    @cached_property
    def links(self) -> list[Link]:
        """Every link: in rich texts, in blocks, and in lists of chosen pages."""
        rich = [link for part in self.parts if part.path in self.rich_texts for link in self._links_in(part)]
        of_blocks = [link for part in self.of(BaseStructBlock) for link in _links_of_struct(part)]
        known = {link.part.path for link in of_blocks}
        chosen = [
            Link(part, part, None, page_id=part.value)
            for part in self.of(PageChooserBlock)
            if isinstance(part.value, int) and part.path not in known
        ]
        return [*rich, *of_blocks, *chosen]

    def _links_in(self, part: Part) -> Iterator[Link]:
        for anchor in self.rich_texts[part.path].find_all("a"):
            number = key_named_by(anchor.get("id"))
            kind = anchor.get("linktype")
            yield Link(
                part,
                part,
                anchor.get_text(),
                page_id=number if kind == "page" else None,
                document_id=number if kind == "document" else None,
                address=str(anchor.get("href") or ""),
            )

    @cached_property
    def pages(self) -> dict[int, Target]:
        """The pages that are linked to, by primary key; one that does not exist is missing. In one query.

        A page counts as live where any language version of it is: a link leads to the one that readers can get.
        """
        numbers = {link.page_id for link in self.links if link.page_id is not None}
        if not numbers:
            return {}
        keys = Page.objects.filter(pk__in=numbers).values("translation_key")
        now = timezone.now()
        rows = list(
            Page.objects.filter(translation_key__in=keys).values_list(
                "pk", "translation_key", "title", "live", "expire_at"
            )
        )
        live = {key for _pk, key, _title, is_live, expires in rows if is_live and (expires is None or expires > now)}
        return {pk: Target(title, key in live) for pk, key, title, _live, _expires in rows if pk in numbers}

    @cached_property
    def dead_addresses(self) -> set[str]:
        """Those of the typed addresses that lie on this site, but lead to nothing."""
        return dead_addresses({link.address for link in self.links if link.address})

    @cached_property
    def document_links(self) -> list[tuple[Part, int]]:
        """Every document that the page offers, with where, each place once."""
        chosen = [(part, part.value) for part in self.of(DocumentChooserBlock) if isinstance(part.value, int)]
        linked = [(link.part, link.document_id) for link in self.links if link.document_id is not None]
        return list(dict.fromkeys([*chosen, *linked]))

    @cached_property
    def documents(self) -> dict[int, CustomDocument]:
        """The documents that the page offers, by primary key; one that does not exist is missing. In one query."""
        numbers = {number for _part, number in self.document_links}
        return CustomDocument.objects.in_bulk(numbers) if numbers else {}

    @cached_property
    def in_both_languages(self) -> tuple[Segments, Segments] | None:
        """The Polish text that an English page is submitted as true to, and its own; None if it translates none."""
        state = self._state
        source = polish_in_question(self.page, state) if state else None
        return self.beside(source) if source else None

    @cached_property
    def same_in_english(self) -> set[tuple[str, str]]:
        """The Polish segments of which somebody said that they are the same in English: path and fingerprint."""
        said = SameInEnglish.objects.filter(state=self._state)
        return set(said.values_list("path", "text_digest"))

    @cached_property
    def _state(self) -> TranslationState | None:
        is_translation = self.page.pk and getattr(self.page, "is_translation", False)
        return state_of(self.page) if is_translation else None

    def beside(self, source: Revision) -> tuple[Segments, Segments]:
        """Return a Polish revision and the page, as a translator works on them."""
        return parts_of_revision(source), segments.parts_of(self.page.serializable_data(), type(self.page))

    @cached_property
    def own_accounts(self) -> frozenset[str]:
        """The association's own bank accounts, which it publishes, without spaces and with their country."""
        return frozenset(
            iban.compact(each) for each in AssociationSettings.objects.values_list("bank_account", flat=True)
        )


def _lines(soup: BeautifulSoup) -> list[str]:
    """Return the text of rich text, line by line."""
    text = (
        ("\n" if node.name in BEGIN_A_LINE else "") if isinstance(node, Tag) else str(node)
        for node in soup.descendants
        if isinstance(node, Tag) or type(node) is NavigableString  # and no comment, which is a kind of it
    )
    return "".join(text).splitlines()


def _is_plain_text(kind: Block | Field) -> bool:
    if isinstance(kind, Block):
        return isinstance(kind, CharBlock | TextBlock)
    if isinstance(kind, SlugField | URLField | EmailField) or kind.choices:
        return False
    return isinstance(kind, CharField | TextField)


def _links_of_struct(part: Part) -> Iterator[Link]:
    """Yield the link of a structure that has a target and a text, such as one entry of a list of links."""
    blocks = part.child_blocks
    name = next((name for name in LINK_TEXTS if name in blocks), None)
    if name is None or not isinstance(part.value, dict):
        return
    words = part.child(name)
    text = str(words.value or "")
    for target, block in blocks.items():
        child = part.child(target)
        if isinstance(block, PageChooserBlock) and isinstance(child.value, int):
            yield Link(child, words, text or None, page_id=child.value)
        elif isinstance(block, URLBlock) and child.value:
            yield Link(child, words, text, address=str(child.value))
