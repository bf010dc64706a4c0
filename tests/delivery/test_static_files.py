"""Styles and scripts as production serves them: named by their content, compressed ahead, kept for good."""

import gzip
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage
from django.http import HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage

NAME = "js/preferences.js"


@pytest.fixture
def storage(tmp_path: Path, settings) -> CompressedManifestStaticFilesStorage:
    """Collected files: one script."""
    source = Path(str(finders.find(NAME)))
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}
    settings.STATIC_ROOT = tmp_path
    made = CompressedManifestStaticFilesStorage(location=str(tmp_path), base_url="/static/")
    with source.open("rb") as file:
        made.save(NAME, file)
    list(made.post_process({NAME: (FileSystemStorage(location=str(source.parent.parent)), NAME)}))
    return made


@pytest.mark.parametrize(("encoding", "decompress"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_static_file_is_kept_for_good_and_travels_compressed(storage, rf, encoding, decompress):
    address = storage.url(NAME)
    serve = WhiteNoiseMiddleware(lambda _request: HttpResponse(status=404))

    response = serve(rf.get(address, headers={"accept-encoding": f"{encoding}, deflate"}))

    assert address != f"/static/{NAME}"
    assert "immutable" in response["Cache-Control"]
    assert int(response["Cache-Control"].split("max-age=")[1].split(",")[0]) >= 365 * 24 * 3600
    assert response["Content-Encoding"] == encoding
    assert response["Vary"] == "Accept-Encoding"
    assert decompress(b"".join(response)) == Path(str(finders.find(NAME))).read_bytes()
