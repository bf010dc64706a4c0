"""A page's revision, taken apart into what a translator translates."""

import pytest
from django.utils.text import capfirst

from content.factories import full_body, make_document, make_image, make_news
from news.models import NewsPage
from translation.segments import Kind, parts_of
from translation.starting import start_translation

pytestmark = pytest.mark.django_db


def parts_of_page(page):
    return parts_of(page.get_latest_revision().content, type(page))


@pytest.fixture
def rich(structure):
    """A news page with a paragraph that has a link, a list, and a table."""
    return make_news(
        structure["pl"].sections["news"],
        title="Nabór",
        body=[
            {
                "type": "text",
                "id": "text",
                "value": '<p data-block-key="a1">Czytaj <a linktype="page" id="1">stronę</a> i <b>pisz</b>.</p>'
                '<ul><li>do 5 maja</li><li><a href="mailto:biuro@example.org">list</a></li></ul>',
            },
            {
                "type": "table",
                "id": "table",
                "value": {
                    "data": [["Rok", None], ["2026", "340"]],
                    "cell": [],
                    "mergeCells": [],
                    "first_row_is_table_header": True,
                    "table_caption": "Drzewa",
                },
            },
            {"type": "heading", "id": "heading", "value": {"text": "Zakres", "level": "h2"}},
        ],
    )


def test_a_rich_text_is_its_paragraphs_and_items(rich):
    segments = parts_of_page(rich)["body", "text"].segments
    assert [segment.text for segment in segments] == ["Czytaj stronę i pisz.", "do 5 maja", "list"]
    assert segments[0].targets == ("page:1",)
    assert segments[0].markup == 'Czytaj <a id="a1">stronę</a> i <b>pisz</b>.'
    assert segments[2].targets == ("mailto:biuro@example.org",)
    assert [segment.index for segment in segments] == [0, 1, 2]


def test_the_number_of_a_paragraph_is_no_difference(rich):
    before = parts_of_page(rich)["body", "text"]
    content = rich.get_latest_revision().content
    content["body"] = content["body"].replace("a1", "b2")
    assert before.is_like(parts_of(content, NewsPage)["body", "text"])


def test_a_table_is_its_caption_and_its_cells(rich):
    segments = parts_of_page(rich)["body", "table"].segments
    assert [segment.text for segment in segments] == ["Drzewa", "Rok", "", "2026", "340"]


def test_fields_of_structures_stand_at_their_names_and_choices_are_no_words(rich):
    parts = parts_of_page(rich)
    assert parts["body", "heading", "text"].kind == Kind.TEXT
    assert parts["body", "heading", "level"].kind == Kind.CHOICE
    assert parts["title",].segments[0].words == 1


def test_what_is_not_language_is_left_out(rich):
    names = {path[0] for path in parts_of_page(rich)}
    assert names.isdisjoint({"slug", "date", "areas", "members", "featured", "live", "path"})
    assert {"title", "lead", "body", "author_line", "seo_title", "search_description"} <= names


def test_every_family_of_blocks_keeps_its_paths_in_the_other_language(structure, people):
    page = make_news(structure["pl"].sections["news"], body=full_body(make_image(), make_document()))
    english = start_translation(page.specific, "English", people["translator"])
    polish_paths = [path for path in parts_of_page(page) if path[0] == "body"]
    assert polish_paths == [path for path in parts_of_page(english) if path[0] == "body"]
    assert len(polish_paths) == len(set(polish_paths)) > 40


def test_parts_are_named_as_the_editor_names_them(rich):
    parts = parts_of_page(rich)
    body, lead = (capfirst(NewsPage._meta.get_field(name).verbose_name) for name in ("body", "lead"))
    assert parts["lead",].label == lead
    assert parts["body", "heading", "text"].label == f"{body} › Nagłówek › Tekst"


def test_parts_stand_in_the_order_of_the_page_whatever_the_order_of_the_stored_keys(rich):
    content = rich.serializable_data()
    turned = dict(reversed(content.items()))
    assert list(parts_of(turned, type(rich))) == list(parts_of(content, type(rich)))
