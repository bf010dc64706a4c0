"""Documents are handed out as downloads, under safe names, by Wagtail's view alone."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from library.models import CustomDocument, CustomImage


def document(name="paper.pdf", content=b"%PDF-1.7\n") -> CustomDocument:
    return CustomDocument.objects.create(title="Paper", file=ContentFile(content, name))


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.txt", "a.csv", "a.html", "a.svg", "a.xml", "a.js", "a.unknown", "a.xhtml"]
)
def test_every_document_is_a_download_that_runs_nothing(client, open_file, name):
    response = client.get(open_file(document(name, b"<svg onload=alert(1)>")).url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"


def test_document_lies_outside_the_folder_that_a_web_server_hands_out(client, db, settings):
    paper = document()
    assert not Path(paper.file.path).is_relative_to(settings.MEDIA_ROOT)
    assert client.get(f"/media/{paper.file.name}").status_code == 404
    assert paper.url.startswith("/documents/")


def test_private_document_is_not_handed_out(client, open_file):
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    paper = open_file(document())
    paper.collection = collection
    paper.save()
    assert client.get(paper.url).status_code == 302


@pytest.mark.parametrize(
    ("name", "stem", "suffix"),
    [
        ("Zażółć gęślą jaźń.pdf", "zazolc-gesla-jazn", ".pdf"),
        ("../../etc/passwd.pdf", "passwd", ".pdf"),
        ("Протокол.PDF", "protokol", ".pdf"),
        ("<script>.pdf", "script", ".pdf"),
        ("…….pdf", "document", ".pdf"),
        ("a" * 300 + ".pdf", "a" * 60, ".pdf"),
    ],
)
def test_name_of_a_document_is_plain(editor_client, name, stem, suffix):
    response = editor_client.post(
        reverse("wagtaildocs:add"), {"title": "Paper", "file": SimpleUploadedFile(name, b"%PDF-1.7\n")}
    )
    assert response.status_code == 302
    paper = CustomDocument.objects.get()
    assert paper.filename == stem + suffix
    assert editor_client.get(paper.url).status_code == 200


def test_name_of_a_picture_is_plain(editor_client, files):
    response = editor_client.post(
        reverse("wagtailimages:add"), {"title": "Picture", "file": files["picture"]("Zażółć gęślą.png")}
    )
    assert response.status_code == 302
    assert Path(CustomImage.objects.get().file.name).name == "Zazolc_gesla.png"


def test_second_document_of_a_name_gets_another(db):
    first, second = document(), document()
    assert first.file.name != second.file.name


def test_pages_of_documents_that_do_not_exist_are_404(client, open_file):
    paper = open_file(document())
    assert client.get(f"/documents/{paper.pk}/other.pdf").status_code == 404
    assert client.get(f"/documents/{paper.pk + 1000}/paper.pdf").status_code == 404
