"""Files to upload, made on the spot."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def picture(name="picture.png", size=(40, 30), kind="PNG") -> SimpleUploadedFile:
    """Return a small picture of one colour."""
    content = io.BytesIO()
    Image.new("RGB", size, (20, 90, 160)).save(content, kind)
    return SimpleUploadedFile(name, content.getvalue())


def huge_picture(name="huge.png", width=20000, height=10000) -> SimpleUploadedFile:
    """Return a PNG of a few hundred bytes whose header promises very many pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * 1000)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return SimpleUploadedFile(name, content)


def archive(name: str, **members: bytes) -> SimpleUploadedFile:
    """Return a ZIP archive; in the names of members, two underscores stand for a slash and one for a dot."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for member, text in members.items():
            file.writestr(member.replace("__", "/").replace("_", "."), text)
    return SimpleUploadedFile(name, content.getvalue())


PROGRAM = b"MZ\x90\x00\x03" + b"\x00" * 500
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def files() -> dict[str, Callable[..., SimpleUploadedFile]]:
    """Makers of files, by what they make."""
    return {
        "picture": picture,
        "huge": huge_picture,
        "archive": archive,
        "program": lambda name: SimpleUploadedFile(name, PROGRAM),
        "svg": lambda name: SimpleUploadedFile(name, SVG),
        "pdf": lambda name="paper.pdf": SimpleUploadedFile(name, b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"),
    }


@pytest.fixture
def editor_client(client, people):
    """A browser in which an editor has signed in."""
    client.force_login(people["editor"])
    return client


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
