"""Files to download, tables and videos."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from content.factories import make_document, table_value
from content.sample_blocks import video_value
from library.models import CustomDocument


def files(**fields):
    value = {"document": 1, "title": "Sprawozdanie za 2026 r.", "language": "pl", "description": "", **fields}
    return ("files", {"heading": "", "files": [{"type": "item", "id": "a", "value": value}]})


@pytest.fixture
def untagged(db):
    """A PDF without tags."""
    content = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    return CustomDocument.objects.create(title="Skan uchwały", file=ContentFile(content, "skan.pdf"))


def test_a_file_has_a_title_and_a_language(found, db):
    assert found("file-details", files()) == []
    assert found("file-details", files(title=" ", language="")) == ["body.0.files.a.title", "body.0.files.a.language"]
    assert found("file-details", files(document=None, title="")) == []


def test_a_title_says_what_the_file_holds(found, untagged):
    for title in ("Pobierz", "download", "Plik", untagged.filename):
        assert found("file-title", files(document=untagged.pk, title=title)) == ["body.0.files.a.title"]
    assert found("file-title", files(document=untagged.pk, title="Uchwała nr 3")) == []


def test_a_pdf_without_tags_is_found_wherever_it_is_offered(found, untagged):
    link = ("text", f'<p><a linktype="document" id="{untagged.pk}">skan uchwały</a></p>')
    assert found("pdf-tags", files(document=untagged.pk), link) == ["body.0.files.a.document", "body.1"]


def test_a_tagged_pdf_and_other_formats_are_fine(found, db):
    sheet = CustomDocument.objects.create(title="Dane", file=ContentFile(b"a;b\n", "dane.csv"))
    assert found("pdf-tags", files(document=make_document().pk), files(document=sheet.pk)) == []


def test_a_table_has_headers(found):
    with_headers = table_value("Drzewa", [["Rok", "Liczba"], ["2027", "120"]])
    without = {**with_headers, "first_row_is_table_header": False}
    assert found("table-header", ("table", with_headers)) == []
    assert found("table-header", ("table", {**without, "first_col_is_header": True})) == []
    assert found("table-header", ("table", without)) == ["body.0"]
    assert found("table-header", ("table", {**without, "data": [["", ""]]})) == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, None),
        ({"captions": "none"}, None),
        ({"captions": "file", "captions_file": 1}, None),
        ({"captions": "due", "captions_due": "2099-01-01"}, None),
        ({"captions": ""}, "captions"),
        ({"captions": None}, "captions"),
        ({"captions": "file"}, "captions_file"),
        ({"captions": "due"}, "captions_due"),
        ({"captions": "due", "captions_due": "2026-99-99"}, "captions_due"),
        ({"captions": "", "url": "", "file": None}, None),
    ],
)
def test_a_video_has_captions_or_the_day_they_are_due(found, db, fields, field):
    assert found("video-captions", ("video", video_value(**fields))) == ([f"body.0.{field}"] if field else [])


def test_captions_that_are_overdue_are_found(found):
    today = timezone.localdate()
    for day, paths in ((today, []), (today - timedelta(days=1), ["body.0.captions"])):
        video = video_value(captions="due", captions_due=day.isoformat())
        assert found("video-captions-late", ("video", video)) == paths
