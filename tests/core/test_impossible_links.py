"""A link whose number no page or document can have, as somebody may send it past the editor."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter, link_entity

from content.factories import make_news
from content.loading import block
from core.blocks.text import TEXT_FEATURES

IMPOSSIBLE = ["9" * 30, "99999999999", "-1", "0", "", "abc", "1.5", "²", "٣"]


def with_link(entity: str, number: object) -> str:
    """Return a paragraph as the editor sends it, its second word a link."""
    words = {
        "key": "a1",
        "text": "Before after",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"key": 0, "offset": 7, "length": 5}],
    }
    return json.dumps(
        {"blocks": [words], "entityMap": {"0": {"type": entity, "mutability": "MUTABLE", "data": {"id": number}}}}
    )


@pytest.mark.parametrize("number", IMPOSSIBLE)
@pytest.mark.parametrize("entity", ["LINK", "DOCUMENT"])
def test_it_leads_nowhere_and_breaks_no_page(structure, client, admin_client, entity, number):
    text = ContentstateConverter(TEXT_FEATURES).to_database_format(with_link(entity, number))
    page = make_news(structure["pl"].sections["news"], body=[block(uuid4(), "text", text)])
    assert "<a>after</a>" in client.get(page.url).text
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_a_link_to_a_page_stays(structure, client):
    to = structure["pl"].sections["about"]
    text = ContentstateConverter(TEXT_FEATURES).to_database_format(with_link("LINK", to.pk))
    page = make_news(structure["pl"].sections["news"], body=[block(uuid4(), "text", text)])
    assert f'<a href="{to.url}">after</a>' in client.get(page.url).text


def test_wagtail_keeps_any_number(monkeypatch):
    """core.upstream.rich_text_links can go when this fails."""
    monkeypatch.setattr("wagtail.admin.rich_text.converters.contentstate.DOM.create_element", lambda *element: element)
    assert link_entity({"id": "abc", "children": "after"}) == ("a", {"linktype": "page", "id": "abc"}, "after")
