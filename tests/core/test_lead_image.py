"""A lead image has its words, or the mark that it needs none."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from content.factories import make_image, make_news, make_translation
from editorial.publishing import publish_loaded_content
from tests.editor_forms import post_form


@pytest.mark.parametrize(
    ("alt", "decorative", "wrong"),
    [("", False, True), ("  ", False, True), ("A river", True, True), ("A river", False, False), ("", True, False)],
)
def test_a_lead_image_has_words_or_the_mark_and_not_both(structure, alt, decorative, wrong):
    page = make_news(structure["pl"].sections["news"])
    page.lead_image, page.lead_image_alt, page.lead_image_decorative = make_image(), alt, decorative

    if wrong:
        with pytest.raises(ValidationError) as raised:
            page.full_clean()
        assert set(raised.value.error_dict) == {"lead_image_alt"}
    else:
        page.full_clean()


def test_without_an_image_nothing_is_asked(structure):
    make_news(structure["pl"].sections["news"]).full_clean()


def test_a_translation_has_words_of_its_own_and_the_mark_of_its_source(structure):
    polish = make_news(structure["pl"].sections["news"], lead_image=make_image(), lead_image_alt="Rzeka")
    english = make_translation(polish, lead_image_alt="A river")

    polish.lead_image_decorative, polish.lead_image_alt = True, ""
    publish_loaded_content(polish, "changed")
    english.refresh_from_db()

    assert english.lead_image_decorative
    assert english.lead_image_alt == "A river"


def test_readers_are_told_nothing_of_an_image_that_its_source_calls_a_decoration(structure, client):
    polish = make_news(structure["pl"].sections["news"], lead_image=make_image(), lead_image_alt="Rzeka")
    english = make_translation(polish, lead_image_alt="A river")
    polish.lead_image_decorative, polish.lead_image_alt = True, ""
    publish_loaded_content(polish, "changed")

    for address in (english.url, english.get_parent().url):
        text = client.get(address).content.decode()
        assert "<img" in text
        assert "A river" not in text


def test_the_form_says_beside_the_field_what_to_do_and_keeps_what_was_typed(structure, people, client):
    page = make_news(structure["pl"].sections["news"], live=False, body=[])
    client.force_login(people["superuser"])
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    response = post_form(client, address, lead="Typed by hand.", lead_image=str(make_image().pk))

    assert "Typed by hand." in response.content.decode()
    assert response.context["form"].errors.keys() == {"lead_image_alt"}
