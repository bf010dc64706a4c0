"""Links, files and images stand beside the editor with their titles."""

import pytest
from django.urls import reverse

from content.factories import make_document, make_image, make_news, make_translation
from translation.segments import Kind, Segment
from translation.targets import names_of, said_by

pytestmark = pytest.mark.django_db


def link(target, kind=Kind.LINK):
    return Segment(("body",), 0, kind, target.rpartition(":")[2], "", (target,))


def test_what_is_linked_and_shown_is_named(structure, django_assert_num_queries):
    page = make_news(structure["pl"].sections["news"], title="Nowa droga")
    file, image = make_document(title="Mapa"), make_image(title="Most")
    words = Segment(("body",), 1, Kind.RICH_TEXT, "Czytaj", "", (f"page:{page.pk}",))
    shown = Segment(("image",), 0, Kind.IMAGE, str(image.pk), "")
    segments = [link(f"page:{page.pk}"), link(f"document:{file.pk}", Kind.FILE), shown, words]
    with django_assert_num_queries(4):  # whether pages are public is one of them
        names = names_of([*segments, *segments, link("https://example.org/7")])
    assert [said_by(segment, names) for segment in segments] == [
        "strona „Nowa droga”",
        "plik „Mapa”",
        "obraz „Most”",
        "Czytaj",
    ]
    assert said_by(link("https://example.org/7"), names) == "https://example.org/7"


def test_what_is_gone_or_not_public_keeps_its_number(structure, people):
    draft = make_news(structure["pl"].sections["news"], live=False, title="Tajne")
    segments = [link(f"page:{draft.pk}"), link("document:999999", Kind.FILE)]
    names = names_of(segments)
    assert [said_by(segment, names) for segment in segments] == [f"page:{draft.pk}", "document:999999"]


def test_the_panel_shows_a_changed_link_by_its_titles(structure, change, sign_in):
    news = structure["pl"].sections["news"]
    first, second = make_news(news, title="Pierwsza"), make_news(news, title="Druga")

    def body(page, words="Czytaj"):
        return [{"id": "a", "type": "text", "value": f'<p>{words} <a linktype="page" id="{page.pk}">tu</a></p>'}]

    polish = make_news(news, body=body(first))
    english = make_translation(polish, lead="In English.", body=body(first, "Read"))
    change(polish, body=body(second))
    html = sign_in("translator").get(reverse("translation:source", args=[english.pk])).content.decode()
    assert "Druga" in html
    assert "Pierwsza" in html
    assert f"page:{second.pk}" not in html
