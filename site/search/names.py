"""Pages found by the name of an area or a member that they belong to, as it is now in the reader's language."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from wagtail.search.query import SearchQuery

from morphology import keys_of, words_of
from search.facets import Related, related
from search.matching import keys_of_pages_with
from search.words import Part, as_search_query

MOST_GROUPS = 3  # of names that say the same parts of a query; those that say most of it


@dataclass(frozen=True)
class Named:
    """Areas and members whose names say some parts of a query, and what is left of it for the page itself.

    Attributes:
        keys: their translation keys, by the parameter of the address that narrows to them.
        left: the other parts.
    """

    keys: Mapping[str, Sequence[UUID]]
    left: Sequence[Part]


def named_in(parts: Sequence[Part], offered: Mapping[str, Mapping[str, Related]], language: str) -> list[Named]:
    """Return the areas and members that a query names, in whole or in part, of those that readers may see."""
    groups: dict[frozenset[int], dict[str, list[UUID]]] = defaultdict(lambda: defaultdict(list))
    for name, found in offered.items():
        for each in found.values():
            keys = frozenset().union(*(keys_of(word.text, language) for word in words_of(each.title)))
            if said := frozenset(number for number, part in enumerate(parts) if _says(keys, part, language)):
                groups[said][name].append(each.key)
    longest = sorted(groups, key=lambda said: (-len(said), sorted(said)))[:MOST_GROUPS]
    return [Named(groups[said], [part for number, part in enumerate(parts) if number not in said]) for said in longest]


def pages_named(named: Iterable[Named], language: str) -> Q | None:
    """Return the condition that a page belongs to one of them and has the rest of the query; None if there are none."""
    condition = None
    for each in named:
        one = Q()
        for name, keys in each.keys.items():
            one |= Q(pk__in=related(name, keys))
        if each.left:
            rest: SearchQuery = as_search_query(each.left, language)
            one &= Q(pk__in=keys_of_pages_with(rest))
        condition = one if condition is None else condition | one
    return condition


def _says(keys: frozenset[str], part: Part, language: str) -> bool:
    return any(all(keys & keys_of(word, language) for word in words) for words in (part.words, *part.synonyms))
