"""What every index page shares: filters in the address, pages of a list, and words for what cannot be shown.

An index page names what it lists, in which order, and by what readers may narrow it:

    class NewsIndexPage(IndexPageMixin, IndexPage):
        filters = (
            RelationFilter("area", _("Activity area"), NewsPage, "areas", order="number"),
            ValueFilter("year", _("Year"), "date__year"),
        )

        def listed_pages(self):
            return NewsPage.objects.filter(is_child_of(self)).order_by("-date", "-pk")

Its template includes `components/filtered_list.html`.

The address is the reader's to change, so any value of it gives a list: an unknown page number the nearest page, an
unknown filter value the list without that filter, and a sentence that says so.

However long the list and whatever its filters, it takes one query for its length, two for the pages shown, one for all
choices that are pages, one for those of each other filter, and one for pictures that are not in the cache. What is
offered and how long the list is other pages of it share (`delivery.caching.parts`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.filters import Choice, FilterForm, ListFilter, PartFilter, ValueFilter, relation_choices
from core.pages import BasePage
from core.pictures import load_pictures_of
from core.relations import keys_by_page
from delivery.caching.parts import shared
from delivery.caching.public import shows
from editorial.visibility import visible_pages
from search.paging import nearest_page

PAGE_PARAMETER = "page"


@dataclass(frozen=True)
class FilteredList:
    """What an index page shows, for its template.

    Attributes:
        form: the filters, with an error on each whose value is unknown.
        page_obj: one page of the list; `count` is the length of the whole.
        chosen: the filters in force, value by name.
        index_page: the primary key of the index page, if it is one's.
    """

    form: FilterForm
    page_obj: PageOfList
    chosen: dict[str, str]
    index_page: int | None = None

    @property
    def count(self) -> int:
        """How many pages the filters let through."""
        return self.page_obj.paginator.count

    @property
    def has_filters(self) -> bool:
        """Whether there is anything to choose, or a choice in the address that has to be answered."""
        return bool(self.form.errors) or any(self.form.offered.values())

    @property
    def is_form_shared(self) -> bool:
        """Whether the form is the same on all pages of this list with these filters."""
        return self.index_page is not None and not self.form.errors

    @property
    def query(self) -> str:
        """The filters in force as the start of a query string, with an ampersand at its end, or nothing."""
        parameters = QueryDict(mutable=True)
        parameters.update(self.chosen)
        return f"{parameters.urlencode()}&" if self.chosen else ""


class IndexPage(BasePage):
    """A page that lists others, with a sentence or two above the list."""

    web_page_type = "CollectionPage"

    introduction = models.TextField(_("introduction"), blank=True, help_text=_("One or two sentences above the list."))

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        abstract = True


class IndexPageMixin:
    """An index page: a list of pages that readers of its language may see, filtered by the address."""

    filters: ClassVar[Sequence[ListFilter]] = ()
    # Presets that rows show the images of listed pages as, by foreign key
    pictures_in_list: ClassVar[Mapping[str, Sequence[str]]] = {}
    per_page: ClassVar[int] = 12
    locale: Locale
    pk: int

    def listed_pages(self) -> PageQuerySet:
        """Return everything that the list may show, in a total order, whether readers may see it or not."""
        raise NotImplementedError

    def keys(self, pages: PageQuerySet, chosen: Mapping[str, str]) -> Sequence[int] | PageQuerySet:
        """Return the primary keys of the narrowed list, sorted here if no database can, for lists that stay short.

        Args:
            pages: in the order of `listed_pages`.
            chosen: the filters in force, value by name.
        """
        return pages.values_list("pk", flat=True)

    def load(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the pages of one page of the list with what their rows show, and without their texts."""
        return pages.defer_streamfields()

    def prepare(self, pages: list[Any], form: FilterForm) -> None:
        """Give the loaded pages what their rows show besides, in a fixed number of queries.

        Args:
            pages: the pages to show.
            form: has the choices that were already asked for.
        """

    def filtered_list(self, request: HttpRequest) -> FilteredList:
        """Return what the address asks for, as far as it makes sense."""
        pages = visible_pages(self.listed_pages(), self.locale)
        offered = shared(request, ("offered", self.pk), lambda: self._offered(pages))
        form = FilterForm(request.GET, self.filters, offered)
        form.is_valid()
        chosen = {name: value for name, value in form.cleaned_data.items() if value}
        for each in self.filters:
            if each.always or each.name in chosen:
                pages = each.narrowed(pages, chosen.get(each.name, ""), offered[each.name])
        paginator = Paginator(self.keys(pages, chosen), self.per_page)
        # `count` is a cached property, so that what is told here is not asked again
        paginator.count = shared(request, ("count", self.pk, *sorted(chosen.items())), lambda: paginator.count)
        page_obj = nearest_page(paginator, request.GET.get(PAGE_PARAMETER, "1"))
        shows(request, {**form.cleaned_data, PAGE_PARAMETER: str(page_obj.number)})
        page_obj.object_list = self._loaded(list(page_obj.object_list))
        load_pictures_of(page_obj.object_list, self.pictures_in_list)
        self.prepare(page_obj.object_list, form)
        return FilteredList(form, page_obj, chosen, self.pk)

    def _offered(self, pages: PageQuerySet) -> dict[str, list[Choice]]:
        """Return the choices of each filter, by its name, out of all that readers may see."""
        offered = relation_choices(self.filters, self.locale)
        for each in self.filters:
            if isinstance(each, ValueFilter):
                offered[each.name] = each.choices(pages)
            elif isinstance(each, PartFilter):
                offered[each.name] = [each.rest]
        return offered

    def _loaded(self, keys: list[int]) -> list[Any]:
        found = {page.pk: page for page in self.load(self.listed_pages().filter(pk__in=keys))} if keys else {}
        return [found[key] for key in keys if key in found]

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
