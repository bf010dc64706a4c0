"""Cut the vocabulary of schema.org down to the types that the site speaks of, for the tests that check what it says.

    python -m tools.vocabulary schemaorg-current-https.jsonld

The file is a release of the vocabulary (github.com/schemaorg/schemaorg, data/releases). A page type that speaks of
something new adds it to `TYPES`.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tools import ROOT

TARGET = ROOT / "tests" / "schema_org.json"
RELEASE = "30.0"
TYPES = (
    *("AboutPage", "CollectionPage", "ContactPage", "FAQPage", "ItemPage", "WebPage", "WebSite"),
    *("Book", "CreativeWork", "DigitalDocument", "NewsArticle", "PublicationIssue", "Report"),
    *("AudioObject", "ImageObject", "MediaObject", "VideoObject"),
    *("BreadcrumbList", "ItemList", "ListItem"),
    *("ContactPoint", "GovernmentOrganization", "Organization", "OrganizationRole", "Person"),
    *("AdministrativeArea", "GeoCoordinates", "OpeningHoursSpecification", "Place", "PostalAddress", "VirtualLocation"),
    *("Event", "Offer", "Schedule"),
    *("Answer", "EntryPoint", "Project", "PropertyValue", "QuantitativeValue", "Question", "SearchAction"),
)


def names(value: Any) -> list[str]:
    """Return the names in what the vocabulary gives as one reference, as several, or not at all."""
    listed = value if isinstance(value, list) else [value] if value else []
    return sorted(each["@id"].removeprefix("schema:") for each in listed)


def extract(graph: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the types with what each is a kind of, their properties with what each takes, and the enumerations."""
    terms = {term["@id"].removeprefix("schema:"): term for term in graph if term["@id"].startswith("schema:")}
    parents = {
        name: [parent for parent in names(term.get("rdfs:subClassOf")) if parent in terms]
        for name, term in terms.items()
        if "rdfs:Class" in term["@type"]  # one name or a list of them
    }
    kept: dict[str, list[str]] = {}
    waiting = list(TYPES)
    while waiting:
        name = waiting.pop()
        kept[name] = parents[name]
        waiting += [parent for parent in parents[name] if parent not in kept]
    properties = {
        name: {"of": of, "takes": names(term.get("schema:rangeIncludes"))}
        for name, term in sorted(terms.items())
        if term["@type"] == "rdf:Property"
        and (of := [each for each in names(term.get("schema:domainIncludes")) if each in kept])
        and "schema:supersededBy" not in term
    }
    taken = {each for about in properties.values() for each in about["takes"]}
    enumerations = {
        name: sorted(member for member, term in terms.items() if term["@type"] == f"schema:{name}")
        for name in sorted(taken)
        if {"Enumeration", "StatusEnumeration"} & set(parents.get(name, []))
    }
    return {
        "source": f"schema.org {RELEASE}, of which tools/vocabulary.py kept what the site speaks of",
        "licence": "Creative Commons Attribution-ShareAlike 3.0, https://schema.org/docs/terms.html",
        "types": dict(sorted(kept.items())),
        "properties": properties,
        "enumerations": {name: members for name, members in enumerations.items() if members},
    }


def main() -> None:
    """Write the part of a release that the tests need."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("release", type=Path)
    graph = json.loads(parser.parse_args().release.read_text(encoding="utf-8"))["@graph"]
    TARGET.write_text(text_of(extract(graph)), encoding="utf-8")


def text_of(vocabulary: dict[str, Any]) -> str:
    """Return the vocabulary as JSON with one term a line, so that a change of it can be read."""
    parts = []
    for name, value in vocabulary.items():
        if isinstance(value, str):
            parts.append(f"  {json.dumps(name)}: {json.dumps(value)}")
        else:
            rows = ",\n".join(f"    {json.dumps(term)}: {json.dumps(about)}" for term, about in value.items())
            parts.append(f"  {json.dumps(name)}: {{\n{rows}\n  }}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    main()
