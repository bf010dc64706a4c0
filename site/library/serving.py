"""How documents are handed out: by Wagtail's view, which asks who may read them, and in parts where that is asked."""

from django.http import HttpRequest, HttpResponseBase
from wagtail.documents.views import serve as stock

from library.ranges import with_ranges


def serve(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponseBase:
    """Return a document, or the part of it that the request asks for."""
    return with_ranges(request, stock.serve(request, document_id, document_filename))
