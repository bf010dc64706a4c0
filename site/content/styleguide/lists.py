"""Specimens of lists, of what stands in them, and of what narrows them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from content.styleguide.specimens import NOWHERE, Specimen, Specimens, at_ten, lead, picture, title, unsaved
from core.covers import GROUNDS, drawn_cover
from core.filters import Choice, FilterForm, ValueFilter
from core.index_pages import FilteredList
from home.models import ActivityAreaPage, GoalPage, StandardPage
from members.models import MemberPage
from news.models import EventPage, NewsPage
from publications.models import PublicationPage
from search.facets import Facet, FacetValue, Narrowing

NEWS = "news/components/item.html"


def news(**fields: Any) -> NewsPage:
    """Return a piece of news of today."""
    page = unsaved(NewsPage, lead=lead(), date=timezone.localdate(), **fields)
    page.area_titles = [title()]
    return page


def event(**fields: Any) -> EventPage:
    """Return an event in a week."""
    days = {"starts_at": at_ten(7), "ends_at": at_ten(8)}
    page = unsaved(EventPage, **{**days, "lead": lead(), "place": title(), "accessibility": lead(), **fields})
    page.area_titles = [title()]
    return page


def member(**fields: Any) -> MemberPage:
    """Return a town."""
    return unsaved(MemberPage, **{"kind": MemberPage.Kind.URBAN, "summary": lead(), **fields})


def publication(**fields: Any) -> PublicationPage:
    """Return a publication of two authors."""
    page = unsaved(
        PublicationPage,
        **{"year": 2026, "authors": "Anna Przykładowa, Jan Przykładowy", "isbn": "9788300000005", **fields},
    )
    page.area_titles = [title()]
    return page


def items() -> Specimens:
    """Yield each kind of entry, with and without what it may lack."""
    item = {"url": NOWHERE, "title": title(), "date": timezone.localdate(), "kicker": title(), "lead": lead()}
    shown = {"image": picture(), "alt_text": title()}
    for name in ("item", "story"):
        yield Specimen(f"components/{name}.html", _("without an image"), item)
        yield Specimen(f"components/{name}.html", _("with an image"), {**item, **shown})
    yield Specimen("components/headline.html", _("without an image"), item)
    for name in ("item", "headline", "story"):
        yield Specimen(f"news/components/{name}.html", _("with an image"), {"item": news(lead_image=picture())})
    yield Specimen("news/components/event_item.html", EventPage.State.PLANNED.label, {"item": event()})
    yield Specimen(
        "news/components/event_item.html",
        EventPage.State.CANCELLED.label,
        {"item": event(state=EventPage.State.CANCELLED)},
    )
    yield Specimen("members/components/item.html", _("with a coat of arms"), {"item": member(coat_of_arms=picture())})
    yield Specimen(
        "members/components/item.html", _("without a coat of arms"), {"item": member(left_on=at_ten(-9).date())}
    )
    yield Specimen("publications/components/item.html", _("with a cover"), {"item": publication(cover=picture())})
    yield Specimen("publications/components/item.html", _("with a drawn cover"), {"item": publication()})
    for number, ground in enumerate(GROUNDS):
        cover = {"drawing": drawn_cover(number), "title": title(), "year": 2026}
        yield Specimen("components/drawn_cover.html", ground, cover)
    yield Specimen(
        "publications/components/cover.html", _("with an image"), {"publication": publication(cover=picture())}
    )
    yield Specimen("home/components/page_item.html", _("full"), {"item": unsaved(StandardPage, introduction=lead())})


def lists() -> Specimens:
    """Yield lists, filters, and what stands where a list has nothing."""
    head = {"heading": title(), "more_url": NOWHERE, "more_text": _("All"), "note": lead()}
    yield Specimen("components/section_head.html", _("with a link"), head)
    entries = {"entries": [news(), news()], "item_template": NEWS}
    yield Specimen("components/entries.html", _("plain"), entries)
    dated = {**head, **entries, "layout": "dated"}
    yield Specimen("components/listing.html", _("full"), dated)
    yield Specimen("components/listing.html", _("on a ground of its own"), {**dated, "ground": "panel"})
    yield Specimen("components/shown_listing.html", _("full"), {"shown": dated})
    for number, state in ((1, _("first page")), (3, _("in the middle")), (5, _("last page"))):
        yield Specimen("components/pagination.html", state, {"page_obj": Paginator(range(50), 10).page(number)})
    yield Specimen("components/empty_state.html", _("with a link"), _nothing())
    yield Specimen("components/empty_listing.html", _("empty"), {"heading": title(), "text": lead()})
    yield Specimen(
        "components/filter_form.html", _("in force"), {"form": _form("2026"), "is_filtered": True, "list_url": NOWHERE}
    )
    yield Specimen("components/filter_form.html", _("with errors"), {"form": _form("x"), "list_url": NOWHERE})
    index = {"page": unsaved(StandardPage), "item_template": NEWS, "layout": "dated", "nothing_yet": lead()}
    for entries_shown, chosen, state in (
        ([news(), news()], "", _("with the number of results")),
        ([], "2026", _("without results")),
        ([], "", _("empty")),
    ):
        found = Paginator(entries_shown, 12).page(1)
        filtered = FilteredList(_form(chosen), found, {"year": chosen} if chosen else {})
        yield Specimen("components/filtered_list.html", state, {**index, "filtered_list": filtered})
    result = {"url": NOWHERE, "title": title(), "kind": _("Kind"), "lead": lead()}
    results = {"results": [result, result], "count": 2, "page_obj": Paginator([1, 2], 1).page(1), "page_query": ""}
    facets = [
        Facet("type", title(), [FacetValue(title(), "", 2, is_chosen=True)]),
        Facet("year", title(), [FacetValue(str(year), "", 1, is_chosen=False) for year in (2027, 2026)]),
    ]
    narrowed = {"facets": facets, "narrowed": Narrowing({"type": ""}, has_unknown=False), "search_address": NOWHERE}
    yield Specimen("search/components/facets.html", _("in force"), narrowed)
    yield Specimen("search/components/results.html", _("with the number of results"), results)
    nothing = {"query": {"text": title()}, "suggestion": title(), "single_words": [title()], "search_address": NOWHERE}
    yield Specimen("search/components/nothing_found.html", _("without results"), nothing)
    goals = [unsaved(GoalPage, number=number, summary=lead()) for number in (1, 2, 3)]
    yield Specimen("home/components/goal_list.html", _("all goals"), {"goals": goals})
    areas = [unsaved(ActivityAreaPage, number=number, statement=lead()) for number in (1, 2, 3)]
    yield Specimen("home/components/area_list.html", _("all areas"), {"areas": areas})
    yield Specimen("home/components/area_list.html", _("full"), {"areas": areas, "with_statements": True})
    yield Specimen("components/aside_links.html", _("with a heading"), {"heading": title(), "pages": areas})
    yield Specimen("components/goals_served.html", _("three goals"), {"goals": goals})


def _nothing() -> dict[str, str]:
    return {"text": lead(), "link_url": NOWHERE, "link_text": title()}


def _form(year: str) -> FilterForm:
    """Return the filter of a list by year, of which one is chosen."""
    query = QueryDict(mutable=True)
    query["year"] = year
    form = FilterForm(query, [ValueFilter("year", _("Year"), "date__year")], {"year": [Choice("2026", "2026")]})
    form.is_valid()
    return form
