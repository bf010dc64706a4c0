"""Wagtail's search of its own databases, which in the admin too finds one form of a word by another.

The admin asks for the beginnings of words. Here each word of such a query stands for its keys as well, in both
languages, since nobody says in the admin in which they write. `search.fields` puts the keys of titles beside them.
"""

from typing import Any

from modelsearch.backends import database
from wagtail.search.query import And, Or, PlainText, SearchQuery

from morphology import folded, keys_of, words_of

MOST_WORDS = 12
LANGUAGES = ("pl", "en")


class Key(PlainText):
    """A word that is reduced already."""


def with_forms(query: SearchQuery) -> SearchQuery:
    """Return a query for the beginnings of words or of their keys; what is no plain text, or has no word, as it is."""
    if not isinstance(query, PlainText) or isinstance(query, Key):
        return query
    words = [word.text for word in words_of(query.query_string)][:MOST_WORDS]
    return And([Or([Key(each) for each in _alike(word)]) for word in words]) if words else query


def _alike(word: str) -> list[str]:
    keys = frozenset().union(*(keys_of(word, language) for language in LANGUAGES))
    return sorted({word.lower(), folded(word), *keys})


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail looks for
    """Return the backend of this database, with queries of beginnings that know forms."""
    backend = database.SearchBackend(params)
    stock = backend.autocomplete_query_compiler_class

    class Compiler(stock):  # type: ignore[misc,valid-type]  # each database has its own
        """Puts the forms in before the query is taken apart."""

        query: Any

        def __init__(self, queryset: Any, query: Any, *args: Any, **kwargs: Any) -> None:
            super().__init__(queryset, query, *args, **kwargs)
            self.query = with_forms(self.query)

    backend.autocomplete_query_compiler_class = Compiler
    return backend
