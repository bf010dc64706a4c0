"""The fingerprint of a page's content: it changes when readers would see something else, and only then."""

import json
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from content.loading import block
from editorial.digest import page_digest

IN_2030 = datetime(2030, 1, 1, tzinfo=UTC)
TABLE = {"data": [["Gmina", "Ludność"], ["Dolina", "4 200"]], "first_row_is_table_header": True, "table_caption": "…"}


@pytest.fixture
def body():
    return [block(uuid4(), "table", TABLE), block(uuid4(), "text", "<p>Tekst.</p>", 1)]


@pytest.fixture
def page(draft, body):
    draft.body = body
    draft.save_revision()
    return draft.get_latest_revision_as_object()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Inny"),
        ("slug", "inny"),
        ("lead", "Inny"),
        ("featured", True),
        ("expire_at", IN_2030),
    ],
)
def test_it_changes_with_every_field_of_the_content(page, name, value):
    before = page_digest(page)
    setattr(page, name, value)
    assert page_digest(page) != before


def test_it_changes_with_the_order_of_cells_and_of_blocks(page, body):
    before = page_digest(page)
    page.body = [block(uuid4(), "table", {**TABLE, "data": [row[::-1] for row in TABLE["data"]]}), body[1]]
    swapped_cells = page_digest(page)
    page.body = body[::-1]
    assert len({before, swapped_cells, page_digest(page)}) == 3


def test_it_changes_with_the_relations_but_not_with_their_order(page, structure):
    areas = structure["pl"].areas
    before = page_digest(page)
    page.areas = [areas["culture"], areas["sport"]]
    related = page_digest(page)
    page.areas = [areas["sport"], areas["culture"]]
    assert before != related == page_digest(page)


@pytest.mark.parametrize(
    ("name", "value"), [("locked", True), ("draft_title", "Inny"), ("has_unpublished_changes", True)]
)
def test_it_stays_when_only_the_state_of_the_page_changes(page, name, value):
    before = page_digest(page)
    setattr(page, name, value)
    assert page_digest(page) == before


def test_it_stays_when_the_editor_numbers_the_paragraphs(page, body):
    before = page_digest(page)
    page.body = [body[0], {**body[1], "value": '<p data-block-key="a1b2c">Tekst.</p>'}]
    assert page_digest(page) == before


def test_it_stays_when_the_editor_numbers_the_paragraphs_of_a_field(structure):
    page = structure["pl"].sections["accessibility"]
    before = page_digest(page)
    page.communication = page.communication.replace("<p>", '<p data-block-key="a1b2c">')
    assert "data-block-key" in page.communication
    assert page_digest(page) == before


def test_it_stays_when_the_editor_numbers_the_paragraphs_of_an_accordion(page):
    digests = set()
    for text in ("<p>Odpowiedź.</p>", '<p data-block-key="a1b2c">Odpowiedź.</p>', "<p>Inna odpowiedź.</p>"):
        part = {"type": "item", "id": str(UUID(int=2)), "value": {"heading": "Pytanie?", "text": text}}
        page.body = [block(UUID(int=1), "accordion", {"parts": [part]})]
        digests.add(page_digest(page))
    assert len(digests) == 2


SMUGGLED = 'data-block-key="resigned"'


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", f"Mayor {SMUGGLED}"), ("lead", f"The mayor <p {SMUGGLED}>")],
)
def test_words_that_look_like_a_number_of_a_paragraph_are_words(page, name, value):
    before = page_digest(page)
    setattr(page, name, value)
    after = page_digest(page)
    setattr(page, name, value.replace(f" {SMUGGLED}", ""))
    assert len({before, after, page_digest(page)}) == 3


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", f"<p>The mayor {SMUGGLED}</p>"),
        ("heading", {"text": f"The mayor <p {SMUGGLED}>", "level": "h2"}),
        ("accordion", {"parts": [{"type": "item", "id": "1", "value": {"heading": f"The mayor {SMUGGLED}"}}]}),
        ("table", {**TABLE, "table_caption": f"The mayor {SMUGGLED}"}),
    ],
)
def test_they_are_words_in_blocks_too(page, kind, value):
    digests = set()
    for text in (value, json.loads(json.dumps(value).replace(json.dumps(f" {SMUGGLED}")[1:-1], ""))):
        page.body = [block(UUID(int=1), kind, text)]
        digests.add(page_digest(page))
    assert len(digests) == 2


def test_it_is_the_same_from_the_revision_and_from_the_row(news):
    assert page_digest(news) == page_digest(news.get_latest_revision_as_object())
