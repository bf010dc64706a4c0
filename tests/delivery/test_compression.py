"""What travels compressed, and what does not."""

import gzip

import pytest
from django.http import FileResponse, HttpResponse

from core.middleware import CompressText

GZIP = {"accept-encoding": "gzip"}


@pytest.mark.parametrize("address", ["/", "/en/", "/sitemap.xml", "/feed/", "/favicon.svg"])
def test_text_is_compressed_for_browsers_that_want_it(client, structure, address):
    plain, compressed = client.get(address), client.get(address, headers=GZIP)

    assert "Content-Encoding" not in plain.headers
    assert compressed["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.content) == plain.content
    assert len(compressed.content) < len(plain.content) / 1.5


def test_what_is_kept_is_known_again_however_it_travelled(client, structure):
    compressed = client.get("/favicon.svg", headers=GZIP)

    again = client.get("/favicon.svg", headers={**GZIP, "if-none-match": compressed["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_pictures_and_files_keep_their_length(rf):
    request = rf.get("/", headers=GZIP)
    picture = HttpResponse(b"x" * 1000, content_type="image/png")
    file = FileResponse([b"x" * 1000], content_type="text/csv")
    compress = CompressText(lambda _request: None)

    for response in (picture, file):
        assert "Content-Encoding" not in compress.process_response(request, response).headers
