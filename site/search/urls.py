"""The search page of each language, at an address in that language."""

from django.urls import path

from search.views import search

urlpatterns = [
    path("szukaj/", search, name="search_pl"),
    path("en/search/", search, name="search_en"),
]
