"""What a reader sees of a page that was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import Truncator
from wagtail.models import Locale, Page, get_page_models
from wagtail.query import PageQuerySet

from editorial.visibility import visible_pages
from search.words import Query

# Fields that say in short what a page is about, the best first. Every page type has some of them.
SUMMARY_FIELDS = ("lead", "summary", "statement", "introduction")
EXCERPT_WORDS = 40


@dataclass(frozen=True)
class Result:
    """One page that was found."""

    title: str
    url: str
    kind: str | Promise
    excerpt: str


def find(query: Query, locale: Locale) -> PageQuerySet:
    """Return the visible pages of a language in which all words of the query occur, the best first."""
    visible = visible_pages(Page.objects.filter(depth__gt=1), locale).values("pk")
    # Through the primary key, since Wagtail's index is asked about pages of any type and knows no expiry.
    return Page.objects.filter(pk__in=visible).search(" ".join(query.words), operator="and")


def describe(pages: Iterable[Page], request: HttpRequest, locale: Locale) -> list[Result]:
    """Return what readers see of the pages, in one query for any number of page types."""
    pages = list(pages)
    excerpts = dict(
        Page.objects.filter(pk__in=[page.pk for page in pages])
        .annotate(excerpt=Coalesce(*_summaries(), Value(""), output_field=TextField()))
        .values_list("pk", "excerpt")
    )
    results = []
    for page in pages:
        page.locale = locale
        model = page.specific_class or Page
        results.append(
            Result(
                title=page.title,
                url=page.get_url(request) or "",
                kind=model._meta.verbose_name or "",
                excerpt=Truncator(excerpts.get(page.pk, "")).words(EXCERPT_WORDS),
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
