"""Takes the text out of a PDF, DOCX or ODT file, as a program of its own: `python reading.py pdf < file`.

It knows nothing of the site, so that a file which breaks it, or eats time and memory, breaks nothing else. It writes
the text in UTF-8 and ends with 0; with 3 if the file is too large, with 4 if it cannot be read.
"""

import sys
import time
import zipfile
from collections.abc import Iterator
from typing import IO, Any

MOST_TEXT = 400_000  # characters; what comes after them is not searched
MOST_PAGES = 1000
LARGEST_XML = 40 * 1024 * 1024  # bytes, unpacked
SECONDS = 10  # after them a PDF is left where it is
MOST_MEMORY = 768 * 1024 * 1024
TOO_LARGE, BROKEN = 3, 4

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPEN_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class TooLargeError(Exception):
    """The file holds more than is unpacked."""


class Limited:
    """A file that refuses to be read beyond a limit, whatever it says of its size."""

    def __init__(self, file: IO[bytes], limit: int) -> None:
        self.file, self.left = file, limit

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes.

        Raises:
            TooLargeError: there are more than the limit.
        """
        content = self.file.read(min(size, self.left + 1) if size >= 0 else self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            raise TooLargeError
        return content


def read_text(kind: str, file: IO[bytes]) -> str:
    """Return the text of a file, at most `MOST_TEXT` characters, with a line for each paragraph.

    Args:
        kind: "pdf", "docx" or "odt".
        file: can be sought in.

    Raises:
        TooLargeError: it holds more than is unpacked.
        Exception: of any kind, if the file is broken or encrypted.
    """
    pieces = {"pdf": _pdf, "docx": _docx, "odt": _odt}[kind](file)
    text, length = [], 0
    for piece in pieces:
        text.append(piece)
        length += len(piece)
        if length >= MOST_TEXT:
            break
    return "".join(text)[:MOST_TEXT].replace("\x00", " ")


def _pdf(file: IO[bytes]) -> Iterator[str]:
    from pypdf import PdfReader

    end = time.monotonic() + SECONDS
    reader = PdfReader(file)
    for number in range(min(len(reader.pages), MOST_PAGES)):
        yield reader.pages[number].extract_text() + "\n"
        if time.monotonic() > end:
            return


def _docx(file: IO[bytes]) -> Iterator[str]:
    for element in _elements(file, "word/document.xml"):
        if element.tag == f"{WORD}t":
            yield element.text or ""
        elif element.tag in {f"{WORD}tab", f"{WORD}br"}:
            yield " "
        elif element.tag == f"{WORD}p":
            yield "\n"
            element.clear()


def _odt(file: IO[bytes]) -> Iterator[str]:
    for element in _elements(file, "content.xml"):
        if element.tag in {f"{OPEN_TEXT}s", f"{OPEN_TEXT}tab", f"{OPEN_TEXT}line-break"}:
            element.text = " "
        elif element.tag in {f"{OPEN_TEXT}p", f"{OPEN_TEXT}h"}:
            yield "".join(element.itertext()) + "\n"
            tail = element.tail
            element.clear()
            element.tail = tail


def _elements(file: IO[bytes], name: str) -> Iterator[Any]:
    """Yield the elements of an XML file in an archive, each once it is complete."""
    from defusedxml.ElementTree import iterparse

    with zipfile.ZipFile(file) as archive, archive.open(name) as member:
        for _event, element in iterparse(Limited(member, LARGEST_XML), forbid_dtd=True):
            yield element


def _limit_this_process() -> None:
    try:
        import resource
    except ImportError:  # where there are no such limits, the time limit of who has started this holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))


def main() -> int:
    """Read the file at standard input, and return how it went."""
    _limit_this_process()
    try:
        text = read_text(sys.argv[1], sys.stdin.buffer)
    except (TooLargeError, MemoryError):
        return TOO_LARGE
    except Exception as error:  # a hostile file raises what it likes
        print(f"{type(error).__name__}: {error}"[:500], file=sys.stderr)
        return BROKEN
    sys.stdout.buffer.write(text.encode("utf-8", "ignore"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
