"""The sections of the home page that staff fill themselves, and those that may stand once."""

from uuid import uuid4

import pytest
from wagtail.blocks import StreamBlockValidationError

from content.factories import make_image, make_page, make_translation
from content.loading import block
from editorial.publishing import publish_loaded_content
from home.blocks import ONCE
from home.models import StandardPage


@pytest.fixture
def show(structure, read):
    """A function that gives a home page these sections, and returns it as readers get it."""

    def shown(*sections, language="pl"):
        home = structure[language].home
        home.sections = [block(uuid4(), name, value) for name, value in sections]
        publish_loaded_content(home, "sections")
        return read(home.url)

    return shown


@pytest.fixture
def funds():
    def value(page=None):
        return {
            "image": make_image().pk,
            "alt_text": "Znaki przykładowe",
            "text": "Projekt przykładowy",
            "page": page and page.pk,
        }

    return value


@pytest.mark.parametrize("name", ONCE)
def test_a_section_that_fills_itself_stands_once(structure, name):
    home = structure["pl"].home
    twice = [block(uuid4(), name, {"heading": "", "number": 4, "pinned": [], "note": ""}) for _time in range(2)]
    stream = home._meta.get_field("sections").stream_block

    stream.clean(stream.to_python(twice[:1]))
    with pytest.raises(StreamBlockValidationError):
        stream.clean(stream.to_python(twice))


def test_sections_of_the_same_heading_have_names_of_their_own(show):
    text = ("text", {"heading": "Menu", "text": "<p>Treść.</p>"})

    page = show(text, text, ("partners", {"heading": "Partnerzy", "partners": [{"name": "Fundacja Przykład"}]}))

    sections = page.main.find_all("section", attrs={"aria-labelledby": True})
    assert [section["aria-labelledby"] for section in sections] == ["menu-2", "menu-3", "partnerzy"]
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_signs_of_funds_lead_to_a_page_while_readers_may_see_it(show, funds, structure):
    more = make_page(StandardPage, structure["pl"].home, title="Projekt", slug="projekt")

    assert show(("funds", funds(more))).find(class_="funds").a["href"] == more.url
    more.unpublish()
    strip = show(("funds", funds(more))).find(class_="funds")
    assert strip.a is None
    assert "Projekt przykładowy" in strip.get_text()


def test_signs_of_funds_lead_to_the_page_in_the_language_of_the_reader(show, funds, structure):
    more = make_page(StandardPage, structure["pl"].home, title="Projekt", slug="projekt")

    link = show(("funds", funds(more)), language="en").find(class_="funds").a
    assert (link["href"], link["hreflang"]) == (more.url, "pl")
    english = make_translation(more, slug="project")
    assert show(("funds", funds(more)), language="en").find(class_="funds").a["href"] == english.url
