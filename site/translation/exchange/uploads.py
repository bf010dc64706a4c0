"""What somebody has sent: a PO file, or a ZIP file of some, of which nothing is ever unpacked to a disk."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from translation.exchange.access import MOST_PAGES
from translation.exchange.po import LARGEST, MOST_ENTRIES, FileRefused, InEntry, read_po

MOST_UNPACKED = 4 * LARGEST  # bytes of all files together
_ZIP = b"PK"
# What zipfile raises of one that is broken, or made to break programs
_UNREADABLE = (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
_IS_ENCRYPTED = 1
# What a Mac adds to every ZIP file that it makes
_OF_A_MAC = ("__MACOSX/", ".DS_Store")


def read_upload(data: bytes) -> list[InEntry]:
    """Return the entries of what was sent, whatever its name.

    Raises:
        FileRefused: with the reason; see also `read_po`.
    """
    if len(data) > LARGEST:
        raise FileRefused(_("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024 // 1024})
    if not data.startswith(_ZIP):
        return _without_doubles(read_po(data))
    entries: list[InEntry] = []
    for name, content in _unpacked(data):
        try:
            entries += read_po(content, name)
        except FileRefused as refusal:
            raise FileRefused(*(f"{name}: {reason}" for reason in refusal.reasons)) from None
        if len(entries) > MOST_ENTRIES:
            raise FileRefused(_("The file has more than %(number)d texts.") % {"number": MOST_ENTRIES})
    return _without_doubles(entries)


def _without_doubles(entries: list[InEntry]) -> list[InEntry]:
    known: set[str] = set()
    doubles = []
    for entry in entries:
        if entry.is_obsolete:
            continue
        if entry.context in known:
            doubles.append(_("The file has two texts for one place: %(place)s") % {"place": entry.context[:200]})
        known.add(entry.context)
    if doubles:
        raise FileRefused(*doubles)
    return entries


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    left = MOST_UNPACKED
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [each for each in archive.infolist() if not _is_passed_over(each)]
            if len(members) > MOST_PAGES:
                raise FileRefused(_("The ZIP file has more than %(number)d files.") % {"number": MOST_PAGES})
            for member in members:
                _check_member(member)
                with archive.open(member) as file:
                    content = file.read(min(left, LARGEST) + 1)
                left -= len(content)
                if left < 0:
                    raise FileRefused(_("The files in the ZIP file are too large."))
                yield PurePosixPath(member.filename).name, content
    except _UNREADABLE as error:
        raise FileRefused(_("The ZIP file cannot be read.")) from error


def _is_passed_over(member: ZipInfo) -> bool:
    # Of a member without a name, `is_dir` is an error
    is_folder = member.filename.endswith("/") and ".." not in PurePosixPath(member.filename).parts
    return is_folder or member.filename.startswith(_OF_A_MAC[0]) or member.filename.endswith(_OF_A_MAC[1])


def _check_member(member: ZipInfo) -> None:
    path = PurePosixPath(member.filename)
    if path.is_absolute() or ".." in path.parts or "\\" in member.filename or ":" in member.filename:
        raise FileRefused(_("The ZIP file names a file outside of itself: %(name)s") % {"name": member.filename[:100]})
    if path.suffix.lower() != ".po":
        raise FileRefused(
            _("The ZIP file may hold PO files and nothing else. It holds: %(name)s") % {"name": member.filename[:100]}
        )
    if member.flag_bits & _IS_ENCRYPTED:
        raise FileRefused(_("The ZIP file has a password. Send it without one."))
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise FileRefused(_("The ZIP file cannot be read."))
