"""A part of a document is handed out where a browser asks for it, and only to those who may have the whole."""

import pytest
from django.core.files.base import ContentFile
from django.http import HttpResponse
from wagtail.documents.views import serve as stock
from wagtail.models import Collection, CollectionViewRestriction

from library.models import CustomDocument
from library.ranges import with_ranges

CONTENT = bytes(range(256)) * 1000
SIZE = len(CONTENT)


@pytest.fixture
def film(open_file) -> CustomDocument:
    """A document of 256,000 bytes, named as a film."""
    document = CustomDocument(title="Film", file=ContentFile(CONTENT, "film.mp4"), file_hash="abc")
    document.save()
    return open_file(document)


def get(client, film, **headers):
    return client.get(film.url, headers=headers)


def body(response) -> bytes:
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=0-0", 0, 0),
        ("bytes=100-199", 100, 199),
        ("bytes=70000-140000", 70000, 140000),
        ("bytes=255999-", SIZE - 1, SIZE - 1),
        ("bytes=255990-999999", 255990, SIZE - 1),
        ("bytes=-10", SIZE - 10, SIZE - 1),
        ("bytes=-999999", 0, SIZE - 1),
    ],
)
def test_a_range_is_answered_with_that_part(client, film, asked, first, last):
    response = get(client, film, range=asked)
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert response["Content-Length"] == str(last - first + 1)
    assert body(response) == CONTENT[first : last + 1]
    assert response["Content-Type"] == "video/mp4"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=999999-1000000", "bytes=-0"])
def test_a_range_outside_the_file_is_refused_with_its_size(client, film, asked):
    response = get(client, film, range=asked)
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{SIZE}"


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=a-b",
        "bytes=0-1,5-6",
        "lines=1-2",
        "bytes=٣-٤",
        "bytes=0-" + "9" * 5000,
    ],
)
def test_what_is_no_single_range_gets_the_whole_file(client, film, asked):
    response = get(client, film, range=asked)
    assert response.status_code == 200
    assert response["Accept-Ranges"] == "bytes"
    assert body(response) == CONTENT


def test_a_part_is_given_only_of_the_file_that_the_reader_knows(client, film):
    whole = get(client, film)
    etag, modified = whole["ETag"], whole["Last-Modified"]
    for condition in (etag, modified):
        assert get(client, film, range="bytes=0-9", if_range=condition).status_code == 206
    for condition in ('"another"', f"W/{etag}", "Mon, 01 Jan 2001 00:00:00 GMT", "yesterday"):
        response = get(client, film, range="bytes=0-9", if_range=condition)
        assert response.status_code == 200, condition
        assert body(response) == CONTENT


def test_a_reader_who_has_the_file_gets_no_part(client, film):
    etag = get(client, film)["ETag"]
    assert get(client, film, range="bytes=0-9", if_none_match=etag).status_code == 304


def test_a_head_request_is_told_of_the_whole(client, film):
    response = client.head(film.url, headers={"range": "bytes=0-9"})
    assert (response.status_code, response["Content-Length"]) == (200, str(SIZE))


def test_no_part_of_a_private_document_is_handed_out(client, film):
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    film.collection = collection
    film.save()
    response = get(client, film, range="bytes=0-9")
    assert response.status_code == 302
    assert b"\x00\x01" not in response.content


def test_what_is_no_file_stays_as_it_is(rf):
    response = HttpResponse("text")
    assert with_ranges(rf.get("/", headers={"range": "bytes=0-1"}), response) is response
    assert (response.status_code, response.content) == (200, b"text")


@pytest.mark.parametrize(
    ("name", "kind"), [("film.mp4", "video/mp4"), ("film.webm", "video/webm"), ("film.vtt", "text/vtt")]
)
def test_films_and_captions_are_shown_in_place_and_run_nothing(client, open_file, name, kind):
    film = open_file(CustomDocument.objects.create(title="Film", file=ContentFile(b"WEBVTT\n", name)))
    response = client.get(film.url)
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"].startswith("inline")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("default-src 'none'")


def test_stock_view_knows_no_ranges(rf, film):
    """When this fails, `library.ranges` and `library.serving` can go."""
    response = stock.serve(rf.get("/", headers={"range": "bytes=0-9"}), str(film.pk), film.filename)
    assert response.status_code == 200
    assert "Accept-Ranges" not in response
