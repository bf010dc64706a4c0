"""Links to pages and documents as the editor sends them.

Wagtail 8.0 keeps any text as the number of a page or a document, and asks the database for it whenever the text is
shown: what is no number makes an error of the page and of its editor. docs/deviations/rich-text-links.md says when this
can go.
"""

from typing import Any

from wagtail.admin.rich_text.converters.contentstate import link_entity
from wagtail.documents.rich_text.contentstate import document_link_entity
from wagtail.rich_text.feature_registry import FeatureRegistry

from library.keys import key_named_by


def link_to_page(props: dict[str, Any]) -> Any:
    """Return the link of an entity; of one that no page can be named by, a link that leads nowhere."""
    return link_entity(props if props.get("id") is None else _with_possible_number(props))


def link_to_document(props: dict[str, Any]) -> Any:
    """Return the link of an entity; of one that no document can be named by, a link that leads nowhere."""
    return document_link_entity(_with_possible_number(props))


def _with_possible_number(props: dict[str, Any]) -> dict[str, Any]:
    return {**props, "id": key_named_by(props.get("id"))}


def register_links(features: FeatureRegistry) -> None:
    """Put ours in place of Wagtail's in what turns the editor's text into that of the database."""
    rules = features.converter_rules_by_converter["contentstate"]
    for feature, entity, link in (("link", "LINK", link_to_page), ("document-link", "DOCUMENT", link_to_document)):
        rules[feature] = {**rules[feature], "to_database_format": {"entity_decorators": {entity: link}}}
