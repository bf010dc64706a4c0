"""The search page of each language and its suggestions, at an address in that language."""

from django.urls import path

from search.views import search, suggest

urlpatterns = [
    path("szukaj/", search, name="search_pl"),
    path("en/search/", search, name="search_en"),
    path("szukaj/podpowiedzi/", suggest, name="suggestions_pl"),
    path("en/search/suggestions/", suggest, name="suggestions_en"),
]
