"""Whose text of the memory a person may see, and where it is used."""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from wagtail.models import Page

from accounts.models import User
from editorial.visibility import visible_pages
from translation.access import english_pages_of, may_see_source
from translation.locales import SOURCE_LANGUAGE, TARGET_LANGUAGE, locale_of
from translation.memory.models import MemoryUnit, MemoryUse

Person = User | AnonymousUser
LOOKED_AT = 20  # uses of one unit
COLUMNS = ("title", "path", "depth", "url_path", "owner")  # by which rights are decided, and what is shown


@dataclass(frozen=True)
class Use:
    """Where a unit stands, for a person to read: `may_edit` is whether they may open the English page's editor."""

    page_id: int
    title: str
    may_edit: bool


@dataclass(frozen=True)
class Place:
    """Where a segment stands: the English page, the path of the part joined by dots, and its number there."""

    page_id: int
    path: str
    index: int

    def holds(self) -> Q:
        """Return the condition that a use of the memory is of this segment, or of a sentence of it."""
        return Q(page_id=self.page_id, path=self.path, index=self.index)


def seen_uses(person: Person) -> QuerySet[MemoryUse]:
    """Return the uses on pages that everybody may read in both languages, and on English pages of the person's own."""
    public = Q(
        page__in=visible_pages(Page.objects.all(), locale_of(TARGET_LANGUAGE)).values("pk"),
        source__in=visible_pages(Page.objects.all(), locale_of(SOURCE_LANGUAGE)).values("pk"),
    )
    return MemoryUse.objects.filter(public | Q(page__in=english_pages_of(person).values("pk")))


def seen_units(person: Person) -> QuerySet[MemoryUnit]:
    """Return the units that have such a use, and those that were imported, which nobody hides."""
    uses = seen_uses(person).filter(unit=OuterRef("pk"))
    return MemoryUnit.objects.filter(Q(is_imported=True) | Exists(uses))


def where_used(units: Collection[MemoryUnit], person: Person, apart_from: Place | None = None) -> dict[int, list[Use]]:
    """Return where units are used, by their primary keys, as far as a person may see it: the newest uses, a page once.

    A unit that is used nowhere that the person may see is not there, unless it was imported. Of a unit with very many
    uses the `LOOKED_AT` newest are looked at.

    Args:
        apart_from: a segment of which the uses do not count.
    """
    newest = Window(RowNumber(), partition_by="unit_id", order_by=F("pk").desc())
    uses = MemoryUse.objects.filter(unit__in=[unit.pk for unit in units])
    if apart_from is not None:
        uses = uses.exclude(apart_from.holds())
    uses = uses.annotate(rank=newest)
    rows = list(uses.filter(rank__lte=LOOKED_AT).order_by("-pk").values_list("unit_id", "page_id", "source_id"))
    pages = Page.objects.only(*COLUMNS).in_bulk({page for _unit, page, _source in rows})
    own = {pk for pk, page in pages.items() if may_see_source(person, page)}
    others = [(page, source) for _unit, page, source in rows if page not in own]
    public = _public({page for page, _source in others}, TARGET_LANGUAGE)
    public_sources = _public({source for _page, source in others}, SOURCE_LANGUAGE)
    found: dict[int, dict[int, Use]] = {unit.pk: {} for unit in units if unit.is_imported}
    for unit, page, source in rows:
        if page in own or (page in public and source in public_sources):
            found.setdefault(unit, {}).setdefault(page, Use(page, pages[page].title, page in own))
    return {unit: list(of_pages.values()) for unit, of_pages in found.items()}


def _public(numbers: Collection[int], language: str) -> set[int]:
    if not numbers:
        return set()
    pages = visible_pages(Page.objects.filter(pk__in=numbers), locale_of(language))
    return set(pages.order_by().values_list("pk", flat=True))
