"""A document is for staff until a live page that readers may open offers it, and again when none does."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import models
from django.test import Client
from django.utils import timezone
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
    ReferenceIndex,
    get_page_models,
)

from accounts.models import User
from content.factories import (
    full_body,
    make_document,
    make_image,
    make_news,
    make_page,
    make_publication,
    make_translation,
)
from content.loading import block
from content.sample_blocks import FILM, make_file
from editorial.publishing import publish_loaded_content
from editorial.take_downs import TakeDown
from editorial.taking_down import take_down
from home.models import SignLanguagePage, StandardPage
from library.embargo import is_public, public_files, settings_with
from library.models import CustomDocument, CustomImage, FileUse
from library.recording import files_of
from news.models import NewsPage

STAFF = ["author", "editor", "translator", "member_editor", "administrator"]
PASSWORD = "otwórz się"
TEXTS = {"pl": "Pomyłka.", "en": "An error."}


def files_block(document):
    return block(
        uuid4(), "files", {"heading": "", "files": [{"type": "item", "id": str(uuid4()), "value": row(document)}]}
    )


def row(document):
    return {"document": document.pk, "title": "The file", "language": "pl", "description": ""}


def status(document, client=None):
    return (client or Client()).get(document.url).status_code


@pytest.fixture
def document(db):
    return make_document("Uchwała")


@pytest.fixture
def page(structure, document):
    """A live piece of news that offers the document."""
    return make_news(structure["pl"].sections["news"], slug="uchwala", body=[files_block(document)])


@pytest.fixture
def draft(structure, document):
    """A draft that offers the document."""
    return make_news(structure["pl"].sections["news"], slug="szkic", live=False, body=[files_block(document)])


@pytest.fixture
def signed_in(people):
    def sign_in(name):
        client = Client()
        client.force_login(people[name])
        return client

    return sign_in


def republished(page, **changes):
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    publish_loaded_content(page, "For the test")
    return type(page).objects.get(pk=page.pk)


# Who sees what


@pytest.mark.parametrize("name", STAFF)
def test_staff_see_what_only_a_draft_offers_and_nothing_keeps_it(draft, document, signed_in, name):
    answer = signed_in(name).get(document.url)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_nobody_else_sees_it(draft, document):
    outsider = User.objects.create_user("czytelnik", password="a long password")
    client = Client()
    client.force_login(outsider)
    assert status(document) == status(document, client) == 404


def test_a_signed_in_person_who_was_deactivated_sees_nothing(draft, document, people, signed_in):
    client = signed_in("author")
    people["author"].is_active = False
    people["author"].save()
    assert status(document, client) == 404


@pytest.mark.parametrize("who", ["nobody", "an invented session", "somebody without rights"])
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("headers", [{}, {"range": "bytes=0-9"}, {"if-none-match": "*"}], ids=str)
def test_the_answer_does_not_tell_whether_there_is_a_document(document, who, method, headers):
    document.pk = 5001
    document.save()
    client = Client()
    if who == "an invented session":
        client.cookies["sessionid"] = "invented"
    if who == "somebody without rights":
        client.force_login(User.objects.create_user("czytelnik", password="a long password"))
    answers = [getattr(client, method)(f"/documents/{pk}/{document.filename}", headers=headers) for pk in (5001, 5002)]
    there, nowhere = answers
    assert there.status_code == nowhere.status_code == 404
    assert dict(there.headers) == dict(nowhere.headers)
    assert there.cookies == nowhere.cookies
    assert there.content == nowhere.content.replace(b"/5002/", b"/5001/")
    assert there["Cache-Control"] == "no-store"


def test_rights_come_with_the_collection_or_with_a_page_that_one_may_edit(structure, draft, document):
    """A group of its own, without any right to files."""
    group = Group.objects.create(name="Goście")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    guest = User.objects.create_user("gosc", password="a long password")
    guest.groups.add(group)
    client = Client()
    client.force_login(guest)
    assert status(document, client) == 404

    right = GroupPagePermission.objects.create(
        group=group, page=draft.get_parent(), permission=Permission.objects.get(codename="change_page")
    )
    assert status(document, client) == 200

    right.delete()
    GroupCollectionPermission.objects.create(
        group=group,
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(codename="choose_document"),
    )
    assert status(document, client) == 200


# While which pages


def test_a_live_page_opens_it_and_an_unpublished_one_closes_it(page, document):
    answer = Client().get(document.url)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-cache")
    etag = answer["ETag"]

    page.unpublish()

    assert status(document) == 404
    assert Client().get(document.url, headers={"if-none-match": etag}).status_code == 404
    republished(page)
    assert status(document) == 200


def test_of_two_pages_the_last_one_closes_it(page, structure, document):
    other = make_publication(structure["pl"].sections["publications"], files=[block(uuid4(), "file", row(document))])
    page.unpublish()
    assert status(document) == 200
    other.unpublish()
    assert status(document) == 404


def test_every_place_that_names_a_document_counts(structure):
    field, text, listed = make_file("nagranie.mp4", FILM), make_document("Regulamin"), make_document("Raport")
    republished(SignLanguagePage.objects.get(locale__language_code="pl"), recording=field)
    link = f'<p><a linktype="document" id="{text.pk}">Regulamin</a></p>'
    make_page(StandardPage, structure["pl"].home, body=[block(uuid4(), "text", link)])
    make_publication(structure["pl"].sections["publications"], files=[block(uuid4(), "file", row(listed))])
    assert [status(each) for each in (field, text, listed)] == [200, 200, 200]


@pytest.mark.django_db
@pytest.mark.parametrize("model", get_page_models(), ids=lambda model: model.__name__)
def test_every_field_of_every_page_type_that_names_a_file_is_found(model):
    for field in model._meta.get_fields():
        if field.related_model in {CustomImage, CustomDocument}:
            assert isinstance(field, models.ForeignKey), f"{model.__name__}.{field.name}: only foreign keys are found"
            name = "image" if field.related_model is CustomImage else "document"
            assert (name, 7) in files_of(model(**{field.attname: 7})), f"{model.__name__}.{field.name}"


def test_a_new_draft_of_a_live_page_changes_nothing_for_readers(page, document, signed_in):
    new = make_document("Uchwała po zmianach")
    page.body = [files_block(new)]
    page.save_revision()
    assert (status(document), status(new)) == (200, 404)
    assert status(new, signed_in("translator")) == 200

    republished(page, body=[files_block(new)])
    assert (status(document), status(new)) == (404, 200)


def test_a_page_that_goes_back_to_an_older_version_opens_what_that_one_offers(page, document):
    old = page.live_revision
    page = republished(page, body=[])
    assert status(document) == 404
    publish_loaded_content(old.as_object(), "For the test")
    assert status(document) == 200


def test_a_copy_is_a_draft_and_opens_nothing(page, document):
    page.copy(update_attrs={"slug": "kopia", "title": "Kopia"}, keep_live=False)
    page.unpublish()
    assert status(document) == 404


def test_the_english_page_opens_what_the_polish_one_does_not_any_more(page, document):
    english = make_translation(page)
    page.keeps_companions = True
    page.unpublish()
    assert NewsPage.objects.get(pk=english.pk).live
    assert status(document) == 200
    english.unpublish()
    assert status(document) == 404


def test_a_page_past_its_time_has_closed_it_before_anything_runs(structure, document, monkeypatch):
    make_news(
        structure["pl"].sections["news"],
        body=[files_block(document)],
        expire_at=timezone.now() + timedelta(hours=1),
    )
    assert status(document) == 200
    now = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert status(document) == 404


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(TakeDown.Kind.ERROR, 404), (TakeDown.Kind.WITHDRAWN, 200), (TakeDown.Kind.CONSOLIDATED, 404)],
)
def test_the_three_ways_down(page, document, people, kind, expected):
    take_down(page, people["editor"], kind, texts=TEXTS, target_url="https://example.org/")
    assert status(document) == expected


def test_a_page_restored_after_it_came_down_opens_it_again(page, document, people):
    take_down(page, people["editor"], TakeDown.Kind.ERROR, texts=TEXTS)
    republished(page)
    assert status(document) == 200


def test_a_deleted_page_opens_nothing(page, document):
    page.delete()
    assert not FileUse.objects.filter(document=document).exists()
    assert status(document) == 404


def test_what_names_a_deleted_file_is_saved_all_the_same(structure, document):
    gone = document.pk
    draft = make_news(structure["pl"].sections["news"], live=False, body=[files_block(document)])
    document.delete()
    page = republished(draft, body=[block(uuid4(), "text", f'<p><a linktype="document" id="{gone}">x</a></p>')])
    assert page.live
    assert not page.file_uses.exists()


# Pages that ask for something


@pytest.fixture
def protected(page):
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD
    )


def test_a_document_of_a_protected_page_opens_with_the_password_of_the_page(page, protected, document):
    client = Client(headers={"sec-fetch-site": "same-origin"})
    assert status(document, client) == 404
    form = f"/_util/authenticate_with_password/{protected.pk}/{page.pk}/"
    client.post(form, {"password": PASSWORD, "return_url": page.url})
    answer = client.get(document.url)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    page.unpublish()
    assert status(document, client) == 404


def test_a_page_for_those_who_sign_in(page, document):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    client = Client()
    client.force_login(User.objects.create_user("czytelnik", password="a long password"))
    assert (status(document), status(document, client)) == (404, 200)


def test_a_page_moved_under_a_protected_one_takes_its_document_along(structure, document):
    top = make_page(StandardPage, structure["pl"].home, slug="dla-czlonkow")
    PageViewRestriction.objects.create(page=top, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD)
    page = make_page(StandardPage, structure["pl"].home, body=[files_block(document)])
    assert status(document) == 200
    page.move(top, pos="last-child")
    assert status(document) == 404


def test_an_open_page_makes_a_document_of_a_protected_one_public(page, protected, structure, document):
    assert status(document) == 404
    make_news(structure["pl"].sections["news"], body=[files_block(document)])
    assert status(document) == 200


# What is asked


def test_the_index_of_references_is_not_asked(page, document):
    other = make_document("Inny")
    ReferenceIndex.objects.all().delete()
    assert (status(document), status(other)) == (200, 404)


def test_the_page_itself_is_asked_whatever_told_of_it(page, document):
    Page.objects.filter(pk=page.pk).update(live=False)
    assert FileUse.objects.filter(page=page, document=document, in_draft=False).exists()
    assert status(document) == 404


def test_settings_stand_on_every_page(structure):
    names = {name for _model, name in settings_with(CustomImage)}
    assert names == {"mark", "bip_sign"}
    association = next(settings_with(CustomImage))[0].objects.get()
    mark = association.mark = make_image()
    association.save()
    assert is_public(mark)
    assert not is_public(make_image())


def test_settings_name_files_in_foreign_keys_only():
    """`settings_with` looks at nothing else."""
    for model, _name in (*settings_with(CustomImage), *settings_with(CustomDocument)):
        assert not [field for field in model._meta.get_fields() if hasattr(field, "extract_references")]
        assert not model._meta.many_to_many


def test_many_files_are_asked_in_one_query(page, structure, django_assert_num_queries):
    documents = [make_document() for _ in range(30)]
    make_news(structure["pl"].sections["news"], body=[files_block(each) for each in documents])
    with django_assert_num_queries(1):
        assert public_files(CustomDocument).count() >= 30


@pytest.mark.parametrize("number", [1, 20])
def test_a_document_costs_the_same_on_one_page_and_on_twenty(
    structure, document, client, number, django_assert_num_queries
):
    for _ in range(number):
        make_news(structure["pl"].sections["news"], body=[files_block(document)])
    client.get(document.url)
    with django_assert_num_queries(5):
        assert client.get(document.url).status_code == 200


def test_full_bodies_name_all_their_files(structure):
    image, document = make_image(), make_document()
    page = make_news(
        structure["pl"].sections["news"], body=full_body(image, document), lead_image=image, lead_image_alt="x"
    )
    named = {(use.image_id, use.document_id) for use in page.file_uses.filter(in_draft=False)}
    assert {(image.pk, None), (None, document.pk)} <= named
    assert is_public(image)
    assert is_public(document)
