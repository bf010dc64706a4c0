"""The search page of each language."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from search.choices import Choices, choices_of, promoted_for, with_synonyms
from search.facets import facets, narrowing
from search.misses import count_miss
from search.paging import nearest_page
from search.results import MOST_RESULTS, describe, find, rows_of
from search.spelling import suggestion
from search.suggestions import suggestions_for
from search.words import MAX_LENGTH, SHORTEST_TELLING, Query, take_apart

PER_PAGE = 10


def search(request: HttpRequest) -> HttpResponse:
    """Show the visible pages of the address's language in which all words of `?q=` occur."""
    query = take_apart(request.GET.get("q", ""))
    context = {
        "query": query,
        "max_length": MAX_LENGTH,
        "search_address": request.path,
        "results": [],
        "count": 0,
        "page_obj": None,
        "page_query": "",
    }
    if query.words:
        locale = Locale.get_active()
        language = locale.language_code
        choices = choices_of(language)
        parts = with_synonyms(query.words, choices, language)
        narrowed = narrowing(request.GET, locale)
        # They are chosen for the words alone: who narrows looks for something else.
        promoted = [] if narrowed.chosen else promoted_for(query.words, choices, language)
        found = rows_of(narrowed.narrow(find(parts, locale, promoted, narrowed.offered)))
        keys = [row["pk"] for row in found.rows]
        page = nearest_page(Paginator(keys, PER_PAGE), request.GET.get("page", "1"))
        if not keys and not narrowed.chosen:
            suggested = _what_was_meant(query, choices, locale)
            if not suggested and request.method == "GET":
                count_miss(query.text, language)
            context |= {
                "suggestion": suggested,
                "single_words": [word for word in query.words if len(word) >= SHORTEST_TELLING and query.words[1:]],
            }
        context |= {
            "results": describe(list(page.object_list), parts, request, locale, promoted),
            "count": len(keys),
            "more_than": MOST_RESULTS if found.has_more else 0,
            "page_obj": page,
            "page_query": urlencode({"q": query.text, **narrowed.chosen}) + "&",
            "facets": facets(found.rows, narrowed, query.text),
            "narrowed": narrowed,
            "unnarrowed_address": f"{request.path}?{urlencode({'q': query.text})}",
        }
    return render(request, "search/search.html", context)


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Return titles of pages for what was typed so far: a list of objects with `title`, `url` and `kind`."""
    found = suggestions_for(take_apart(request.GET.get("q", "")), request, Locale.get_active())
    response = JsonResponse({"suggestions": found})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _what_was_meant(query: Query, choices: Choices, locale: Locale) -> str:
    """Return a query that was not written and finds something, in at most two queries; empty if there is none."""
    words = suggestion(query.words, locale)
    parts = with_synonyms(words, choices, locale.language_code)
    return " ".join(words) if words and find(parts, locale).exists() else ""
