"""By what readers narrow what was found: type of page, year, activity area, member."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, IntegerField, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, get_page_models

from editorial.visibility import visible_pages

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Parameters of the address, in the order in which readers see them. Those of relations name a field of page types.
LABELS: Mapping[str, "StrOrPromise"] = {
    "type": _("Type"),
    "year": _("Year"),
    "area": _("Activity area"),
    "member": _("Member"),
}
RELATIONS: Mapping[str, str] = {"area": "areas", "member": "members"}
MOST_VALUES = 12  # of a facet, those that most pages have
Row = Mapping[str, Any]


@dataclass(frozen=True)
class FacetValue:
    """A value that some of the pages have, or the one that was chosen: a link that narrows, or widens again."""

    label: "StrOrPromise"
    query: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One way to narrow what was found, with its values."""

    name: str
    label: "StrOrPromise"
    values: Sequence[FacetValue]


@dataclass(frozen=True)
class Related:
    """An area or a member that readers may choose: its title, and the key that its translations share."""

    title: str
    key: UUID


@dataclass(frozen=True)
class Narrowing:
    """What the address asks for, as far as it makes sense.

    Attributes:
        chosen: the values, by parameter.
        has_unknown: whether the address names a value that there is not.
        offered: the areas and members of the reader's language, by parameter and by the end of their address.
    """

    chosen: Mapping[str, str]
    has_unknown: bool
    offered: Mapping[str, Mapping[str, Related]] = field(default_factory=dict)

    def narrow(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        """Return those of the pages that have all chosen values."""
        for name, value in self.chosen.items():
            if name == "year":
                pages = pages.filter(year=int(value))
            elif name == "type":
                pages = pages.filter(content_type__model=value)
            else:
                key = self.offered[name][value].key
                pages = pages.filter(pk__in=related(name, [key]))
        return pages


def narrowing(asked: QueryDict, locale: Locale) -> Narrowing:
    """Return what the address asks for, in one query. Values that there are not are left out."""
    offered = _offered(locale)
    chosen = {name: value for name in LABELS if (value := asked.get(name, ""))}
    known = {name: value for name, value in chosen.items() if _is_known(name, value, offered)}
    return Narrowing(known, len(known) < len(chosen), offered)


def with_year(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Give each page its `year`, where its type says that it stands."""
    return pages.annotate(year=Coalesce(*_years(), Value(0), output_field=IntegerField()))


def facets(rows: Sequence[Row], narrowed: Narrowing, text: str) -> list[Facet]:
    """Return the facets that may narrow further, or that are in force, in one query.

    Args:
        rows: `pk`, `year` and `content_type__model` of the pages that were found.
        narrowed: what was chosen.
        text: the query, for the links.
    """
    kinds = {model._meta.model_name: capfirst(model._meta.verbose_name or "") for model in get_page_models()}
    labels: dict[str, Mapping[str, Any]] = {
        "type": kinds,
        "year": {str(row["year"]): str(row["year"]) for row in rows if row["year"]},
        **{name: {slug: each.title for slug, each in found.items()} for name, found in narrowed.offered.items()},
    }
    counts: dict[str, Counter[str]] = {
        "type": Counter(row["content_type__model"] for row in rows),
        "year": Counter(str(row["year"]) for row in rows),
        **_counts_of_relations([row["pk"] for row in rows], narrowed),
    }
    made = [
        Facet(name, label, list(_values(name, counts[name], labels[name], narrowed, text)))
        for name, label in LABELS.items()
    ]
    return [each for each in made if len(each.values) > 1 or each.name in narrowed.chosen]


def _values(
    name: str, counts: Counter[str], labels: Mapping[str, Any], narrowed: Narrowing, text: str
) -> Iterator[FacetValue]:
    chosen = narrowed.chosen.get(name)
    ordered: Iterable[str] = sorted(counts, reverse=True) if name == "year" else (each for each, _n in _ranked(counts))
    values = [value for value in ordered if value in labels]
    for value in [chosen] if chosen else values[:MOST_VALUES]:
        others = {key: each for key, each in narrowed.chosen.items() if key != name}
        asked = {"q": text, **others, **({} if chosen else {name: value})}
        yield FacetValue(labels.get(value, value), urlencode(asked), counts[value], chosen is not None)


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _is_known(name: str, value: str, offered: Mapping[str, Mapping[str, Related]]) -> bool:
    if name == "year":
        return value.isascii() and value.isdigit() and len(value) == 4
    if name == "type":
        return any(model._meta.model_name == value for model in get_page_models())
    return value in offered[name]


def _offered(locale: Locale) -> dict[str, dict[str, Related]]:
    """Return the areas and members that readers of a language may see."""
    models = {name: _targets(name) for name in RELATIONS}
    names = {model._meta.model_name: name for name, targets in models.items() for model in targets}
    pages = visible_pages(Page.objects.filter(content_type__model__in=names), locale)
    offered: dict[str, dict[str, Related]] = {name: {} for name in RELATIONS}
    for model, slug, title, key in pages.order_by("title").values_list(
        "content_type__model", "slug", "title", "translation_key"
    ):
        offered[names[model]][slug] = Related(title, key)
    return offered


def _counts_of_relations(keys: Sequence[int], narrowed: Narrowing) -> dict[str, Counter[str]]:
    """Return how many of the pages belong to each area and each member, by the end of its address."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in RELATIONS}
    slugs = {name: {each.key: slug for slug, each in found.items()} for name, found in narrowed.offered.items()}
    queries = [
        query.annotate(facet=Value(name)).values_list("facet", f"{RELATIONS[name]}__translation_key")
        for name in RELATIONS
        for query in _sources(name, keys)
    ]
    first, *others = queries
    for name, key in first.union(*others, all=True):
        if slug := slugs[name].get(key):
            counts[name][slug] += 1
    return counts


def _sources(name: str, keys: Sequence[int]) -> list[QuerySet[Any]]:
    relation = RELATIONS[name]
    return [
        model._default_manager.filter(pk__in=keys, **{f"{relation}__isnull": False}).order_by()
        for model in _holders(name)
    ]


def related(name: str, keys: Sequence[UUID]) -> QuerySet[Any]:
    """Return the primary keys of the pages that belong to one of some areas, or of some members.

    Args:
        name: of the relation, as the parameter of the address has it.
        keys: translation keys.
    """
    condition = {f"{RELATIONS[name]}__translation_key__in": keys}
    first, *others = [model._default_manager.filter(**condition).order_by().values("pk") for model in _holders(name)]
    return first.union(*others, all=True) if others else first


@cache
def _holders(name: str) -> list[type[Page]]:
    """Return the page types that have the relation."""
    return [model for model in get_page_models() if _relation(model, RELATIONS[name]) is not None]


@cache
def _targets(name: str) -> list[type[Page]]:
    """Return the page types that the relation leads to."""
    return list(dict.fromkeys(_relation(model, RELATIONS[name]).related_model for model in _holders(name)))


def _relation(model: type[Page], name: str) -> Any:
    try:
        relation = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return relation if relation.many_to_many and not relation.auto_created else None


@cache
def _years() -> list[F]:
    """Return where the year of each page type stands, those that a type says itself first."""
    models = [model for model in get_page_models() if "search_year" in vars(model)]
    own = [F(f"{model._meta.model_name}__{model.search_year}") for model in models]
    return [*own, F("first_published_at__year")]
