"""What every index page shares: filters in the address, pages of a list, and words for what cannot be shown.

An index page names what it lists, in which order, and by what readers may narrow it:

    class NewsIndexPage(IndexPageMixin, BasePage):
        filters = (
            RelationFilter("area", _("Activity area"), NewsPage, "areas", order="number"),
            ValueFilter("year", _("Year"), "date__year"),
        )

        def listed_pages(self):
            return NewsPage.objects.order_by("-date", "-pk")

Its template includes `components/filtered_list.html`.

The address is the reader's to change, so any value of it gives a list: an unknown page number the nearest page, an
unknown filter value the list without that filter, and a sentence that says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django import forms
from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db.models import Choices
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from core.collation import polish_key
from core.relations import keys_by_page
from editorial.visibility import visible_pages

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PAGE_PARAMETER = "page"
MOST_DIGITS = 9


@dataclass(frozen=True)
class Choice:
    """A value that readers may choose, and, where it is a page, the key that the page's translations share."""

    value: str
    label: "StrOrPromise"
    key: UUID | None = None


class ListFilter:
    """One way to narrow a list."""

    def __init__(self, name: str, label: "StrOrPromise") -> None:
        """Name the parameter of the address, and give its label on the page."""
        self.name = name
        self.label = label

    def choices(self, pages: PageQuerySet, locale: Locale) -> list[Choice]:
        """Return the values that readers may choose, each with its label.

        Args:
            pages: all pages of the list, visible to readers of `locale`.
        """
        raise NotImplementedError

    def narrow(self, pages: PageQuerySet, value: str, locale: Locale) -> PageQuerySet:
        """Return the pages that a value, one of the choices, lets through."""
        raise NotImplementedError


class RelationFilter(ListFilter):
    """Narrows to pages that relate to another page, which readers choose by its title in their language.

    The value in the address is the other page's slug. A relation points at Polish pages, also from English ones, so
    it is followed through the key that the translations of a page share.
    """

    def __init__(self, name: str, label: "StrOrPromise", model: type[Page], relation: str, *, order: str = "") -> None:
        """Follow the field `relation` of `model`; choices sort by the number `order`, or else by title."""
        super().__init__(name, label)
        self.model = model
        self.relation = relation
        self.order = order

    def _related(self, locale: Locale) -> PageQuerySet:
        related: Any = self.model._meta.get_field(self.relation).related_model
        return visible_pages(related._default_manager.all(), locale)

    def choices(self, pages: PageQuerySet, locale: Locale) -> list[Choice]:
        rows = self._related(locale).order_by(self.order or "pk", "pk").values_list("slug", "title", "translation_key")
        choices = [Choice(slug, title, key) for slug, title, key in rows]
        return choices if self.order else sorted(choices, key=lambda choice: polish_key(str(choice.label)))

    def narrow(self, pages: PageQuerySet, value: str, locale: Locale) -> PageQuerySet:
        chosen = self._related(locale).filter(slug=value).order_by().values("translation_key")
        return pages.filter(**{f"{self.relation}__translation_key__in": chosen})


class ValueFilter(ListFilter):
    """Narrows to pages with one value of a field, out of those that the list has."""

    def __init__(self, name: str, label: "StrOrPromise", lookup: str, *, labels: type[Choices] | None = None) -> None:
        """Compare `lookup` of the listed pages; `labels` is the field's `Choices`, highest number first without."""
        super().__init__(name, label)
        self.lookup = lookup
        self.labels = labels

    def choices(self, pages: PageQuerySet, locale: Locale) -> list[Choice]:
        values = set(pages.order_by().values_list(self.lookup, flat=True).distinct())
        if self.labels is not None:
            return [Choice(value, label) for value, label in self.labels.choices if value in values]
        return [Choice(str(value), str(value)) for value in sorted(values, reverse=True)]

    def narrow(self, pages: PageQuerySet, value: str, locale: Locale) -> PageQuerySet:
        return pages.filter(**{self.lookup: value})


class FilterForm(forms.Form):
    """The filters of a list as a form that is sent in the address."""

    UNKNOWN = _("The address names a value that is not in this list, so the list is shown without this filter.")

    def __init__(self, data: QueryDict, filters: Sequence[ListFilter], pages: PageQuerySet, locale: Locale) -> None:
        """Offer each filter that has values to choose from."""
        super().__init__(data, auto_id="filter-%s")
        self.offered = {each.name: each.choices(pages, locale) for each in filters}
        for each in filters:
            self.fields[each.name] = forms.ChoiceField(
                label=each.label,
                choices=[("", _("All")), *((choice.value, choice.label) for choice in self.offered[each.name])],
                required=False,
                error_messages={"invalid_choice": self.UNKNOWN},
            )


@dataclass(frozen=True)
class FilteredList:
    """What an index page shows, for its template.

    Attributes:
        form: the filters, with an error on each whose value is unknown.
        page_obj: one page of the list; `count` is the length of the whole.
        chosen: the filters in force, value by name.
    """

    form: FilterForm
    page_obj: PageOfList
    chosen: dict[str, str]

    @property
    def count(self) -> int:
        """How many pages the filters let through."""
        return self.page_obj.paginator.count

    @property
    def has_filters(self) -> bool:
        """Whether there is anything to choose."""
        return any(
            len(field.choices) > 1 for field in self.form.fields.values() if isinstance(field, forms.ChoiceField)
        )

    @property
    def query(self) -> str:
        """The filters in force as the start of a query string, with an ampersand at its end, or nothing."""
        parameters = QueryDict(mutable=True)
        parameters.update(self.chosen)
        return f"{parameters.urlencode()}&" if self.chosen else ""


def nearest_page(paginator: Paginator, number: str) -> PageOfList:
    """Return the page of that number, or the one nearest to it; the first one for what is no number."""
    number = number.strip()
    if re.fullmatch(r"-\d+", number, re.ASCII):
        number = "1"
    elif re.fullmatch(r"\d+", number, re.ASCII) and len(number.lstrip("0")) > MOST_DIGITS:
        number = str(paginator.num_pages)
    elif re.fullmatch(r"0+", number, re.ASCII):
        number = "1"
    return paginator.get_page(number)


class IndexPageMixin:
    """An index page: a list of pages that readers of its language may see, filtered by the address."""

    filters: ClassVar[Sequence[ListFilter]] = ()
    per_page: ClassVar[int] = 12
    locale: Locale

    def listed_pages(self) -> PageQuerySet:
        """Return everything that the list may show, in a total order, whether readers may see it or not."""
        raise NotImplementedError

    def in_order(self, pages: PageQuerySet) -> Any:
        """Return the narrowed pages in the order that the list has: a queryset, or a sequence to take slices of."""
        return pages

    def prepare(self, pages: list[Any], form: FilterForm) -> None:
        """Load what the rows of one page of the list show, in a fixed number of queries.

        Args:
            pages: the pages to show.
            form: has what was already asked for the filters.
        """

    def filtered_list(self, request: HttpRequest) -> FilteredList:
        """Return what the address asks for, as far as it makes sense."""
        everything = visible_pages(self.listed_pages(), self.locale)
        form = FilterForm(request.GET, self.filters, everything, self.locale)
        form.is_valid()
        chosen = {name: value for name, value in form.cleaned_data.items() if value}
        pages = everything
        for each in self.filters:
            if value := chosen.get(each.name):
                pages = each.narrow(pages, value, self.locale)
        paginator = Paginator(self.in_order(pages), self.per_page)
        page_obj = nearest_page(paginator, request.GET.get(PAGE_PARAMETER, "1"))
        page_obj.object_list = list(page_obj.object_list)
        self.prepare(page_obj.object_list, form)
        return FilteredList(form, page_obj, chosen)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the list. A page of the unfiltered list has an address of its own for search engines, others have not."""
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]  # the page's own
        context["filtered_list"] = self.filtered_list(request)
        if not context["filtered_list"].chosen:
            context["page_obj"] = context["filtered_list"].page_obj
        return context


def add_area_titles(
    pages: Sequence[Any], form: FilterForm, *, filter_name: str = "area", relation: str = "areas"
) -> None:
    """Give each page, as `area_titles`, the titles of its areas in the reader's language, as the filter offers them."""
    keys = keys_by_page(pages, relation)
    for page in pages:
        page.area_titles = [str(choice.label) for choice in form.offered[filter_name] if choice.key in keys[page.pk]]
