"""What a page says without its words: dates, numbers, relations, files, contacts.

Readers of a language in which a page is not written get these of it (`core.untranslated`). A page type names its own in
`fact_groups(request)`, each group with a component of its own template; what all types have is added here.

A component in a group is given the `page`, the association's settings as `data`, the `entries` of the group, and
`written_in`, the language of the page. What is words it leaves out, and what is a name it marks as of that language.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page

from core.blocks import ContactBlock, FileBlock
from core.blocks.links import ShownLink
from core.collation import polish_key
from core.navigation import active_language, stand_in_address
from core.relations import versions_for_readers

if TYPE_CHECKING:
    from core.pages import BasePage

LINKS = "components/link_list.html"


@dataclass(frozen=True)
class FactGroup:
    """Facts that belong together.

    Attributes:
        heading: above them, in the language that is active; empty for what stands before all others, without one.
        template: the component that shows them.
        entries: what it lists, if it lists anything.
    """

    heading: str
    template: str
    entries: Sequence[Any] = ()


def common_groups(request: HttpRequest, page: "BasePage") -> list[FactGroup]:
    """Return what pages of any type have: related pages, files, contacts. Groups without entries are left out.

    Two queries for all relations together, and one for each relation and each stream of blocks.
    """
    groups = [
        *_relations(request, page),
        FactGroup(_("To download"), "components/file_list.html", list(_values(page, FileBlock))),
        FactGroup(_("Whom to ask"), "components/contact_list.html", list(_values(page, ContactBlock))),
    ]
    return [group for group in groups if group.entries]


def links_to(request: HttpRequest, pages: Iterable[Page]) -> list[ShownLink]:
    """Return links to pages that readers may see, by number and then by the alphabet.

    Each leads to the version in the language that is active, or else to the page that stands in for it.
    """
    language = active_language()
    wanted = list(pages)
    numbers = {page.translation_key: getattr(page, "number", 0) for page in wanted}
    versions = versions_for_readers(wanted, language).values()
    links = []
    for version in sorted(versions, key=lambda each: (numbers[each.translation_key], polish_key(each.title))):
        written_in = version.locale.language_code
        if written_in == language:
            links.append(ShownLink(version.get_url(request) or "", version.title, ""))
        elif address := stand_in_address(request, version):
            links.append(ShownLink(address, version.title, "", title_language=written_in))
    return links


def _relations(request: HttpRequest, page: "BasePage") -> Iterator[FactGroup]:
    """Yield a group for each relation that is not language."""
    for name in page.source_owned_fields:
        field = page._meta.get_field(name)
        if field.many_to_many:
            related = getattr(page, name).defer_streamfields()
            yield FactGroup(capfirst(field.verbose_name), LINKS, links_to(request, related))


def _values(page: Page, kind: type[blocks.Block]) -> Iterator[Any]:
    """Yield the values of all blocks of one kind on a page, however deep, in their order."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _within(field.stream_block, getattr(page, field.name), kind)


def _within(block: blocks.Block, value: Any, kind: type[blocks.Block]) -> Iterator[Any]:
    if isinstance(block, kind):
        yield value
    elif isinstance(block, blocks.StreamBlock):
        for child in value or ():
            yield from _within(child.block, child.value, kind)
    elif isinstance(block, blocks.StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from _within(child_block, (value or {}).get(name), kind)
    elif isinstance(block, blocks.ListBlock):
        for item in value or ():
            yield from _within(block.child_block, item, kind)
