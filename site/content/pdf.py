"""Small PDF files written by hand: tagged, titled, with Polish letters, the same bytes every time."""

from collections.abc import Sequence
from textwrap import wrap

# The letters that WinAnsi lacks, at codes that it leaves to us, by their glyph names in the standard fonts
POLISH = {
    "Ą": "Aogonek",
    "Ć": "Cacute",
    "Ę": "Eogonek",
    "Ł": "Lslash",
    "Ń": "Nacute",
    "Ś": "Sacute",
    "Ź": "Zacute",
    "Ż": "Zdotaccent",
    "ą": "aogonek",
    "ć": "cacute",
    "ę": "eogonek",
    "ł": "lslash",
    "ń": "nacute",
    "ś": "sacute",
    "ź": "zacute",
    "ż": "zdotaccent",
}
FIRST_CODE = 1
CODES = {letter: FIRST_CODE + number for number, letter in enumerate(POLISH)}
WIDTH, HEIGHT, MARGIN = 595, 842, 72  # A4 in points
LINES_ON_PAGE = 36


def make_pdf(title: str, paragraphs: Sequence[str], language: str) -> bytes:
    """Return a PDF of A4 pages: the title as its heading, then the paragraphs.

    Args:
        title: shown by readers in place of the file's name.
        paragraphs: plain text; letters outside WinAnsi and Polish become question marks.
        language: language code of the whole file.
    """
    pages = _lay_out(title, paragraphs)
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("ascii") if isinstance(body, str) else body)
        return len(objects)

    catalog, tree, structure = add(b""), add(b""), add(b"")
    unicode_map = add(_stream(_to_unicode()))
    encoding = add(
        "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [ "
        + f"{FIRST_CODE} "
        + " ".join(f"/{name}" for name in POLISH.values())
        + " ] >>"
    )
    fonts = " ".join(
        f"/{name} {number} 0 R"
        for name, number in (
            (
                name,
                add(
                    f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} "
                    f"/Encoding {encoding} 0 R /ToUnicode {unicode_map} 0 R >>"
                ),
            )
            for name, font in (("F1", "Helvetica"), ("F2", "Helvetica-Bold"))
        )
    )
    page_numbers, elements, parents = [], [], []
    for index, blocks in enumerate(pages):
        content = add(_stream(_draw(blocks)))
        page = add(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << {fonts} >> >> "
            f"/Contents {content} 0 R /StructParents {index} /Tabs /S >>"
        )
        tagged = [
            add(f"<< /Type /StructElem /S /{tag} /P {structure} 0 R /Pg {page} 0 R /K {mark} >>")
            for mark, (tag, _lines) in enumerate(blocks)
        ]
        page_numbers.append(page)
        elements += tagged
        parents.append(f"{index} [ {_references(tagged)} ]")
    objects[structure - 1] = (
        f"<< /Type /StructTreeRoot /K [ {_references(elements)} ] "
        f"/ParentTree << /Nums [ {' '.join(parents)} ] >> /ParentTreeNextKey {len(pages)} >>"
    ).encode()
    objects[tree - 1] = f"<< /Type /Pages /Count {len(pages)} /Kids [ {_references(page_numbers)} ] >>".encode()
    objects[catalog - 1] = (
        f"<< /Type /Catalog /Pages {tree} 0 R /Lang ({language}) /MarkInfo << /Marked true >> "
        f"/StructTreeRoot {structure} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>"
    ).encode()
    info = add(b"<< /Title <" + (b"\xfe\xff" + title.encode("utf-16-be")).hex().encode() + b"> >>")
    return _file(objects, catalog, info)


def _lay_out(title: str, paragraphs: Sequence[str]) -> list[list[tuple[str, list[str]]]]:
    """Divide the text into pages of blocks, each a tag and its lines."""
    blocks = [("H1", wrap(title, 44)), *(("P", wrap(paragraph, 82)) for paragraph in paragraphs)]
    pages: list[list[tuple[str, list[str]]]] = [[]]
    room = LINES_ON_PAGE
    for tag, lines in blocks:
        if len(lines) + 1 > room and pages[-1]:
            pages.append([])
            room = LINES_ON_PAGE
        pages[-1].append((tag, lines))
        room -= len(lines) + 1
    return pages


def _draw(blocks: list[tuple[str, list[str]]]) -> bytes:
    """Return the operators that set the blocks of one page."""
    parts = [b"BT", f"{MARGIN} {HEIGHT - MARGIN} Td".encode()]
    for mark, (tag, lines) in enumerate(blocks):
        size, leading, font = (20, 25, "F2") if tag == "H1" else (11, 17, "F1")
        parts.append(f"/{tag} << /MCID {mark} >> BDC /{font} {size} Tf {leading} TL".encode())
        parts += [b"(" + _escape(line) + b" ) Tj T*" for line in lines]
        parts.append(b"EMC T*")
    return b"\n".join([*parts, b"ET"])


def _escape(text: str) -> bytes:
    encoded = b"".join(
        bytes([CODES[letter]]) if letter in CODES else letter.encode("cp1252", errors="replace") for letter in text
    )
    for special in (b"\\", b"(", b")"):
        encoded = encoded.replace(special, b"\\" + special)
    # A line end inside a string would be read as another one, so codes below a space are written in octal
    return b"".join(bytes([code]) if code >= 32 else f"\\{code:03o}".encode() for code in encoded)


def _to_unicode() -> bytes:
    """Return the map from our codes to Unicode, by which text is searched, copied and read aloud."""
    rows = [(code, letter) for letter, code in CODES.items()]
    for code in (*range(32, 127), *range(128, 256)):
        letter = bytes([code]).decode("cp1252", errors="ignore")
        if letter:
            rows.append((code, letter))
    sections = []
    for start in range(0, len(rows), 100):  # a section holds a hundred rows at most
        part = rows[start : start + 100]
        lines = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for code, letter in part)
        sections.append(f"{len(part)} beginbfchar\n{lines}\nendbfchar")
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Ours def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n" + "\n".join(sections) + "\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _references(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _stream(content: bytes) -> bytes:
    return b"<< /Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream"


def _file(objects: Sequence[bytes], catalog: int, info: int) -> bytes:
    """Put the objects together with the table of where each begins."""
    written = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(written)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    written += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    written += (
        f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(written)
