"""Which pages the index has for a query, as a condition that a database can look up in its index.

Wagtail's own query joins the columns of its index before it looks, which on PostgreSQL reads every row; and its ranking
of several words on SQLite puts the best last. So its columns are asked one by one, with the query that it builds.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import IntegerField, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry
from wagtail.search.query import SearchQuery

from search.models import DocumentText

# The column that has the whole text of an entry, as it was given
TEXT_COLUMN = "body_text" if connection.vendor == "postgresql" else "body"


def keys_of_pages_with(query: SearchQuery, *, in_title: bool = False) -> QuerySet:
    """Return the primary keys of the pages whose text or title, or title alone, has what the query asks for."""
    if connection.vendor == "postgresql":
        backend = get_search_backend()
        compiler = backend.query_compiler_class(Page.objects.all(), query)
        column = "title" if in_title else "body"  # the text begins with the title
        kinds = [kind.pk for kind in ContentType.objects.get_for_models(*get_page_models()).values()]
        entries = IndexEntry.objects.filter(
            content_type__in=kinds, **{column: compiler.build_tsquery(query, config=backend.config)}
        )
        # The key is taken from the entry. Compared as text with that of every page, each page would be read.
        return entries.annotate(key=Cast("object_id", IntegerField())).values("key")
    found: PageQuerySet = Page.objects.search(
        query, fields=["title"] if in_title else None, order_by_relevance=False
    ).get_queryset()
    return found.order_by().values("pk")


def documents_with(query: SearchQuery, language: str) -> QuerySet[DocumentText]:
    """Return the documents whose text has what the query of a language asks for, in no order."""
    column = "title" if language == "pl" else "body"
    backend = get_search_backend()
    if connection.vendor == "postgresql":
        compiler = backend.query_compiler_class(DocumentText.objects.all(), query)
        wanted = compiler.build_tsquery(query, config=backend.config)
        return DocumentText.objects.filter(**{f"index_entries__{column}": wanted})
    texts = DocumentText.objects.all()
    found: QuerySet[DocumentText] = backend.search(
        query, texts, fields=[column], order_by_relevance=False
    ).get_queryset()
    return found.order_by()
