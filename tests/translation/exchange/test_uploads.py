"""ZIP files of PO files, and those that are none."""

import zipfile
from io import BytesIO

import pytest

from tests.translation.exchange.test_po import file
from translation.exchange.po import LARGEST, FileRefused
from translation.exchange.uploads import read_upload


def entry(context: str) -> bytes:
    return file(f'msgctxt "{context}"\nmsgid "Polski"\nmsgstr "English"\n')


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def test_one_file_and_several_are_read_whatever_their_name():
    assert [each.context for each in read_upload(entry("a"))] == ["a"]
    packed = zipped(("1.po", entry("a")), ("folder/2.PO", entry("b")))
    assert [(each.context, each.file) for each in read_upload(packed)] == [("a", "1.po"), ("b", "2.PO")]


def test_what_a_mac_adds_is_passed_over():
    of_a_mac = [("__MACOSX/folder/._1.po", b"x"), ("folder/.DS_Store", b"x")]
    assert len(read_upload(zipped(("folder/", b""), ("folder/1.po", entry("a")), *of_a_mac))) == 1


@pytest.mark.parametrize(
    "data",
    [entry("a") + b'\nmsgctxt "a"\nmsgid "P"\nmsgstr "E"\n', zipped(("1.po", entry("a")), ("2.po", entry("a")))],
    ids=["in one file", "in two"],
)
def test_a_text_that_is_there_twice_is_refused(data):
    with pytest.raises(FileRefused):
        read_upload(data)


def test_the_file_in_the_zip_is_named():
    with pytest.raises(FileRefused) as refusal:
        read_upload(zipped(("1.po", entry("a")), ("bad.po", b"words")))
    assert refusal.value.reasons[0].startswith("bad.po: ")


def renamed(name: bytes) -> bytes:
    """Return a ZIP file whose one member is called by any bytes, as no program would write it."""
    return zipped(("x" * (len(name) - 3) + ".po", entry("a"))).replace(b"x" * (len(name) - 3) + b".po", name)


def without_name() -> bytes:
    """Return a ZIP file whose one member has no name."""
    packed = bytearray(zipped(("x.po", entry("a"))))
    place = packed.index(b"PK\x01\x02")
    packed[place + 28 : place + 30] = b"\0\0"  # the length of the name
    packed[place + 32 : place + 34] = b"\x04\0"  # that of the remark after it
    return bytes(packed)


def with_password() -> bytes:
    packed = bytearray(zipped(("1.po", entry("a"))))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and nothing else",
        zipped(("1.po", entry("a")))[:-30],
        zipped(("1.po", entry("a"))).replace(b"PK\x01\x02", b"PK\x01\x09"),
        renamed(b"../../etc/x.po"),
        renamed(b"/etc/passwd.po"),
        renamed(b"a\\..\\..\\x.po"),
        renamed(b"C:/windows/x.po"),
        zipped(("../", b""), ("1.po", entry("a"))),
        zipped(("page.html", b"<p>")),
        zipped(("1.po", zipped(("2.po", entry("a"))))),
        zipped(("1.zip", zipped(("2.po", entry("a"))))),
        zipped(("1.po", b"\0" * (LARGEST + 1))),
        zipped(*((f"{number}.po", b"#" * LARGEST) for number in range(5))),
        zipped(*((f"{number}.po", entry(str(number))) for number in range(51))),
        zipped(("1.po", entry("a")), method=zipfile.ZIP_LZMA),
        with_password(),
        without_name(),
    ],
    ids=range(17),
)
def test_what_is_no_zip_of_our_files_is_refused(data):
    with pytest.raises(FileRefused):
        read_upload(data)


def test_a_zip_that_unpacks_to_much_is_not_unpacked():
    bomb = zipped(("1.po", b"#" * (8 * LARGEST)))
    assert len(bomb) < LARGEST // 50
    with pytest.raises(FileRefused) as refusal:
        read_upload(bomb)
    assert "5 MB" in refusal.value.reasons[0]


def test_a_zip_of_nothing_has_no_texts():
    assert read_upload(zipped()) == []


def test_more_than_five_megabytes_are_not_read():
    with pytest.raises(FileRefused) as refusal:
        read_upload(b"PK" + b"\0" * LARGEST)
    assert "5 MB" in refusal.value.reasons[0]
