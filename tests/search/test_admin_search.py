"""The admin too finds one form of a word by another, and a word by its beginning."""

import pytest
from django.urls import reverse

from content.factories import make_document, make_news

pytestmark = pytest.mark.each_case


@pytest.fixture
def editor(client, people):
    """A client of an editor."""
    client.force_login(people["editor"])
    return client


@pytest.mark.parametrize("typed", ["kwiaciarniami", "zdzblo", "Źdźbł", "kwia źdźbła", "kwiaciarnia"])
def test_pages_are_found_by_other_forms_and_by_beginnings(editor, structure, typed):
    section = structure["pl"].sections["news"]
    page = make_news(section, title="Źdźbło w kwiaciarni", live=False)
    for address, asked in (
        (reverse("wagtailadmin_pages:search"), {"q": typed}),
        (reverse("wagtailadmin_explore", args=[section.pk]), {"q": typed}),
        (reverse("wagtailadmin_choose_page_search"), {"q": typed, "page_type": "wagtailcore.page"}),
    ):
        content = editor.get(address, asked).content.decode()
        assert page.title in content, address
        assert "Gofry" not in content


def test_english_titles_likewise(editor, structure):
    page = make_news(structure["en"].sections["news"], title="Two flower shops")
    assert page.title in editor.get(reverse("wagtailadmin_pages:search"), {"q": "shop flowers"}).content.decode()


def test_files_are_still_found(editor, db):
    make_document("Kwiaciarnie")
    assert "Kwiaciarnie" in editor.get(reverse("wagtaildocs:index"), {"q": "kwiac"}).content.decode()


@pytest.mark.parametrize("typed", ['"', "*", "a'b", "\\", "NEAR(", ":*", "?!", "\x01", "x" * 3000, "a " * 500])
def test_no_query_is_an_error(editor, structure, typed):
    assert editor.get(reverse("wagtailadmin_pages:search"), {"q": typed}).status_code == 200
