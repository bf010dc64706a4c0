"""Every value of a page is reached, with its place in words and in Wagtail's own form."""

import pytest
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, get_page_models

from checks.findings import findings_in
from checks.walk import parts_of
from content.factories import full_body, make_publication, make_translation
from content.sample_blocks import accordion_value
from news.models import NewsPage


def test_places_are_named_from_the_field_inwards(news_of):
    page = news_of(("text", "<p>Tekst.</p>"), ("accordion", accordion_value("Co?")))
    accordion = page.body[1]
    part = accordion.value["parts"].bound_blocks[0]
    found = {each.path: " › ".join(map(str, each.where)) for each in parts_of(page)}
    assert f"body.{accordion.id}.parts.{part.id}.heading" in found
    words = found[f"body.{accordion.id}.parts.{part.id}.heading"].split(" › ")
    assert len(words) == 5
    assert words[1].endswith(f"2: {accordion.block.label}")


def test_what_the_polish_page_owns_is_looked_at_there_only(structure):
    polish = make_publication(structure["pl"].sections["publications"], authors="xxx", live=False)
    english = make_translation(polish, live=False)
    assert "authors" in {part.path for part in parts_of(polish)}
    assert "authors" not in {part.path for part in parts_of(english)}


def test_every_block_there_is_can_be_walked(structure, news_of):
    page = news_of()
    page.body = full_body(link_to=structure["pl"].home)
    before = {part.path for part in parts_of(page)}
    assert [finding for finding in findings_in(page) if finding.blocks] == []
    page.body[0].value["text"] = "Zmienione"  # from now on values are kept as objects, not as they were stored
    assert {part.path for part in parts_of(page)} == before


def test_walking_asks_the_database_nothing(structure, django_assert_num_queries, news_of):
    page = NewsPage(title="Tytuł", body=full_body())
    with django_assert_num_queries(0):
        assert len(list(parts_of(page))) > 50


@pytest.mark.parametrize(
    "raw", [{"type": "gone", "id": "1", "value": "x"}, {"type": "heading", "id": "1", "value": None}]
)
def test_blocks_that_are_no_more_or_are_damaged_do_no_harm(news_of, raw):
    page = news_of()
    page.body = [raw]
    assert [finding for finding in findings_in(page) if finding.blocks] == []


@pytest.mark.parametrize("model", get_page_models())
def test_no_page_type_holds_rows_that_the_walk_does_not_reach(model):
    """Teach `checks.walk` to walk child rows, with a test, before a page type gets them."""
    names = {relation.get_accessor_name() for relation in get_all_child_relations(model)}
    assert names <= {COMMENTS_RELATION_NAME}
