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
            layout="dated",
            titled_by="areas",
        )
    )

and any page shows `shown_listing(request, "news", locale, 3, area=self)` with the component `components/listing.html`.
The item's template gets the page as `item`, and builds on `components/item.html`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.expressions import Combinable
from django.http import HttpRequest
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from core.navigation import section_address
from core.pictures import load_pictures_of
from core.relations import add_titles
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
        condition: returns what a page must meet now to be listed, such as not to be over; None where all are listed.
        select_related: foreign keys that the item's template shows.
        pictures: presets that the item's template shows images as, by foreign key.
        layout: as in `components/entries.html`.
        templates: components for one page in other places, by their names ("story", "headline").
        sorted_by: a key to sort by what no database can, such as the Polish alphabet; for short lists, all of which
            are then read.
        titled_by: a relation to pages whose titles, in the reader's language, each page gets as `area_titles`.
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
    condition: Callable[[], Q] | None = None
    select_related: Sequence[str] = ()
    pictures: Mapping[str, Sequence[str]] = field(default_factory=dict)
    layout: str = "list"
    templates: Mapping[str, str] = field(default_factory=dict)
    sorted_by: Callable[[Any], Any] | None = None
    titled_by: str = ""


_listings: dict[str, Listing] = {}


def register(listing: Listing) -> None:
    """Offer a listing under its name."""
    _listings[listing.name] = listing


def listing(name: str) -> Listing | None:
    """Return the listing of that name, or None where no app offers it."""
    return _listings.get(name)


def all_listings() -> list[Listing]:
    """Return every listing, in the order of registration."""
    return list(_listings.values())


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
    first: Sequence[UUID] = (),
) -> list[Any]:
    """Return the first pages of a listing that readers of one language may see, in a constant number of queries.

    Args:
        name: of the listing; an unknown one has no pages.
        locale: the reader's language.
        limit: how many pages at most.
        area: only pages that belong to this activity area, given in either language.
        member: only pages that are about this member, given in either language.
        on_home: put what staff want to be seen first.
        first: translation keys of pages that come before all others, in this order, wherever readers may see them.
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
    if offered.condition is not None:
        pages = pages.filter(offered.condition())
    if offered.select_related:
        pages = pages.select_related(*offered.select_related)
    pinned = [When(translation_key=key, then=Value(place)) for place, key in enumerate(first)]
    ordering = [
        *([Case(*pinned, default=Value(len(pinned)), output_field=IntegerField())] if pinned else ()),
        *(offered.first_on_home if on_home else ()),
        *offered.ordering,
    ]
    ordered = visible_pages(pages, locale).defer_streamfields().order_by(*ordering)
    found = sorted(ordered, key=offered.sorted_by)[:limit] if offered.sorted_by else list(ordered[:limit])
    load_pictures_of(found, offered.pictures)
    if offered.titled_by:
        add_titles(found, offered.titled_by, locale)
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
