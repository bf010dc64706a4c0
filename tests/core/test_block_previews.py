"""Editors see what a block looks like before they choose it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from content.factories import make_document, make_image
from news.models import NewsPage

# The blocks of a page as the editor's form knows them; the class of each was bound to a name by its stream
BLOCKS = NewsPage._meta.get_field("body").stream_block.child_blocks
every_block = pytest.mark.parametrize("name", BLOCKS)


def preview(client, block) -> BeautifulSoup:
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@every_block
@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_block_can_be_seen_before_it_is_chosen(client, people, name, language):
    make_image()
    make_document()
    client.force_login(people["author"])
    block = BLOCKS[name]
    assert block.is_previewable
    assert str(block.get_description())
    assert block.meta.icon != "placeholder"
    assert str(block.meta.group)
    document = preview(client, block)
    body = document.find(class_="body")
    assert body.find(True)
    assert body.get_text(strip=True)
    assert document.find("link", rel="stylesheet")
    assert len(document.find_all("script")) == (1 if name == "video" else 0)


@pytest.mark.parametrize("name", ["image", "gallery", "files", "video"])
def test_a_library_without_files_is_no_fault(client, people, name):
    client.force_login(people["author"])
    preview(client, BLOCKS[name])


def fields(block):
    """Yield the parts of a block that are filled in, with how they are called."""
    for name, child in getattr(block, "child_blocks", {}).items():
        yield name, child
        yield from fields(child)
    if hasattr(block, "child_block"):
        yield from fields(block.child_block)


@pytest.mark.parametrize("name", ["quote", "call_out", "accordion", "gallery", "video", "links", "contact", "events"])
def test_every_field_of_a_block_says_what_to_write(name):
    silent = [
        field
        for field, child in fields(BLOCKS[name])
        if not str(getattr(child, "field", child.meta).help_text or "")
        and (name, field) not in {("gallery", "image"), ("gallery", "caption")}
    ]
    assert not silent
