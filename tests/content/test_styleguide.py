"""The style guide shows every component that pages are made of, from its own template, to staff alone."""

from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from content.styleguide.isolation import isolated
from core.blocks import BODY_BLOCKS
from home.blocks import HOME_BLOCKS

ADDRESSES = ["/styleguide/", "/en/styleguide/"]
TEMPLATES = Path(settings.TEMPLATES[0]["DIRS"][0])

# What stands in other components alone, or in the head of a page, or on paper
PARTS = {
    "components/contact_rows.html",
    "components/empty_drawing.html",
    "components/fact.html",
    "components/fact_link.html",
    "components/file_row.html",
    "components/form_errors.html",
    "components/hill.html",
    "components/icon.html",
    "components/item_facts.html",
    "components/legal_links.html",
    "components/metadata.html",
    "components/picture.html",
    "components/printed_from.html",
    "components/read_in_other_language.html",
    "components/section.html",
    "components/short_legal_links.html",
    "components/stylesheets.html",
    "components/header_row.html",
    "components/top_bar.html",
    "home/components/activity_fact.html",
    "home/components/topic.html",
    "news/components/event_registration.html",
}
# What blocks of a body are shown with, under the names of the blocks
OF_BLOCKS = {
    f"components/{name}.html"
    for name in ("accordion", "call_out", "contact_card", "gallery", "link_list", "quote", "video")
}


@pytest.fixture(params=ADDRESSES)
def response(request, client, structure, people):
    """What a member of the staff gets of a site that has nothing but its structure."""
    client.force_login(people["author"])
    return client.get(request.param)


@pytest.fixture
def document(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def components() -> set[str]:
    return {str(file.relative_to(TEMPLATES)) for file in TEMPLATES.rglob("components/*.html")}


def specimens(response) -> list[dict]:
    return [specimen for group in response.context["groups"] for specimen in group["specimens"]]


def test_every_component_is_shown(response):
    shown = {specimen["template"] for specimen in specimens(response)}
    rendered = {template.name for template in response.templates}
    assert components() - shown - OF_BLOCKS == PARTS
    assert rendered >= PARTS | OF_BLOCKS
    sections = {block.meta.template for _name, block in HOME_BLOCKS}
    assert shown >= sections


def test_every_block_is_shown(response):
    assert [block["name"] for block in response.context["blocks"]] == [name for name, _block in BODY_BLOCKS]


def test_nothing_is_shown_empty(response):
    empty = [each for each in [*specimens(response), *response.context["blocks"]] if not says_something(each["html"])]
    assert empty == []


def says_something(html: str) -> bool:
    found = BeautifulSoup(html, "html.parser")
    return bool(found.get_text(strip=True) or found.select("svg path, img[src]:not([src=''])"))


def test_what_readers_would_not_see_is_no_specimen():
    assert not says_something('<section class="section"><ul></ul><img src=""></section>')


def test_specimens_do_not_break_the_page(document):
    assert len(document.find_all("h1")) == 1
    assert not document.main.select("[autofocus]")
    assert not document.main.select("[hidden]")
    assert [name for name, number in Counter(tag["id"] for tag in document.select("[id]")).items() if number > 1] == []
    assert document.select("[href='None'], [href='']") == []


def test_what_refers_to_ids_of_a_specimen_follows_them():
    html = isolated(
        '<h1>A</h1><label for="a">A</label><input id="a" aria-describedby="a_hint elsewhere" autofocus><p id="a_hint">'
        '<a href="#a">A</a> <a href="#main">B</a></p>',
        "x",
    )
    found = BeautifulSoup(html, "html.parser")
    assert found.label["for"] == found.input["id"] == "x-a"
    assert found.input["aria-describedby"] == "x-a_hint elsewhere"
    assert [link["href"] for link in found.find_all("a")] == ["#x-a", "#main"]
    assert not found.select("h1, [autofocus]")
    assert found.h2


@pytest.mark.parametrize("address", ADDRESSES)
def test_readers_are_asked_to_sign_in(address, client, structure):
    response = client.get(address)

    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]
