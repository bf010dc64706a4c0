"""A file that readers see on a live page is neither deleted nor replaced, whatever the route."""

import pytest
from django.db import transaction
from django.urls import reverse

from content.factories import full_body, make_document, make_image, make_news
from editorial.refusals import PublishingRefused
from library.models import CustomDocument, CustomImage
from news.models import NewsPage
from tests.library.conftest import picture

IN_USE = "Dopóki go pokazują"
APPS = {"image": "wagtailimages", "document": "wagtaildocs"}


@pytest.fixture
def used(structure):
    """A live piece of news with an image beside its lead, and an image and a document in its body."""
    lead, image, document = make_image("Dolina"), make_image("Most"), make_document("Regulamin")
    news = make_news(
        structure["pl"].sections["news"],
        title="Nowa ścieżka",
        lead_image=lead,
        lead_image_alt="A river",
        body=full_body(image, document),
    )
    return {"page": news, "lead": lead, "image": image, "document": document}


@pytest.mark.parametrize("name", ["lead", "image", "document"])
def test_code_cannot_delete_a_file_that_readers_see(used, name):
    with pytest.raises(PublishingRefused, match="Nowa ścieżka"), transaction.atomic():
        used[name].delete()
    with pytest.raises(PublishingRefused, match="Nowa ścieżka"), transaction.atomic():
        type(used[name]).objects.filter(pk=used[name].pk).delete()
    assert NewsPage.objects.get(pk=used["page"].pk).lead_image_id == used["lead"].pk


@pytest.mark.parametrize("name", ["lead", "image", "document"])
def test_code_cannot_replace_a_file_that_readers_see(used, name):
    used[name].file = picture("other.png")
    with pytest.raises(PublishingRefused, match="Nowa ścieżka"):
        used[name].save()


def test_what_readers_do_not_see_of_a_file_may_change(used):
    used["image"].title = "Most po remoncie"
    used["image"].full_clean()
    used["image"].save()
    assert CustomImage.objects.get(pk=used["image"].pk).title == "Most po remoncie"


@pytest.mark.parametrize("name", ["lead", "image", "document"])
def test_a_file_that_no_live_page_shows_may_go(used, structure, name):
    used["page"].unpublish()
    make_news(
        structure["pl"].sections["news"], live=False, title="Szkic", lead_image=used["lead"], lead_image_alt="A river"
    )
    used[name].delete()
    assert not type(used[name]).objects.filter(pk=used[name].pk).exists()


@pytest.mark.parametrize("name", ["image", "document"])
def test_the_admin_says_which_pages_show_the_file(editor_client, used, name):
    address = reverse(f"{APPS[name]}:delete", args=[used[name].pk])
    answer = editor_client.post(address, headers={"referer": f"http://testserver{address}"}, follow=True)
    assert answer.status_code == 200
    assert IN_USE in answer.content.decode()
    assert "Nowa ścieżka" in answer.content.decode()
    assert type(used[name]).objects.filter(pk=used[name].pk).exists()


@pytest.mark.parametrize("name", ["image", "document"])
def test_a_bulk_action_deletes_none_when_readers_see_one(editor_client, used, name):
    model = type(used[name])
    other = make_image("Wolny") if model is CustomImage else make_document("Wolny")
    address = reverse("wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, "delete"])
    answer = editor_client.post(f"{address}?id={used[name].pk}&id={other.pk}", follow=True)
    assert IN_USE in answer.content.decode()
    assert model.objects.filter(pk__in=[used[name].pk, other.pk]).count() == 2


def test_the_form_keeps_what_was_typed_and_says_beside_the_field_what_to_do(editor_client, used):
    image = used["lead"]
    answer = editor_client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": "Dolina o świcie", "credit": "Kto inny", "file": picture("other.png")},
    )
    assert answer.status_code == 200
    form = answer.context["form"]
    assert set(form.errors) == {"file", "credit"}
    assert IN_USE in str(form.errors["file"])
    assert form["title"].value() == "Dolina o świcie"
    stored = CustomImage.objects.get(pk=image.pk)
    assert (stored.credit, stored.file.name) == (image.credit, image.file.name)


def test_the_form_of_a_document_keeps_it_too(editor_client, used, files):
    document = used["document"]
    answer = editor_client.post(
        reverse("wagtaildocs:edit", args=[document.pk]), {"title": "Regulamin", "file": files["pdf"]("nowy.pdf")}
    )
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"file"}
    assert CustomDocument.objects.get(pk=document.pk).file.name == document.file.name
