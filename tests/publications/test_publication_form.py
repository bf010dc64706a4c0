"""The editor of a publication checks the numbers that books and serials carry."""

from uuid import uuid4

import pytest

from content.factories import make_document, make_publication
from content.loading import block
from tests.editor_forms import post_form

WRONG = [
    ({"isbn": "978-83-01-00000-5"}, "isbn"),
    ({"isbn": "83"}, "isbn"),
    ({"isbn": "dziewięć"}, "isbn"),
    ({"issn": "0317-8472"}, "issn"),
    ({"year": "1066"}, "year"),
    ({"year": "12345678901234567890"}, "year"),
    ({"year": "rok"}, "year"),
]


@pytest.fixture
def page(structure):
    return make_publication(structure["pl"].sections["publications"], live=False)


@pytest.mark.parametrize(
    ("action", "typed", "field"), [*((None, *case) for case in WRONG), *(("submit", *case) for case in WRONG[::6])]
)
def test_wrong_value_is_named_at_its_field_and_kept(client, people, page, typed, field, action):
    client.force_login(people["editor"])
    response = post_form(client, f"/admin/pages/{page.pk}/edit/", action=action, summary="Typed just now.", **typed)
    assert response.status_code == 200
    form = response.context["form"]
    assert form.errors[field]
    assert "Typed just now." in response.content.decode()
    assert {name: form[name].value() for name in typed} == typed


def test_isbn_is_kept_as_typed_and_shown_with_hyphens(client, people, page):
    client.force_login(people["editor"])
    assert post_form(client, f"/admin/pages/{page.pk}/edit/", isbn="9788301000004").status_code == 302
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    assert draft.isbn == "9788301000004"
    assert draft.shown_isbn == "978-83-01-00000-4"


def test_files_may_leave_out_what_is_optional(structure):
    document = make_document()
    file = {"document": document.pk, "title": "Raport", "language": "pl"}
    page = make_publication(structure["pl"].sections["publications"], files=[block(uuid4(), "file", file)])
    assert page.live
