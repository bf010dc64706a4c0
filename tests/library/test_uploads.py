"""What may be uploaded: the same on every route by which a file comes in."""

import io
import tracemalloc
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from PIL import Image, ImageFile
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from library.models import CustomDocument, CustomImage

TYPED = "A title that was typed"


def _result(response, prefix="") -> SimpleNamespace:
    """What a person sees after an upload: errors of the file, and the whole answer."""
    if response.headers.get("Content-Type", "").startswith("application/json"):
        data = response.json()
        text = data.get("error_message") or data.get("htmlFragment") or data.get("form") or ""
        return SimpleNamespace(accepted=data.get("success") is True or data.get("step") == "chosen", text=text)
    return SimpleNamespace(accepted=response.status_code == 302, text=response.content.decode())


def _single(kind):
    def send(client, file):
        url = reverse("wagtailimages:add" if kind == "image" else "wagtaildocs:add")
        return _result(client.post(url, {"title": TYPED, "file": file}))

    return send


def _multiple(kind):
    def send(client, file):
        url = reverse("wagtailimages:add_multiple" if kind == "image" else "wagtaildocs:add_multiple")
        return _result(
            client.post(url, {"title": TYPED, "files[]": file}, headers={"x-requested-with": "XMLHttpRequest"})
        )

    return send


def _chooser(kind):
    def send(client, file):
        name, prefix = (
            ("wagtailimages_chooser:create", "image-chooser-upload")
            if kind == "image"
            else ("wagtaildocs_chooser:create", "document-chooser-upload")
        )
        return _result(
            client.post(
                reverse(name),
                {f"{prefix}-title": TYPED, f"{prefix}-file": file},
                headers={"x-requested-with": "XMLHttpRequest"},
            )
        )

    return send


def _replace(kind):
    def send(client, file):
        collection = Collection.get_first_root_node()
        if kind == "image":
            content = io.BytesIO()
            Image.new("RGB", (4, 4)).save(content, "PNG")
            item = CustomImage.objects.create(
                title="Before", collection=collection, file=ContentFile(content.getvalue(), "before.png")
            )
            url = reverse("wagtailimages:edit", args=(item.pk,))
        else:
            item = CustomDocument.objects.create(
                title="Before", collection=collection, file=ContentFile(b"before", "before.txt")
            )
            url = reverse("wagtaildocs:edit", args=(item.pk,))
        before = item.file.name
        result = _result(client.post(url, {"title": TYPED, "file": file, "collection": collection.pk}))
        item.refresh_from_db()
        assert result.accepted == (item.file.name != before)
        assert item.file.storage.exists(item.file.name)
        return result

    return send


IMAGE_ROUTES = {route.__name__: route("image") for route in (_single, _multiple, _chooser, _replace)}
DOCUMENT_ROUTES = {route.__name__: route("document") for route in (_single, _multiple, _chooser, _replace)}
image_routes = pytest.mark.parametrize("send", IMAGE_ROUTES.values(), ids=IMAGE_ROUTES)
document_routes = pytest.mark.parametrize("send", DOCUMENT_ROUTES.values(), ids=DOCUMENT_ROUTES)


def refused(result, *said):
    """Check that a file was refused with a message that has certain words, and that the typed title is still there."""
    assert not result.accepted
    for words in said:
        assert words in result.text
    if "<form" in result.text or "<input" in result.text:
        assert TYPED in result.text


@image_routes
def test_pictures_are_accepted(editor_client, files, send):
    kinds = {"a.png": "PNG", "a.jpg": "JPEG", "A.JPEG": "JPEG", "a.gif": "GIF", "a.webp": "WEBP", "a.avif": "AVIF"}
    for width, (name, kind) in enumerate(kinds.items(), start=20):
        assert send(editor_client, files["picture"](name, (width, 30), kind)).accepted, name


@image_routes
def test_svg_is_refused_under_any_name(editor_client, files, send):
    for name in ("a.svg", "a.png", "a.jpg"):
        refused(send(editor_client, files["svg"](name)), name)


@image_routes
def test_program_named_as_a_picture_is_refused(editor_client, files, send):
    refused(send(editor_client, files["program"]("a.png")), "a.png", ".exe")


@image_routes
def test_picture_with_the_name_of_another_format_is_refused(editor_client, files, send):
    refused(send(editor_client, files["picture"]("a.png", kind="JPEG")), "a.png", ".jpg")


@image_routes
def test_picture_of_200_megapixels_is_refused_without_decoding_it(editor_client, files, send, monkeypatch):
    def decoded(*args):
        raise AssertionError("The picture was decoded.")

    file = files["huge"]()
    with monkeypatch.context() as patch:
        if send is not IMAGE_ROUTES["_replace"]:
            patch.setattr(ImageFile.ImageFile, "load", decoded)
        tracemalloc.start()
        result = send(editor_client, file)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert most < 60 * 1024 * 1024
    refused(result, "60")


@image_routes
def test_picture_between_our_limit_and_the_librarys_is_refused_in_words(editor_client, files, send):
    refused(send(editor_client, files["huge"](width=10000, height=7000)), "10000", "7000")


@image_routes
def test_damaged_picture_is_refused(editor_client, files, send):
    whole = files["picture"](size=(300, 300)).read()
    refused(send(editor_client, SimpleUploadedFile("a.png", whole[: len(whole) // 2])))
    refused(send(editor_client, SimpleUploadedFile("a.png", whole[:20])))


@image_routes
def test_empty_file_is_refused(editor_client, send):
    refused(send(editor_client, SimpleUploadedFile("a.png", b"")))


@image_routes
def test_picture_that_is_too_big_is_refused(editor_client, files, send, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 50
    refused(send(editor_client, files["picture"]()), "50")


@document_routes
def test_office_files_and_archives_are_accepted(editor_client, files, send):
    contents = {
        "a.docx": {"word__document_xml": b"<w/>"},
        "a.xlsx": {"xl__workbook_xml": b"<x/>"},
        "a.pptx": {"ppt__presentation_xml": b"<p/>"},
        "a.odt": {"mimetype": b"application/vnd.oasis.opendocument.text"},
        "a.ods": {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
        "a.zip": {"anything_txt": b"text"},
    }
    for name, members in contents.items():
        assert send(editor_client, files["archive"](name, **members)).accepted, name


@document_routes
def test_papers_and_texts_are_accepted(editor_client, send):
    contents = {
        "a.pdf": b"%PDF-1.4\n%%EOF",
        "B.PDF": b"%PDF-1.4\n%%EOF",
        "a.txt": "Zażółć".encode("cp1250"),
        "a.csv": "gmina;liczba\nPrzykładowo;1\n".encode(),
        "a.geojson": b'\xef\xbb\xbf {"type": "FeatureCollection", "features": []}',
    }
    for name, content in contents.items():
        assert send(editor_client, SimpleUploadedFile(name, content)).accepted, name


@document_routes
def test_films_and_captions_are_accepted(editor_client, send):
    contents = {
        "a.mp4": b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42",
        "b.mp4": b"\x00\x00\x00\x1cftypiso5\x00\x00\x02\x00iso5iso6mp41",
        "a.webm": b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm",
        "a.vtt": "\ufeffWEBVTT\n\n00:00.000 --> 00:02.000\nDzień dobry.\n".encode(),
        "b.vtt": b"WEBVTT",
    }
    for name, content in contents.items():
        assert send(editor_client, SimpleUploadedFile(name, content)).accepted, name


@document_routes
def test_what_no_player_reads_is_refused_as_a_film_or_captions(editor_client, send):
    contents = {
        "quicktime.mp4": b"\x00\x00\x00\x14ftypqt  \x00\x00\x02\x00qt  ",
        "picture.mp4": b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1",
        "matroska.webm": b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska",
        "page.mp4": b"<html><script>alert(1)</script>",
        "subrip.vtt": b"1\n00:00:00,000 --> 00:00:02,000\nGood morning.\n",
        "other.vtt": b"WEBVTTX\n",
        "old.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nZażółć\n".encode("cp1250"),
    }
    for name, content in contents.items():
        refused(send(editor_client, SimpleUploadedFile(name, content)), name)


@document_routes
def test_program_is_refused_under_every_accepted_name(editor_client, files, send, settings):
    for extension in settings.WAGTAILDOCS_EXTENSIONS:
        refused(send(editor_client, files["program"](f"a.{extension}")), f"a.{extension}")


@document_routes
def test_other_extensions_are_refused_naming_those_accepted(editor_client, files, send):
    for name in ("a.exe", "a.html", "a.svg", "a.js", "a.pdf.exe", "noextension", "a.docm"):
        refused(send(editor_client, files["program"](name)), "docx", "pdf")


@document_routes
def test_content_of_another_accepted_kind_is_refused(editor_client, files, send):
    refused(send(editor_client, files["pdf"]("a.docx")), "a.docx", ".pdf")
    refused(send(editor_client, files["archive"]("a.docx", xl__workbook_xml=b"<x/>")), "a.docx")
    refused(send(editor_client, files["archive"]("a.pdf", a_txt=b"text")), "a.pdf")
    refused(send(editor_client, files["archive"]("a.odt", mimetype=b"application/zip")), "a.odt")
    refused(send(editor_client, SimpleUploadedFile("a.zip", b"PK\x03\x04 broken")), "a.zip")
    refused(send(editor_client, SimpleUploadedFile("a.geojson", b"[1, 2]")), "a.geojson")


@document_routes
def test_document_that_is_too_big_is_refused(editor_client, files, send, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    result = send(editor_client, files["pdf"]())
    refused(result, "10")
    assert "“”" not in result.text


def test_limits_refuse_200_megabytes(settings):
    assert settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE <= 20 * 1024**2
    assert settings.WAGTAILDOCS_MAX_UPLOAD_SIZE <= 50 * 1024**2
    assert settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS <= 60_000_000


def test_200_megabytes_by_http(editor_client, tmp_path):
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200 * 1024**2)
    with path.open("rb") as file:
        refused(_single("document")(editor_client, file), "200")


@pytest.mark.parametrize("language", ["pl", "en"])
def test_errors_are_in_the_language_of_the_admin(editor_client, people, files, language, monkeypatch):
    profile = UserProfile.get_for_user(people["editor"])
    profile.preferred_language = language
    profile.save()
    seen = []
    original = translation.gettext
    monkeypatch.setattr("library.contents._", lambda text: seen.append(translation.get_language()) or original(text))
    refused(_single("document")(editor_client, files["program"]("a.exe")))
    assert set(seen) == {language}


@pytest.mark.parametrize("kind", ["picture", "huge", "program", "svg"])
def test_profile_picture_is_held_to_the_same_rules(editor_client, people, files, kind):
    file = files[kind]("face.png")
    values = {
        "name_email-first_name": "Jan",
        "name_email-last_name": "Przykładowy",
        "name_email-email": "editor@example.org",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "locale-preferred_language": "pl",
        "avatar-avatar": file,
    }
    response = editor_client.post(reverse("wagtailadmin_account"), values)
    profile = UserProfile.get_for_user(people["editor"])
    profile.refresh_from_db()
    if kind == "picture":
        assert response.status_code == 302
        assert profile.avatar
    else:
        assert response.status_code == 200
        assert "error-message" in response.content.decode()
        assert not profile.avatar


def test_unchanged_picture_and_document_are_saved_without_a_file(editor_client, files):
    for kind, model, name in (("image", CustomImage, "picture"), ("document", CustomDocument, "pdf")):
        assert _single(kind)(editor_client, files[name]()).accepted
        item = model.objects.get()
        url = reverse("wagtailimages:edit" if kind == "image" else "wagtaildocs:edit", args=(item.pk,))
        before = item.file.name
        response = editor_client.post(url, {"title": "Another title", "collection": item.collection_id})
        assert response.status_code == 302
        item.refresh_from_db()
        assert (item.title, item.file.name) == ("Another title", before)
