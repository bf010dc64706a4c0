"""A publication in the words of schema.org."""

from typing import Any

from django.http import HttpRequest

from core.metadata import describe
from core.site_settings import AssociationSettings
from core.structured_data import (
    Node,
    identifier,
    image_object,
    media_object,
    organization_reference,
    without_blanks,
)

TYPES = {"report": "Report", "book": "Book"}
COVER = "cover"  # the preset that the page shows it as


def publication_node(request: HttpRequest, page: Any) -> Node:
    """Return the publication that a page presents, with its files."""
    url = page.get_full_url(request)
    kind = TYPES.get(page.kind, "CreativeWork")
    numbers = {"ISSN": page.shown_issn, **({} if kind == "Book" else {"ISBN": page.shown_isbn})}
    names = (name.strip() for name in page.authors.split(","))
    return without_blanks(
        {
            "@type": kind,
            "@id": f"{url}#publication",
            "url": url,
            "mainEntityOfPage": {"@id": url},
            "name": page.title,
            "description": describe(page),
            "author": [{"@type": "Person", "name": name} for name in names if name],
            "publisher": _publisher(request, page.publisher),
            "datePublished": str(page.year),
            "isbn": page.shown_isbn.replace("-", "") if kind == "Book" else "",
            "identifier": [identifier(name, number) for name, number in numbers.items() if number],
            "image": image_object(request, page.cover, COVER),
            "encoding": [
                media_object(request, block.value["document"], block.value["title"], block.value["language"])
                for block in page.files
                if block.value["document"]
            ],
        }
    )


def _publisher(request: HttpRequest, name: str) -> Node:
    """Return who published it: the association where the title page names it, or whoever it names."""
    association = AssociationSettings.for_request(request)
    if name in (association.name_pl, association.name_en):
        return organization_reference(request)
    return {"@type": "Organization", "name": name} if name else {}
