"""What a reader sees of a page that was found."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, get_page_models
from wagtail.query import PageQuerySet
from wagtail.search.query import SearchQuery

from editorial.visibility import visible_pages
from search.facets import Related, with_year
from search.fields import SEPARATOR, SearchedMixin
from search.files.visibility import uses_of, without_closed
from search.matching import TEXT_COLUMN, documents_with, keys_of_pages_with
from search.models import DocumentText
from search.names import named_in, pages_named
from search.passages import passage
from search.words import Part, as_search_query, wanted_keys

# Fields that say in short what a page is about, the best first. Every page type has some of them.
SUMMARY_FIELDS = ("lead", "summary", "statement", "introduction")
EXCERPT_WORDS = 40


# More are not counted, and not shown: the best of them are
MOST_RESULTS = 1000
NEWEST_FIRST = ("-first_published_at", "-pk")
# What gets old is new in its year and so many years after, then recent; then it is old
YEARS_NEW, YEARS_RECENT = 1, 4
NEW = 3

Offered = Mapping[str, Mapping[str, Related]]
NOTHING_OFFERED: Offered = {}


@dataclass(frozen=True)
class Result:
    """One page that was found. In its passage the words found are marked; it may be empty.

    Attributes:
        is_promoted: whether staff put it first.
        file: the title of the document that is quoted in its passage, if that is not the page's own text.
    """

    title: str
    url: str
    kind: str | Promise
    excerpt: str
    is_promoted: bool = False
    file: str = ""

    @property
    def lead(self) -> str:
        """The passage, and in which file it stands, if it is not the page itself."""
        if not self.file:
            return self.excerpt
        return format_html("{} {}", gettext("In the file “%(title)s”:") % {"title": self.file}, self.excerpt)

    @property
    def mark(self) -> str | Promise:
        """What readers are told of a page that staff put first."""
        return _("Recommended") if self.is_promoted else ""


@dataclass(frozen=True)
class Found:
    """What was found: a row for each page, the best first, and whether there are more of them."""

    rows: list[dict[str, Any]]
    has_more: bool


def find(
    parts: Sequence[Part], locale: Locale, promoted: Sequence[int] = (), offered: Offered = NOTHING_OFFERED
) -> PageQuerySet:
    """Return the visible pages of a language in which all parts of a query occur in some form, the best first.

    A page is also found by a file that it shows and in which all of them occur, and by the name of an area or a member
    that it belongs to. Titles come first, then names, the text, and files; among them what is new before what is old.

    Args:
        parts: at least one.
        locale: that of the pages.
        promoted: primary keys of pages that come before all others, whatever they say, if they are visible.
        offered: the areas and members whose names count, as `search.facets.narrowing` gives them.
    """
    asked = as_search_query(parts, locale.language_code)
    in_text = keys_of_pages_with(asked)
    in_files = uses_of(quotable(asked, locale)).values("page")
    found = Q(pk__in=in_text.union(in_files))
    if promoted:
        found |= Q(pk__in=promoted)
    places = [When(pk=pk, then=Value(place - len(promoted))) for place, pk in enumerate(promoted)]
    places.append(When(pk__in=keys_of_pages_with(asked, in_title=True), then=Value(0)))
    if by_name := pages_named(named_in(parts, offered, locale.language_code), locale.language_code):
        found |= by_name
        places.append(When(by_name, then=Value(1)))
    places.append(When(pk__in=in_text, then=Value(2)))
    visible = visible_pages(Page.objects.filter(found, depth__gt=1), locale)
    return in_order(visible, Case(*places, default=Value(3)))


def in_order(pages: PageQuerySet, *first: Case) -> PageQuerySet:
    """Order pages by what is given, then by their weight and age."""
    return with_year(pages).order_by(*first, _weight().desc(), *NEWEST_FIRST)


def _weight() -> Case:
    """Return how a page stands by its type and, where its type gets old, by its year."""
    models = [model for model in get_page_models() if issubclass(model, SearchedMixin)]
    old = Q(content_type__model__in=[model._meta.model_name for model in models if model.search_ages])
    this_year = timezone.localdate().year
    usual = SearchedMixin.search_weight
    own = [
        When(content_type__model=model._meta.model_name, then=Value(model.search_weight))
        for model in models
        if model.search_weight != usual
    ]
    return Case(
        When(old & Q(year__gte=this_year - YEARS_NEW), then=Value(NEW)),
        When(old & Q(year__gte=this_year - YEARS_RECENT), then=Value(usual - 1)),
        When(old, then=Value(0)),
        *own,
        default=Value(usual),
    )


def quotable(asked: SearchQuery, locale: Locale) -> QuerySet[DocumentText]:
    """Return the documents in which a query occurs, as far as they may be quoted with a page that shows them."""
    return without_closed(documents_with(asked, locale.language_code))


def rows_of(pages: PageQuerySet) -> Found:
    """Return what is counted and turned over, in one query."""
    rows = list(pages.values("pk", "year", "content_type__model")[: MOST_RESULTS + 1])
    return Found(rows[:MOST_RESULTS], len(rows) > MOST_RESULTS)


def describe(
    keys: Sequence[int], parts: Sequence[Part], request: HttpRequest, locale: Locale, promoted: Collection[int] = ()
) -> list[Result]:
    """Return what readers see of the pages with these primary keys, in one query for any number of page types."""
    language = locale.language_code
    wanted = wanted_keys(parts, language)
    asked = as_search_query(parts, language)
    shown = {"document__uses__page": OuterRef("pk"), "document__uses__in_draft": False}
    document = quotable(asked, locale).filter(**shown).order_by("pk")
    found = (
        Page.objects.filter(pk__in=keys)
        .annotate(
            excerpt=Coalesce(*_summaries(), Value(""), output_field=TextField()),
            indexed_text=F(f"index_entries__{TEXT_COLUMN}"),
            is_found_itself=Case(When(pk__in=keys_of_pages_with(asked), then=Value(1)), default=Value(0)),
            document_title=Subquery(document.values("document__title")[:1]),
            document_text=Subquery(document.values("text")[:1]),
        )
        .in_bulk()
    )
    results = []
    for page in (found[key] for key in keys if key in found):
        page.locale = locale
        model = page.specific_class or Page
        is_in_file = page.document_text and not page.is_found_itself
        text = page.document_text if is_in_file else (page.indexed_text or "").partition(SEPARATOR)[2]
        results.append(
            Result(
                title=page.title,
                url=page.get_url(request) or "",
                kind=model._meta.verbose_name or "",
                excerpt=passage(text, wanted, language)
                or Truncator(text if is_in_file else page.excerpt).words(EXCERPT_WORDS),
                file=page.document_title if is_in_file else "",
                is_promoted=page.pk in promoted,
            )
        )
    return results


@cache
def _summaries() -> list[NullIf]:
    """Return the first of these that is not empty: the search description, or a summary of any page type."""
    paths = ["search_description"]
    for model in get_page_models():
        for name in SUMMARY_FIELDS:
            try:
                field = model._meta.get_field(name)
            except FieldDoesNotExist:
                continue
            if field.model is model:
                paths.append(f"{model._meta.model_name}__{name}")
    return [NullIf(F(path), Value("", output_field=TextField()), output_field=TextField()) for path in paths]
