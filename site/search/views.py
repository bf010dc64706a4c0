"""The search page of each language."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from wagtail.models import Locale

from search.paging import nearest_page
from search.results import describe, find
from search.words import MAX_LENGTH, take_apart

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
        page = nearest_page(Paginator(find(query, locale), PER_PAGE), request.GET.get("page", "1"))
        context |= {
            "results": describe(page.object_list, request, locale),
            "count": page.paginator.count,
            "page_obj": page,
            "page_query": urlencode({"q": query.text}) + "&",
        }
    return render(request, "search/search.html", context)
