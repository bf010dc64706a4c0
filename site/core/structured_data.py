"""Pages in the words of schema.org, for search engines: one graph a page.

A page type says what it is about in `structured_data(request)`; what every page has is added here. Nodes point at each
other by `@id`. The association stands in full on the home page, elsewhere by its `@id` and name.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from core.addresses import absolute_url, home_address, search_address
from core.icons import TOUCH
from core.metadata import describe
from core.navigation import way_to
from core.site_settings import AssociationSettings
from library.models import CustomDocument, CustomImage
from library.pictures import picture

Node = dict[str, Any]

HOME_DEPTH = 2
POSTCODE = re.compile(r"^(?P<code>\d{2}-\d{3})\s+(?P<town>.+)$")
# What would end a script element or begin a comment in it, and the line ends that JSON allows and scripts did not
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def graph(request: HttpRequest, page: Any) -> Node:
    """Return all that is said of a live page, in no more queries than its breadcrumbs take."""
    nodes = [*page.structured_data(request)]
    if way := way_to(request, page):
        nodes.append(_breadcrumbs(request, page, way))
    if page.depth == HOME_DEPTH:
        nodes += [organization(request), _website(request, page)]
    return {"@context": "https://schema.org", "@graph": nodes}


def script_safe(data: Node) -> SafeString:
    """Return data as JSON that stands in a script element and stays in it, whatever its texts hold."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 - escaped in this line


def without_blanks(node: Node) -> Node:
    """Return a node without the properties that have no value."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def web_page(request: HttpRequest, page: Any) -> Node:
    """Return the page itself. What it shows says so by `"mainEntityOfPage": {"@id": page.get_full_url(request)}`."""
    url = page.get_full_url(request)
    return without_blanks(
        {
            "@type": page.web_page_type,
            "@id": url,
            "url": url,
            "name": page.seo_title or page.headline,
            "description": describe(page),
            "inLanguage": page.locale.language_code,
            "datePublished": page.published_at,
            "dateModified": page.modified_at,
            "isPartOf": {"@id": _website_id(request, page)},
            "publisher": organization_reference(request),
            "breadcrumb": {"@id": f"{url}#breadcrumb"} if page.depth > HOME_DEPTH else None,
        }
    )


def organization_reference(request: HttpRequest) -> Node:
    """Return the association as other nodes name it."""
    association = AssociationSettings.for_request(request)
    return {"@type": "Organization", "@id": absolute_url(request, "/#organization"), "name": association.name}


def organization(request: HttpRequest) -> Node:
    """Return the association with all that its settings tell."""
    association = AssociationSettings.for_request(request)
    names = {association.name_pl, association.name_en} - {association.name}
    return without_blanks(
        {
            **organization_reference(request),
            "alternateName": sorted(names),
            "slogan": association.tagline,
            "url": absolute_url(request, "/"),
            "logo": {
                "@type": "ImageObject",
                "url": absolute_url(request, reverse("touch_icon")),
                "width": TOUCH,
                "height": TOUCH,
            },
            "address": postal_address(association.address),
            "telephone": association.phone,
            "email": association.email,
            "taxID": association.nip,
            "identifier": [
                identifier(name, value)
                for name, value in (("REGON", association.regon), ("KRS", association.krs))
                if value
            ],
            "sameAs": [association.bip_url] if association.bip_url else [],
        }
    )


def identifier(name: str, value: str) -> Node:
    """Return a number under which a register has something."""
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def postal_address(text: str) -> Node:
    """Return an address: postcode and town from the line that has both, the street from the others."""
    lines = [line.strip(" ,") for line in text.splitlines() if line.strip(" ,")]
    found = next((match for line in lines if (match := POSTCODE.match(line))), None)
    if not lines:
        return {}
    street = [line for line in lines if found is None or line != found.string]
    return without_blanks(
        {
            "@type": "PostalAddress",
            "streetAddress": ", ".join(street),
            "postalCode": found["code"] if found else "",
            "addressLocality": found["town"] if found else "",
            "addressCountry": "PL",
        }
    )


def image_object(request: HttpRequest, image: CustomImage | None, preset: str) -> Node:
    """Return an image as the page shows it, so that none is made for robots; nothing if its file is gone.

    Args:
        preset: one of `library.pictures`.
    """
    shown = picture(image, preset) if image else None
    if shown is None:
        return {}
    return {
        "@type": "ImageObject",
        "url": absolute_url(request, shown.url),
        "width": shown.width,
        "height": shown.height,
    }


def media_object(request: HttpRequest, document: CustomDocument, name: str, language: str) -> Node:
    """Return a file to download."""
    return without_blanks(
        {
            "@type": "MediaObject",
            "name": name,
            "contentUrl": absolute_url(request, document.url),
            "encodingFormat": document.content_type,
            "contentSize": f"{max(1, round(document.file_size / 1000))} kB" if document.file_size else "",
            "inLanguage": language,
        }
    )


def _website_id(request: HttpRequest, page: Any) -> str:
    return absolute_url(request, home_address(page.locale.language_code)) + "#website"


def _website(request: HttpRequest, home: Any) -> Node:
    """Return the site in one language, with its search."""
    language = home.locale.language_code
    association = AssociationSettings.for_request(request)
    search = absolute_url(request, search_address(language))
    return {
        "@type": "WebSite",
        "@id": _website_id(request, home),
        "url": home.get_full_url(request),
        "name": association.name,
        "inLanguage": language,
        "publisher": {"@id": absolute_url(request, "/#organization")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def _breadcrumbs(request: HttpRequest, page: Any, way: Iterable[Page]) -> Node:
    url = page.get_full_url(request)
    return {
        "@type": "BreadcrumbList",
        "@id": f"{url}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": each.title, "item": each.get_full_url(request)}
            for position, each in enumerate((*way, page), start=1)
        ],
    }
