"""A word finds its other forms, in the language of the page, wherever on the page it stands."""

from uuid import uuid4

import pytest
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.fields import StreamField
from wagtail.models import get_page_models
from wagtail.search import index

from content.factories import block, make_member, make_news, make_page, make_publication
from home.models import StandardPage
from search.fields import KeysField, keys_of_text

SEARCH = {"pl": "/szukaj/", "en": "/en/search/"}


def found(client, typed, language="pl"):
    return [result.title for result in client.get(SEARCH[language], {"q": typed}).context["results"]]


@pytest.mark.parametrize(
    ("language", "there", "typed"),
    [
        ("pl", "Przyjęto uchwałę", "uchwala"),
        ("pl", "Przyjęto uchwałę", "UCHWAŁAMI"),
        ("pl", "Koleją do Łodzi", "lodz"),
        ("pl", "Koleją do Łodzi", "Łódź kolej"),
        ("pl", "Dworce kolejowe", "dworzec"),
        ("pl", "Występ zespołu O’Connora", "o'connor"),
        ("en", "The councils' resolutions", "council resolution"),
        ("en", "The councils' resolutions", "council’s"),
        ("en", "Children took part", "child taking"),
        ("en", "A visit to Łódź", "lodz"),
    ],
)
def test_a_word_finds_its_other_forms(client, structure, language, there, typed):
    make_news(structure[language].sections["news"], title="Kwiaciarnia")
    make_news(structure[language].sections["news"], title=there)
    assert found(client, typed, language) == [there]


def test_all_words_must_occur_in_some_form(client, structure):
    section = structure["pl"].sections["news"]
    make_news(section, title="Kwiaciarnia w starej szopie")
    make_news(section, title="Kwiaciarnie na dworcach")
    assert found(client, "kwiaciarnia dworzec") == ["Kwiaciarnie na dworcach"]


def test_words_of_one_word_do_not_stand_for_another(client, structure):
    make_news(structure["pl"].sections["news"], title="Kwiaciarnie")
    assert found(client, "kwiaciarnia dworzec") == []


def test_every_part_of_a_page_is_searched(client, structure):
    sections = structure["pl"].sections
    text = [block(uuid4(), "text", "<p>Otwarto <b>kwiaciarnię</b>.</p>")]
    make_news(sections["news"], title="W lidzie", lead="Otwarto kwiaciarnię.")
    make_news(sections["news"], title="W treści", body=text)
    make_publication(sections["publications"], title="Wydawca", publisher="Kwiaciarnia")
    make_member(sections["members"], title="Kto kieruje", head_name="Anna Kwiaciarnia")
    make_page(StandardPage, structure["pl"].home, title="W tekście strony", body=text)
    parts = {"W lidzie", "W treści", "Wydawca", "Kto kieruje", "W tekście strony"}
    assert set(found(client, "kwiaciarniami")) == parts


def test_markup_is_not_searched(client, structure):
    make_news(
        structure["pl"].sections["news"],
        body=[block(uuid4(), "text", '<p><a href="https://kwiaciarnia.example">tutaj</a></p>')],
    )
    assert found(client, "kwiaciarnia") == []


def test_blocks_that_were_left_empty_are_not_searched(structure):
    """The sections of the home page have headings of their own, which are mostly left empty."""
    assert "None" not in structure["pl"].home.searchable_text().split()


def test_names_of_choices_are_not_searched():
    """They would be in the language of who saved the page, and are no words of it."""
    indexed = {
        choice.label
        for model in get_page_models()
        for name in {field.field_name for field in model.search_fields if isinstance(field, index.SearchField)}
        for choice in choices_in(getattr(getattr(model, name, None), "field", None))
        if choice.search_index
    }
    assert indexed == set()


def choices_in(field):
    blocks = field.stream_block if isinstance(field, StreamField) else None
    return [each for each in parts_of(blocks) if isinstance(each, BaseChoiceBlock)]


def parts_of(definition):
    yield definition
    for child in getattr(definition, "child_blocks", {}).values():
        yield from parts_of(child)
    if child := getattr(definition, "child_block", None):
        yield from parts_of(child)


def test_an_indexed_page_is_found_by_its_new_words_only(client, structure):
    page = make_news(structure["pl"].sections["news"], title="Kwiaciarnie")
    page.title = "Dworce"
    index.insert_or_update_object(page)
    assert found(client, "kwiaciarnia") == []
    assert found(client, "dworzec") == ["Kwiaciarnie"]  # as its row has it still


def test_keys_keep_the_order_of_the_words_and_are_plain():
    keys = keys_of_text("Uchwałami gmin", "pl").split()
    assert keys.index("uchwalami") < keys.index("gmina")
    assert all(key.isascii() for key in keys)


def test_keys_of_a_page_cost_no_query(structure, django_assert_num_queries):
    made = make_news(structure["pl"].sections["news"], title="Kwiaciarnie", lead="Otwarto dworzec.")
    page = type(made).objects.get(pk=made.pk)
    with django_assert_num_queries(0):
        title, text = (field.get_value(page) for field in page.get_search_fields() if isinstance(field, KeysField))
    assert "kwiaciarnia" in title.split()
    assert "dworzec" in text.split()
