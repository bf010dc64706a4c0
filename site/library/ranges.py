"""Parts of a file (RFC 9110, section 14): browsers ask for them to play a video from the middle, and some only so."""

import re
from collections.abc import Iterator
from typing import IO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

CHUNK = 64 * 1024  # bytes
ONE_RANGE = re.compile(r"bytes=[ \t]*(\d{0,18})-(\d{0,18})[ \t]*", re.ASCII)


class UnsatisfiableRangeError(ValueError):
    """The file has nothing where the range is."""


def parse_range(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and the last byte that a `Range` header asks for.

    Args:
        header: its value.
        size: of the file, in bytes.

    Returns:
        None if the header asks for several ranges, or for something else than bytes, or cannot be read: the answer to
        each of them may be the whole file.

    Raises:
        UnsatisfiableRangeError: no byte of the file is in the range.
    """
    match = ONE_RANGE.fullmatch(header)
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:  # so many bytes at the end
        length = min(int(last), size)
        if length == 0:
            raise UnsatisfiableRangeError(header)
        return size - length, size - 1
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise UnsatisfiableRangeError(header)
    return int(first), min(int(last), size - 1) if last else size - 1


def with_ranges(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return the part of a whole file that the request asks for, or the response as it is where there is none to take.

    Args:
        request: with its `Range` and `If-Range` headers.
        response: any; of those that are no file with a known length nothing changes.
    """
    file = getattr(response, "file_to_stream", None)
    if not isinstance(response, FileResponse) or response.status_code != 200 or file is None:
        return response
    length = response.get("Content-Length", "")
    if not length.isdecimal():
        return response
    size = int(length)
    response["Accept-Ranges"] = "bytes"
    header = request.headers.get("Range", "")
    if request.method != "GET" or not header or not _still_the_same(request, response):
        return response
    try:
        asked = parse_range(header, size)
    except UnsatisfiableRangeError:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    if asked is None:
        return response
    first, last = asked
    file.seek(first)
    response.streaming_content = _part(file, last - first + 1)
    response.status_code = 206
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    return response


def _still_the_same(request: HttpRequest, response: FileResponse) -> bool:
    """Whether the file is the one of which the reader has a part, as far as `If-Range` says: else it gets all anew."""
    condition = request.headers.get("If-Range")
    if condition is None:
        return True
    if condition.startswith(('"', "W/")):
        return condition.startswith('"') and condition == response.get("ETag")
    return condition == response.get("Last-Modified")


def _part(file: IO[bytes], length: int) -> Iterator[bytes]:
    while length > 0 and (chunk := file.read(min(CHUNK, length))):
        length -= len(chunk)
        yield chunk
