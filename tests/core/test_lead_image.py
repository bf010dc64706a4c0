"""A lead image has its words, or the mark that it needs none."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse

from content.factories import make_event, make_image, make_news, make_translation
from editorial.publishing import publish_loaded_content
from news.models import NewsPage
from tests.editor_forms import post_form


@pytest.mark.parametrize(
    ("alt", "decorative", "wrong"),
    [("", False, True), ("  ", False, True), ("A river", True, True), ("A river", False, False), ("", True, False)],
)
@pytest.mark.parametrize(("section", "make"), [("news", make_news), ("events", make_event)])
def test_a_lead_image_has_words_or_the_mark_and_not_both(structure, section, make, alt, decorative, wrong):
    page = make(structure["pl"].sections[section])
    page.lead_image, page.lead_image_alt, page.lead_image_decorative = make_image(), alt, decorative

    if wrong:
        with pytest.raises(ValidationError) as raised:
            page.full_clean()
        assert set(raised.value.error_dict) == {"lead_image_alt"}
    else:
        page.full_clean()


def test_without_an_image_nothing_is_asked(structure):
    make_news(structure["pl"].sections["news"]).full_clean()


def test_a_draft_may_wait_for_the_words(structure, people, client):
    page = make_news(structure["pl"].sections["news"], live=False, body=[])
    client.force_login(people["author"])

    image = make_image()

    post_form(client, reverse("wagtailadmin_pages:edit", args=[page.pk]), lead_image=str(image.pk))

    assert NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().lead_image == image


@pytest.mark.parametrize("make", [make_news, make_event])
def test_a_translation_keeps_its_image_with_the_words_for_it_until_others_are_approved(structure, make, client):
    section = "news" if make is make_news else "events"
    polish = make(structure["pl"].sections[section], lead_image=make_image(), lead_image_alt="Rzeka")
    english = make_translation(polish, lead_image_alt="A river")
    river = polish.lead_image

    polish.lead_image, polish.lead_image_alt = make_image(), "Góra"
    publish_loaded_content(polish, "changed")
    english.refresh_from_db()

    assert (english.lead_image, english.lead_image_alt) == (river, "A river")
    assert "A river" in client.get(english.url).content.decode()


@pytest.mark.parametrize("make", [make_news, make_event])
def test_readers_are_told_nothing_of_a_decoration(structure, make, client):
    section = "news" if make is make_news else "events"
    page = make(structure["pl"].sections[section], lead_image=make_image(), lead_image_decorative=True)

    image = BeautifulSoup(client.get(page.url).content, "html.parser").main.find("img")

    assert image["alt"] == ""


def test_the_form_says_beside_the_field_what_to_do_and_keeps_what_was_typed(structure, people, client):
    page = make_news(structure["pl"].sections["news"], live=False, body=[])
    client.force_login(people["superuser"])
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    response = post_form(client, address, lead="Typed by hand.", lead_image=str(make_image().pk), action="submit")

    assert "Typed by hand." in response.content.decode()
    assert response.context["form"].errors.keys() == {"lead_image_alt"}
