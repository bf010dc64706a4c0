"""Whether structured data says only what schema.org has words for, and all that search engines need.

The vocabulary is that of `schema_org.json`, which tools/vocabulary.py cut from a release.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text(encoding="utf-8"))
TYPES, PROPERTIES, ENUMERATIONS = (VOCABULARY[name] for name in ("types", "properties", "enumerations"))

# What search engines ask of a type, and what this site always says of it; a type that is not here, of what it is
REQUIRED: dict[str, set[str]] = {
    "WebPage": {"@id", "url", "name", "inLanguage", "isPartOf", "publisher"},
    "WebSite": {"@id", "url", "name", "inLanguage", "publisher", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Organization": {"name"},
    "Person": {"name"},
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"},
    "Report": {"name", "datePublished"},
    "Book": {"name", "datePublished"},
    "GovernmentOrganization": {"name", "legalName", "url"},
    "Event": {"name", "startDate", "location"},
    "ImageObject": {"url", "width", "height"},
    "MediaObject": {"contentUrl", "encodingFormat"},
    "PostalAddress": {"addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "PropertyValue": {"propertyID", "value"},
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
ELSEWHERE = ("#organization", "#website")  # nodes that stand on the home page
LONGEST_HEADLINE = 110


def kinds(name: str) -> set[str]:
    """Return a type and all that it is a kind of."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += TYPES.get(each, [])
    return found


def faults_of(data: Any) -> list[str]:
    """Return what is wrong with the structured data of a page, each with the place where it is."""
    if not isinstance(data, dict) or data.get("@context") != "https://schema.org" or "@graph" not in data:
        return ["no graph in the context of schema.org"]
    known = {node.get("@id") for node in data["@graph"]}
    return [fault for node in data["@graph"] for fault in _faults_of_node(node, str(node.get("@type")), known)]


def _faults_of_node(node: dict[str, Any], place: str, known: set[str | None]) -> Iterator[str]:
    name = node.get("@type")
    if name not in TYPES:
        yield f"{place}: no such type: {name}"
        return
    if "@id" in node and not is_absolute(node["@id"]):
        yield f"{place}: @id is not absolute"
    inherited: set[str] = set().union(*(REQUIRED.get(kind, set()) for kind in kinds(name)))
    required = set(REQUIRED.get(name, inherited))
    if not place.startswith(name):  # named inside another node
        required -= {"@id"}
    for lacking in sorted(required - set(node)):
        yield f"{place}: lacks {lacking}"
    if len(str(node.get("headline"))) > LONGEST_HEADLINE:
        yield f"{place}.headline: longer than {LONGEST_HEADLINE} characters"
    for term, value in node.items():
        if term.startswith("@"):
            continue
        if not belongs(term.removesuffix("-input"), name):
            yield f"{place}: {name} has no property {term}"
            continue
        if term.endswith("-input"):
            continue
        takes = PROPERTIES[term]["takes"]
        for each in value if isinstance(value, list) and value else [value]:
            yield from _faults_of_value(each, takes, f"{place}.{term}", known)


def belongs(term: str, name: str) -> bool:
    """Whether a type has a property."""
    return term in PROPERTIES and not kinds(name).isdisjoint(PROPERTIES[term]["of"])


def _faults_of_value(value: Any, takes: list[str], place: str, known: set[str | None]) -> Iterator[str]:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield from _faults_of_reference(value["@id"], place, known)
        elif kinds(value.get("@type", "")).isdisjoint(takes):
            yield f"{place}: takes {takes}, not {value.get('@type')}"
        else:
            yield from _faults_of_node(value, place, known)
    elif isinstance(value, bool):
        if "Boolean" not in takes:
            yield f"{place}: takes no truth value"
    elif isinstance(value, int | float):
        # Widths and heights are measured in pixels, whole numbers to every search engine
        if not {"Number", "Integer", "Distance"} & set(takes):
            yield f"{place}: takes no number"
    elif isinstance(value, str) and value:
        if not is_accepted(value, takes):
            yield f"{place}: takes {takes}, not “{value}”"
    else:
        yield f"{place}: empty"


def _faults_of_reference(address: str, place: str, known: set[str | None]) -> Iterator[str]:
    if not is_absolute(address):
        yield f"{place}: @id is not absolute"
    elif address not in known and not address.endswith(ELSEWHERE):
        yield f"{place}: nothing has the @id {address}"


def is_accepted(text: str, takes: list[str]) -> bool:
    """Whether a property that takes values of some types takes this text."""
    dates = {"Date", "DateTime"} & set(takes)
    if dates and not {"Text", "URL"} & set(takes):
        return is_date(text, moment="DateTime" in dates, day="Date" in dates)
    members = {f"https://schema.org/{member}" for each in takes for member in ENUMERATIONS.get(each, [])}
    if members:
        return text in members
    if "Text" in takes and not ("URL" in takes and text.startswith("/")):
        return True
    return (takes == ["Thing"] or "URL" in takes) and is_absolute(text)  # an address names any thing


def is_date(text: str, *, moment: bool, day: bool) -> bool:
    """Whether a text is a day, month or year, or a moment with its offset from UTC, in ISO 8601."""
    try:
        if moment and MOMENT.fullmatch(text):
            return datetime.fromisoformat(text).tzinfo is not None
        if day and DAY.fullmatch(text):
            return len(text) < len("2026-01-01") or date.fromisoformat(text) is not None
    except ValueError:
        return False
    return False


def is_absolute(address: Any) -> bool:
    """Whether an address is whole: with its protocol and host."""
    parts = urlsplit(str(address))
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
