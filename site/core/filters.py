"""By what readers may narrow a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.db.models import Choices, F, IntegerField, Q, Value
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from core.collation import polish_key
from editorial.visibility import visible_pages

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Choice:
    """A value that readers may choose, and, where it is a page, the key that the page's translations share."""

    value: str
    label: "StrOrPromise"
    key: UUID | None = None


class ListFilter:
    """One way to narrow a list.

    Attributes:
        unchosen: what the list shows while nothing is chosen.
        always: whether it narrows the list then too.
    """

    unchosen: "StrOrPromise" = _("All")
    always: bool = False

    def __init__(self, name: str, label: "StrOrPromise") -> None:
        """Name the parameter of the address, and give its label on the page."""
        self.name = name
        self.label = label

    def narrowed(self, pages: PageQuerySet, value: str, offered: Sequence[Choice]) -> PageQuerySet:
        """Return those of `pages` that pass when `value` is chosen.

        Args:
            value: one of the choices, or nothing if the filter is `always` on.
            offered: the choices.
        """
        raise NotImplementedError


class RelationFilter(ListFilter):
    """Narrows to pages that relate to another page, which readers choose by its title in their language.

    The value in the address is the other page's slug. A relation points at Polish pages, also from English ones, so
    it is followed through the key that the translations of a page share.
    """

    def __init__(
        self,
        name: str,
        label: "StrOrPromise",
        model: type[Page],
        relation: str,
        *,
        order: str = "",
        unchosen: "StrOrPromise" = ListFilter.unchosen,
    ) -> None:
        """Follow the field `relation` of `model`; choices sort by the number `order`, or else by title."""
        super().__init__(name, label)
        self.unchosen = unchosen
        self.model = model
        self.relation = relation
        self.order = order

    def related_to(self, key: UUID) -> PageQuerySet:
        """Return the primary keys of the pages that relate to a page with that translation key."""
        return self.model._default_manager.filter(**{f"{self.relation}__translation_key": key}).order_by().values("pk")

    def offered_pages(self, locale: Locale) -> PageQuerySet:
        """Return, as tuples for `relation_choices`, the pages that readers may choose."""
        related: Any = self.model._meta.get_field(self.relation).related_model
        place = Cast(F(self.order) if self.order else Value(0), IntegerField())
        pages = visible_pages(related._default_manager.all(), locale).annotate(of_filter=Value(self.name), place=place)
        return pages.order_by().values_list("of_filter", "place", "slug", "title", "translation_key")

    def narrowed(self, pages: PageQuerySet, value: str, offered: Sequence[Choice]) -> PageQuerySet:
        key = next((choice.key for choice in offered if choice.value == value), None)
        return pages.filter(pk__in=self.related_to(key)) if key else pages.none()


class ValueFilter(ListFilter):
    """Narrows to pages with one value of a field, out of those that the list has."""

    def __init__(self, name: str, label: "StrOrPromise", lookup: str, *, labels: type[Choices] | None = None) -> None:
        """Compare `lookup` of the listed pages; `labels` are the field's choices, or none for a number."""
        super().__init__(name, label)
        self.lookup = lookup
        self.labels = labels

    def choices(self, pages: PageQuerySet) -> list[Choice]:
        """Return the values that `pages` have, in one query: in the order of `labels`, or the highest number first."""
        values = set(pages.order_by().values_list(self.lookup, flat=True).distinct())
        if self.labels is not None:
            return [Choice(value, label) for value, label in self.labels.choices if value in values]
        return [Choice(str(value), str(value)) for value in sorted(values, reverse=True)]

    def narrowed(self, pages: PageQuerySet, value: str, offered: Sequence[Choice]) -> PageQuerySet:
        return pages.filter(**{self.lookup: value})


class PartFilter(ListFilter):
    """Shows one part of a list, and the rest of it to readers who choose that."""

    always = True

    def __init__(
        self,
        name: str,
        label: "StrOrPromise",
        condition: Callable[[], Q],
        *,
        part: "StrOrPromise",
        rest: Choice,
    ) -> None:
        """Show what meets `condition` now under the label `part`, and what does not meet it when `rest` is chosen."""
        super().__init__(name, label)
        self.condition = condition
        self.unchosen = part
        self.rest = rest

    def narrowed(self, pages: PageQuerySet, value: str, offered: Sequence[Choice]) -> PageQuerySet:
        return pages.exclude(self.condition()) if value == self.rest.value else pages.filter(self.condition())


def relation_choices(filters: Sequence[ListFilter], locale: Locale) -> dict[str, list[Choice]]:
    """Return what readers of a language may choose of all filters by relation, in one query."""
    by_relation = [each for each in filters if isinstance(each, RelationFilter)]
    offered: dict[str, list[Choice]] = {each.name: [] for each in by_relation}
    if by_relation:
        first, *others = [each.offered_pages(locale) for each in by_relation]
        rows = list(first.union(*others, all=True) if others else first)
        for name, _place, slug, title, key in sorted(rows, key=lambda row: (row[1], polish_key(row[3]), row[2])):
            offered[name].append(Choice(slug, title, key))
    return offered


class FilterForm(forms.Form):
    """The filters of a list as a form that is sent in the address."""

    UNKNOWN = _("The address names a value that is not in this list, so the list is shown without this filter.")

    def __init__(self, data: QueryDict, filters: Sequence[ListFilter], offered: dict[str, list[Choice]]) -> None:
        """Offer, for each filter by name, its choices."""
        super().__init__(data, auto_id="filter-%s")
        self.offered = offered
        for each in filters:
            self.fields[each.name] = forms.ChoiceField(
                label=each.label,
                choices=[("", each.unchosen), *((choice.value, choice.label) for choice in offered[each.name])],
                required=False,
                error_messages={"invalid_choice": self.UNKNOWN},
            )
