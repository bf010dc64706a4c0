"""Whether a PDF is tagged, read from files as programs write them, and from hostile ones."""

import zlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile

from content.pdf import make_pdf
from library import pdf_tags
from library.models import CustomDocument
from library.pdf_tags import has_tags

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R %s >>"
TAGGED = CATALOGUE % b"/StructTreeRoot 3 0 R /MarkInfo << /Marked true >>"
UNTAGGED = CATALOGUE % b""


def plain(catalogue, *more):
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate((catalogue, *more), 1))
    return BytesIO(b"%PDF-1.4\n" + objects + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n")


def packed(catalogue, stream=None, first=None):
    """Return a PDF whose catalogue lies in a stream of objects, as PDF 1.5 and later have it."""
    head = b"7 0 1 %d " % len(b"null ")
    content = head + b"null " + catalogue
    data = zlib.compress(content) if stream is None else stream
    number = len(head) if first is None else first
    return BytesIO(
        b"%%PDF-1.7\n5 0 obj\n<</Type/ObjStm/N 2/First %d/Filter/FlateDecode>>stream\r\n" % number
        + data
        + b"\r\nendstream\nendobj\n6 0 obj\n<</Type/XRef/Root 1 0 R>>\nendobj\n%%EOF\n"
    )


def test_a_file_of_our_own_is_tagged():
    assert has_tags(BytesIO(make_pdf("Tytuł", ["Akapit."], "pl"))) is True


@pytest.mark.parametrize(
    ("file", "answer"),
    [
        (plain(TAGGED), True),
        (plain(UNTAGGED), False),
        (plain(CATALOGUE % b"/MarkInfo<</Marked true>>"), False),
        (plain(CATALOGUE % b"/StructTreeRoot 3 0 R /MarkInfo << /Marked false >>"), False),
        (plain(CATALOGUE % b"/StructTreeRoot 3 0 R /MarkInfo 2 0 R", b"<</Marked true>>"), True),
        (plain(CATALOGUE % b"/StructTreeRoot 3 0 R /MarkInfo 9 0 R"), None),
        (packed(TAGGED), True),
        (packed(UNTAGGED), False),
        (packed(TAGGED, stream=b"not packed at all"), None),
        (packed(TAGGED, first=99_999_999), None),
        (BytesIO(b"%PDF-1.4\n"), None),
        (BytesIO(b""), None),
    ],
)
def test_the_catalogue_tells(file, answer):
    file.seek(3)
    assert has_tags(file) is answer
    assert file.tell() == 3


def test_a_later_revision_of_the_file_counts():
    first, second = plain(UNTAGGED).getvalue(), plain(TAGGED).getvalue()
    assert has_tags(BytesIO(first + second)) is True
    assert has_tags(BytesIO(second + first)) is False


def test_a_stream_that_unpacks_to_very_much_is_read_in_part(monkeypatch):
    monkeypatch.setattr(pdf_tags, "LONGEST_STREAM", 50_000)
    assert has_tags(packed(TAGGED, stream=zlib.compress(b" " * 5_000_000))) is None


def test_very_many_streams_are_not_all_unpacked(monkeypatch):
    monkeypatch.setattr(pdf_tags, "MOST_STREAMS", 3)
    many = b"5 0 obj\n<</Type/ObjStm/First 4>>stream\nxxxx\n" * 5
    assert has_tags(BytesIO(many + packed(TAGGED).getvalue())) is None


def test_a_file_that_is_too_long_is_not_read(monkeypatch):
    monkeypatch.setattr(pdf_tags, "LONGEST_FILE", 10)
    assert has_tags(plain(TAGGED)) is None


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("a.pdf", plain(TAGGED).getvalue(), True),
        ("a.PDF", plain(UNTAGGED).getvalue(), False),
        ("a.csv", b"a;b\n", None),
    ],
)
def test_it_is_noted_when_a_document_is_saved(db, name, content, answer):
    document = CustomDocument.objects.create(title="Dokument", file=ContentFile(content, name))
    assert CustomDocument.objects.get(pk=document.pk).has_pdf_tags is answer
    with document.file.open() as stored:
        assert stored.read() == content


def test_another_file_is_read_anew_and_a_new_title_changes_nothing(db):
    document = CustomDocument.objects.create(title="Dokument", file=ContentFile(plain(UNTAGGED).getvalue(), "a.pdf"))
    document = CustomDocument.objects.get(pk=document.pk)
    document.title = "Inny tytuł"
    document.save()
    assert document.has_pdf_tags is False
    document.file = ContentFile(plain(TAGGED).getvalue(), "b.pdf")
    document.save()
    assert CustomDocument.objects.get(pk=document.pk).has_pdf_tags is True
