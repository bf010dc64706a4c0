"""A member in the words of schema.org."""

from typing import Any

from django.http import HttpRequest

from core.metadata import describe
from core.structured_data import (
    Node,
    identifier,
    image_object,
    organization_reference,
    postal_address,
    without_blanks,
)

ARMS = "sign"  # the preset that the page shows it as


def member_node(request: HttpRequest, page: Any) -> Node:
    """Return the local government that a page presents. Only a present member is said to belong to the association."""
    url = page.get_full_url(request)
    return without_blanks(
        {
            "@type": "GovernmentOrganization",
            "@id": f"{url}#member",
            "url": url,
            "mainEntityOfPage": {"@id": url},
            "name": page.title,
            "legalName": page.official_name,
            "description": describe(page),
            "sameAs": [address for address in (page.website, page.bip_url) if address],
            "identifier": identifier("TERYT", page.teryt),
            "address": postal_address(page.address),
            "telephone": page.phone,
            "email": page.email,
            "location": _place(page),
            "logo": image_object(request, page.coat_of_arms, ARMS),
            "memberOf": None if page.is_past else organization_reference(request),
        }
    )


def _place(page: Any) -> Node:
    if page.latitude is None or page.longitude is None:
        return {}
    position = {"latitude": float(page.latitude), "longitude": float(page.longitude)}
    return {"@type": "Place", "name": page.title, "geo": {"@type": "GeoCoordinates", **position}}
