"""The factories that other tests rest on."""

import pytest
from django.apps import apps
from wagtail.models import Page

from content.factories import FACTORIES, full_body
from core.blocks import BODY_BLOCKS
from core.models import BasePage
from tests.single_pages import make_room_for

PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, BasePage)]


def parent_for(model, structure):
    """Return the page of the Polish structure that a page of this type may stand under."""
    pages = [Page.get_first_root_node(), structure["pl"].home, *structure["pl"].sections.values()]
    return next(page for page in pages if model in page.specific_class.allowed_subpage_models())


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_page_type_has_a_factory_of_valid_live_pages(model, structure):
    make_room_for(model)
    fields = {"body": full_body(link_to=structure["pl"].home)} if hasattr(model, "body") else {}
    page = FACTORIES[model](parent_for(model, structure), **fields)
    assert type(page) is model
    assert page.live
    page.full_clean()


def test_full_body_has_every_block_and_is_valid(structure):
    page = FACTORIES[type(structure["pl"].sections["about"])](structure["pl"].home, body=full_body())
    assert {part.block_type for part in page.body} == {name for name, _block in BODY_BLOCKS}
    page.body.stream_block.clean(page.body)
