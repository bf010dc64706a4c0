"""Which documents search may quote: those of pages that readers see, but for those in closed collections."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import CollectionViewRestriction

from library.models import FileUse
from search.models import DocumentText


def uses_of(texts: QuerySet[DocumentText]) -> QuerySet[FileUse]:
    """Return the uses of some documents by what is saved of pages; whether readers see these is for others to ask."""
    return FileUse.objects.filter(in_draft=False, document__searched_text__in=texts.values("pk"))


def without_closed(texts: QuerySet[DocumentText]) -> QuerySet[DocumentText]:
    """Leave out the documents of collections that ask for a password or a sign-in."""
    path: Any = ExpressionWrapper(OuterRef("document__collection__path"), output_field=CharField())
    closing = CollectionViewRestriction.objects.alias(path=path).filter(path__startswith=F("collection__path"))
    return texts.filter(~Exists(closing))
