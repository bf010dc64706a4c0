"""What the head of a page says, taken apart."""

import json
from typing import Any

from bs4 import BeautifulSoup


def open_graph_of(document: BeautifulSoup) -> dict[str, str]:
    """Return the Open Graph and article properties of a page."""
    return {meta["property"]: meta["content"] for meta in document.find_all("meta", property=True)}


def structured_data_of(document: BeautifulSoup) -> Any:
    """Return the one graph of schema.org that a page has."""
    (script,) = document.find_all("script", type="application/ld+json")
    return json.loads(script.string)


def nodes_of(document: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """Return the nodes of a page's graph by their types."""
    return {node["@type"]: node for node in structured_data_of(document)["@graph"]}
