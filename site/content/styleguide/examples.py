"""What the style guide shows: templates of components with the values of each state, and blocks with their previews."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.alerts import AlertSettings
from core.blocks import BODY_BLOCKS
from core.covers import GROUNDS, drawn_cover
from core.landscape import landscape
from core.listings import all_listings, newest
from home.goals import areas_in, goals_in
from home.reports.forms import ReportForm

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ENTRIES = 2


@dataclass(frozen=True)
class Example:
    """A component in one state.

    Attributes:
        template: that readers get it from.
        state: in words.
        context: what the template is given.
    """

    template: str
    state: "StrOrPromise"
    context: dict[str, Any] = field(default_factory=dict)


def component_examples(locale: Locale) -> Iterator[Example]:
    """Yield the components that stand outside of a body, those of the apps with pages of the site itself."""
    title, lead = _("A title of two or three words"), _("A lead says in two sentences what the page is about.")
    yield Example("components/page_header.html", _("full"), {"kicker": _("Kind"), "title": title, "lead": lead})
    yield Example("components/page_header.html", _("title only"), {"title": title})
    yield Example(
        "components/section_head.html", _("with a link"), {"heading": title, "more_url": "#", "more_text": _("All")}
    )
    for kind, state in (("", _("plain")), ("warning", _("warning")), ("withdrawn", _("withdrawn"))):
        yield Example("components/notice.html", state, {"kind": kind, "heading": title, "text": lead})
    for level in AlertSettings.Level:
        alert = AlertSettings(level=level, text_pl=lead, text_en=lead, link_pl="#", link_en="#")
        yield Example("components/alert.html", level.label, {"alert": alert})
    yield Example("components/empty_state.html", _("with a link"), {"text": lead, "link_url": "#", "link_text": title})
    for number, state in ((1, _("first page")), (3, _("in the middle")), (5, _("last page"))):
        yield Example("components/pagination.html", state, {"page_obj": Paginator(range(50), 10).page(number)})
    for form, state in ((ReportForm(), _("empty")), (ReportForm({"page_address": "x"}), _("with errors"))):
        yield Example("components/error_summary.html", state, {"form": form})
        yield Example("components/form_field.html", state, {"field": form["problem"]})
    item = {"url": "#", "title": title, "date": timezone.localdate(), "kicker": _("Area"), "lead": lead}
    for name in ("item", "headline", "story"):
        yield Example(f"components/{name}.html", _("without an image"), item)
    for number, ground in enumerate(GROUNDS):
        cover = {"drawing": drawn_cover(number), "title": title, "year": 2026}
        yield Example("components/drawn_cover.html", ground, cover)
    yield Example("components/mark.html", _("drawn from the members"))
    yield Example("home/components/goal_list.html", _("all goals"), {"goals": goals_in(locale)})
    yield Example("home/components/area_list.html", _("all areas"), {"areas": areas_in(locale)})
    if land := landscape(locale):
        yield Example("components/contour_map.html", _("with names"), {"landscape": land, "caption": lead})
        yield Example("components/contour_map.html", _("small"), {"landscape": land, "caption": lead, "size": "small"})
    for listing in all_listings():
        entries = newest(listing.name, locale, ENTRIES)
        for template in (listing.item_template, *listing.templates.values()):
            shown = {"entries": entries, "item_template": template, "layout": listing.layout}
            yield Example("components/entries.html", f"{listing.heading}: {template}", shown)


@dataclass(frozen=True)
class BlockExample:
    """A block of a body as its preview shows it."""

    name: str
    label: "StrOrPromise"
    html: str


def block_examples(context: dict[str, Any]) -> list[BlockExample]:
    """Return every block of a body, rendered with what editors see in its preview."""
    blocks: list[tuple[str, Any]] = list(BODY_BLOCKS)
    return [
        BlockExample(name, block.label, block.render(block.get_preview_value(), context=dict(context)))
        for name, block in blocks
    ]
