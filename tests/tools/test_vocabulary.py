"""The tool that cuts the vocabulary of schema.org down."""

import json

from tests.schema_org import VOCABULARY
from tools.vocabulary import TYPES, extract, text_of


def term(name, kind, **about):
    references = {key: {"@id": f"schema:{value}"} for key, value in about.items()}
    return {"@id": f"schema:{name}", "@type": kind, **references}


CLASSES = [term(name, "rdfs:Class", **{"rdfs:subClassOf": "Thing"}) for name in TYPES]
VOTE = {"schema:domainIncludes": "Person", "schema:rangeIncludes": "Choice"}
GRAPH = [
    {"@id": "schema:Thing", "@type": "rdfs:Class"},
    *CLASSES,
    term("Comet", "rdfs:Class", **{"rdfs:subClassOf": "Thing"}),
    term("Choice", "rdfs:Class", **{"rdfs:subClassOf": "Enumeration"}),
    term("Enumeration", "rdfs:Class", **{"rdfs:subClassOf": "Thing"}),
    term("Yes", "schema:Choice"),
    term("vote", "rdf:Property", **VOTE),
    term("ballot", "rdf:Property", **VOTE, **{"schema:supersededBy": "vote"}),
    term("tail", "rdf:Property", **{"schema:domainIncludes": "Comet", "schema:rangeIncludes": "Thing"}),
    {"@id": "rdfs:label", "@type": "rdf:Property"},
]


def test_it_keeps_what_the_site_speaks_of():
    kept = extract(GRAPH)

    assert set(kept["types"]) == {*TYPES, "Thing"}
    assert kept["properties"] == {"vote": {"of": ["Person"], "takes": ["Choice"]}}
    assert kept["enumerations"] == {"Choice": ["Yes"]}


def test_the_file_is_as_the_tool_writes_it():
    assert json.loads(text_of(VOCABULARY)) == VOCABULARY
    assert set(TYPES) <= set(VOCABULARY["types"])
