"""A page's body as readers get it. What shows nothing but its own content is rendered once for each revision."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from django.conf import settings
from django.core.cache import cache
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import Block, StreamValue
from wagtail.models import Page

from core.navigation import active_language
from core.pictures import pictures_in
from delivery.caching import generation
from library.pictures import load_pictures

KEPT_FOR = 3600  # seconds
PARTS_AT_MOST = 100  # of a body that live blocks divide; those beyond are forgotten in time
# Ids that templates use around a body, on some page or on every one
IDS_OF_THE_PAGE = frozenset(
    {
        "areas",
        "calendar-feed",
        "contact",
        "contact-accessibility",
        "contact-data",
        "contact-personal-data",
        "event-facts",
        "facts",
        "files",
        "footer-follow",
        "footer-legal",
        "footer-sections",
        "goals",
        "goals-served",
        "listing-events",
        "listing-members",
        "listing-news",
        "listing-publications",
        "main",
        "menu",
        "no-counterpart",
        "page-record",
        "pages-below",
        "policy-activities",
        "policy-controller",
        "policy-cookies",
        "results",
        "site-search",
        "statute",
        "stored-items",
    }
)


@dataclass(frozen=True)
class Place:
    """Where a block stands in a body.

    Attributes:
        index: in the stream.
        block: its definition.
        heading_level: for a heading inside the block, one below the heading that the block stands under.
    """

    index: int
    block: Block
    heading_level: int

    @property
    def is_live(self) -> bool:
        """Whether the block shows other pages, which change while its own page does not."""
        return getattr(self.block.meta, "is_live", False)


def places(stream: StreamValue) -> Iterator[Place]:
    """Yield the place of each block. Reads raw values only: blocks that are not rendered cost no query."""
    level = 1
    for index, raw in enumerate(stream.raw_data):
        block = stream.stream_block.child_blocks[raw["type"]]
        yield Place(index, block, level + 1)
        if hasattr(block, "level_after"):
            level = block.level_after(raw["value"], level)


def scripts(stream: StreamValue) -> list[str]:
    """Return the paths, under static files, of the scripts that the blocks of a body ask for, each once."""
    asked = [path for place in places(stream) for path in getattr(place.block.meta, "scripts", ())]
    return list(dict.fromkeys(asked))


def render_body(context: Context, stream: StreamValue) -> SafeString:
    """Return the blocks of a body as HTML.

    Neighbouring blocks are kept together, by revision, language and day, with the ids that their headings took: links
    in rich text cost queries. Live blocks between them are rendered for every request. A live block asks for an id for
    each of its own headings whatever it shows at the moment, so that the ids after it stay what they are.
    """
    taken = set(IDS_OF_THE_PAGE)
    flat = cast(dict[str, Any], context.flatten()) | {"anchors": taken}
    key = _key(flat)
    html = []
    for number, (is_live, group) in enumerate(groupby(places(stream), key=lambda place: place.is_live)):
        members = list(group)

        def render(members: list[Place] = members) -> str:
            load_pictures(pictures_in(stream.stream_block, [stream[place.index] for place in members]))
            return "".join(
                stream[place.index].render(context={**flat, "heading_level": place.heading_level}) for place in members
            )

        html.append(render() if is_live or key is None else _kept(f"{key}.{number}", taken, render))
    return mark_safe("".join(html))  # noqa: S308 - the blocks' own templates have escaped it


def _key(context: dict[str, Any]) -> str | None:
    """Return under which key the body may be kept; None for a preview and for what is not live."""
    page, request = context.get("page"), context.get("request")
    if request is None or getattr(request, "is_preview", False):
        return None
    if not isinstance(page, Page) or not page.live or not page.live_revision_id:
        return None
    return _name(page, active_language())


def _name(page: Page, language: str) -> str:
    # The day, since a video says by when it will have captions, or that they are overdue; the generation, since links
    # lead to other pages, which move and are taken down
    return f"body.{page.pk}.{page.live_revision_id}.{language}.{timezone.localdate()}.{generation.last_seen()}"


def forget_body(page: Page) -> None:
    """Have a page's body rendered again, for instance with pictures that are there now."""
    keys = [_name(page, language) for language, _native in settings.LANGUAGES]
    cache.delete_many([f"{key}.{number}" for key in keys for number in range(PARTS_AT_MOST)])


def _kept(key: str, taken: set[str], render: Callable[[], str]) -> str:
    kept = cache.get(key)
    if kept is None:
        html = render()
        kept = (html, sorted(taken))
        cache.set(key, kept, KEPT_FOR)
    html, ids = kept
    taken.update(ids)
    return html
