"""Whether a PDF is tagged: whether its parts are marked as headings, paragraphs, tables (ISO 32000-1, 14.7 and 14.8).

Only the catalogue of the file is read, with limits on what is unpacked, so that no file holds up an upload.
"""

import re
import zlib
from functools import cached_property
from itertools import islice
from typing import IO

LONGEST_FILE = 64 * 1024 * 1024
LONGEST_OBJECT = 64 * 1024  # bytes of a dictionary that are read
LONGEST_HEAD = 1000  # bytes of the dictionary of a stream, on either side of its type
LONGEST_NUMBER = 10  # digits of an offset
MOST_STREAMS = 5000
LONGEST_STREAM = 4 * 1024 * 1024  # of one stream of objects, unpacked
MOST_UNPACKED = 32 * 1024 * 1024

ROOT = re.compile(rb"/Root\s{1,8}(\d{1,10})\s{1,8}\d{1,5}\s{1,8}R")
MARK_INFO = re.compile(rb"/MarkInfo\s{0,8}(?:(\d{1,10})\s{1,8}\d{1,5}\s{1,8}R|<<([^<>]{0,200})>>)")
MARKED = re.compile(rb"/Marked\s{1,8}true\b")
OBJECT_STREAM = re.compile(rb"/Type\s{0,8}/ObjStm\b")
BEGINS_STREAM = re.compile(rb"stream\r?\n")
FIRST = re.compile(rb"/First\s{1,8}(\d{1,8})")


def has_tags(file: IO[bytes]) -> bool | None:
    """Return whether a PDF says that it is tagged and has a structure; None if that cannot be read.

    The file is left where it was.
    """
    position = file.tell()
    try:
        file.seek(0)
        content = file.read(LONGEST_FILE + 1)
    finally:
        file.seek(position)
    if len(content) > LONGEST_FILE:
        return None
    roots = ROOT.findall(content)
    if not roots:
        return None
    objects = _Objects(content)
    catalogue = objects.find(int(roots[-1]))  # a later revision of the file is appended
    if catalogue is None or b"/Catalog" not in catalogue:
        return None
    mark_info = MARK_INFO.search(catalogue)
    if mark_info is None or b"/StructTreeRoot" not in catalogue:
        return False
    held = objects.find(int(mark_info[1])) if mark_info[1] else mark_info[2]
    return None if held is None else bool(MARKED.search(held))


class _Objects:
    """The objects of a file, each as the bytes of its dictionary."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def find(self, number: int) -> bytes | None:
        """Return the newest object of this number, plain or packed into a stream of objects; None if there is none."""
        plain = re.compile(rb"(?<!\d)%d\s{1,8}\d{1,5}\s{1,8}obj\b" % number)
        begins = [match.end() for match in plain.finditer(self.content)]
        if begins:
            return self.content[begins[-1] : begins[-1] + LONGEST_OBJECT].partition(b"endobj")[0]
        packed = (_packed(first, stream, number) for first, stream in reversed(self.streams))
        return next((held for held in packed if held is not None), None)

    @cached_property
    def streams(self) -> list[tuple[int, bytes]]:
        """The streams of objects, unpacked, each with where its first object begins."""
        unpacked: list[tuple[int, bytes]] = []
        room = MOST_UNPACKED
        for match in islice(OBJECT_STREAM.finditer(self.content), MOST_STREAMS):
            begin = BEGINS_STREAM.search(self.content, match.end(), match.end() + LONGEST_HEAD)
            head = self.content[max(0, match.start() - LONGEST_HEAD) : begin.start()] if begin else b""
            first = FIRST.search(head.rpartition(b" obj")[2])
            if begin is None or first is None or room <= 0:
                continue
            packed = self.content[begin.end() : begin.end() + LONGEST_STREAM]
            try:
                stream = zlib.decompressobj().decompress(packed, min(LONGEST_STREAM, room))
            except zlib.error:
                continue  # encrypted, or packed in another way
            room -= len(stream)
            unpacked.append((int(first[1]), stream))
        return unpacked


def _packed(first: int, stream: bytes, number: int) -> bytes | None:
    """Return an object of a stream of objects, whose head has pairs of a number and an offset after the head."""
    head = stream[:first].split()
    for name, offset in zip(head[::2], head[1::2], strict=False):
        if name == b"%d" % number and offset.isdigit() and len(offset) < LONGEST_NUMBER:
            begin = first + int(offset)
            return stream[begin : begin + LONGEST_OBJECT]
    return None
