"""Titles of pages that a reader may mean, while they type."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection
from django.db.models import Case, Value, When
from django.http import HttpRequest
from django.utils.text import capfirst
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, Or, PlainText

from editorial.visibility import visible_pages
from morphology import folded, keys_of
from search.results import in_order
from search.words import Query

MOST = 8
SHORTEST = 2  # letters of all words together
LONGEST = 60  # characters; who writes more knows what they are looking for


@dataclass(frozen=True)
class Suggested:
    """A page that readers may go to at once."""

    title: str
    url: str
    kind: str


def suggestions_for(query: Query, request: HttpRequest, locale: Locale) -> list[dict[str, str]]:
    """Return the pages in whose titles all words of a query begin a word, the best first, in at most two queries.

    Nothing is kept of them: what was taken down is suggested no more.
    """
    words = [folded(word) for word in query.words]
    if len("".join(words)) < SHORTEST or len(query.text) > LONGEST:
        return []
    return [asdict(each) for each in _suggested(query, request, locale)]


def _suggested(query: Query, request: HttpRequest, locale: Locale) -> list[Suggested]:
    language = locale.language_code
    wanted = And(
        [Or([PlainText(key) for key in sorted({folded(word), *keys_of(word, language)})]) for word in query.words]
    )
    visible = visible_pages(_pages_beginning(wanted).filter(depth__gt=1), locale)
    begins = Case(When(title__istartswith=query.text, then=Value(0)), default=Value(1))
    found = in_order(visible, begins)[:MOST]
    suggested = []
    for page in found:
        page.locale = locale
        model: Any = page.specific_class or Page
        suggested.append(Suggested(page.title, page.get_url(request) or "", str(capfirst(model._meta.verbose_name))))
    return suggested


def _pages_beginning(query: And) -> PageQuerySet:
    """Return the pages in whose titles words begin as the query says."""
    backend = get_search_backend()

    class Beginnings(backend.query_compiler_class):  # type: ignore[misc,name-defined]  # each database has its own
        """Takes each word of the query for the beginning of one."""

        LAST_TERM_IS_PREFIX = True

    if connection.vendor == "postgresql":
        compiler = Beginnings(Page.objects.all(), query)
        return Page.objects.filter(index_entries__title=compiler.build_tsquery(query, config=backend.config))
    compiler = Beginnings(Page.objects.all(), query, fields=["title"], order_by_relevance=False)
    found: PageQuerySet = compiler.search(backend.config, None, None)
    return found.order_by()
