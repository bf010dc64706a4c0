"""How an app offers its pages to the pages of other apps, which never import it.

An app registers its listing once, in `AppConfig.ready`:

    register(
        Listing(
            name="news",
            heading=_("News"),
            more=_("All news"),
            model=NewsPage,
            section=NewsIndexPage,
            item_template="news/components/item.html",
            ordering=("-date", "-pk"),
            first_on_home=("-featured",),
            relations={"area": "areas", "member": "members"},
            select_related=("lead_image",),
            pictures={"lead_image": ("card",)},
        )
    )

and any page shows `shown_listing(request, "news", locale, 3, area=self)` with the component `components/listing.html`.
The item's template gets the page as `item`, and builds on `components/item.html`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models.expressions import Combinable
from django.http import HttpRequest
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from core.navigation import section_address
from core.pictures import load_pictures_of
from editorial.visibility import visible_pages

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Listing:
    """Pages of one type, as they are listed on the pages of others.

    Attributes:
        name: what callers ask for.
        heading: stands above the list.
        more: the text of the link to the section that has them all.
        model: the type of the listed pages.
        section: the type of the page that lists them all.
        item_template: the component that shows one page, called `item` there.
        ordering: as for `QuerySet.order_by`.
        first_on_home: ordering that comes before `ordering` on the home page, for what staff put forward.
        relations: by what the list can be narrowed ("area", "member"), and the field that says so.
        select_related: foreign keys that the item's template shows.
        pictures: presets that the item's template shows images as, by foreign key.
        layout: "list", one below the other, or "grid".
    """

    name: str
    heading: "StrOrPromise"
    more: "StrOrPromise"
    model: type[Page]
    section: type[Page]
    item_template: str
    ordering: Sequence[str | Combinable]
    first_on_home: Sequence[str | Combinable] = ()
    relations: dict[str, str] = field(default_factory=dict)
    select_related: Sequence[str] = ()
    pictures: Mapping[str, Sequence[str]] = field(default_factory=dict)
    layout: str = "list"


_listings: dict[str, Listing] = {}


def register(listing: Listing) -> None:
    """Offer a listing under its name."""
    _listings[listing.name] = listing


def listing(name: str) -> Listing | None:
    """Return the listing of that name, or None where no app offers it."""
    return _listings.get(name)


def listings_by(relation: str) -> list[Listing]:
    """Return the listings that can be narrowed by a relation ("area", "member"), in the order of registration."""
    return [offered for offered in _listings.values() if relation in offered.relations]


def newest(
    name: str,
    locale: Locale,
    limit: int,
    *,
    area: Page | None = None,
    member: Page | None = None,
    on_home: bool = False,
) -> list[Any]:
    """Return the first pages of a listing that readers of one language may see, in one query, and in a second one
    pictures that are not in the cache.

    Args:
        name: of the listing; an unknown one has no pages.
        locale: the reader's language.
        limit: how many pages at most.
        area: only pages that belong to this activity area, given in either language.
        member: only pages that are about this member, given in either language.
        on_home: put what staff want to be seen first.
    """
    offered = listing(name)
    if offered is None:
        return []
    pages: PageQuerySet = offered.model._default_manager.all()
    for relation, page in {"area": area, "member": member}.items():
        if page is None:
            continue
        if relation not in offered.relations:
            return []
        # A translation keeps copies of its source's relations, which point at pages in the source language.
        pages = pages.filter(**{f"{offered.relations[relation]}__translation_key": page.translation_key})
    if offered.select_related:
        pages = pages.select_related(*offered.select_related)
    ordering = [*(offered.first_on_home if on_home else ()), *offered.ordering]
    found = list(visible_pages(pages, locale).defer_streamfields().order_by(*ordering)[:limit])
    load_pictures_of(found, offered.pictures)
    return found


@dataclass(frozen=True)
class ShownListing:
    """What `components/listing.html` needs of a listing."""

    heading: "StrOrPromise"
    heading_id: str
    entries: list[Any]
    item_template: str
    layout: str
    more_text: "StrOrPromise"
    more_url: str


def shown_listing(request: HttpRequest, name: str, locale: Locale, limit: int, **narrowed: Any) -> ShownListing | None:
    """Return a listing ready to be shown, or None where no app offers it or it has no pages.

    Args:
        narrowed: as for `newest`.
    """
    offered = listing(name)
    entries = newest(name, locale, limit, **narrowed)
    if offered is None or not entries:
        return None
    return ShownListing(
        heading=offered.heading,
        heading_id=f"listing-{name}",
        entries=entries,
        item_template=offered.item_template,
        layout=offered.layout,
        more_text=offered.more,
        more_url=section_address(request, offered.section),
    )
