"""PO files as they are written, and what is read of files that nobody vouches for."""

import polib
import pytest

from translation.exchange.po import (
    LARGEST,
    MOST_ENTRIES,
    FileRefused,
    InEntry,
    OutEntry,
    decode,
    encode,
    read_po,
    write_po,
)

ODD = [
    'a "quoted" word',
    "a back\\slash, and one at the end\\",
    '\\"',
    "\\n is no line feed",
    "first\nsecond\n",
    "\t tab \r return \x0b \x0c \x1c \x85 \u2028 \u2029 end",
    "nbsp\u00a0, narrow\u202f, soft\u00adhyphen, zero\u200bwidth",
    "emoji 👩‍👩‍👧 and e\u0301, ś, 𐍈",
    "&amp;#x2028; &lt;b&gt;",
    "%(name)s {braces} #, fuzzy",
    "#~ msgid",
    "word " * 60,
]


def out(source="Polski", text="English", **values) -> OutEntry:
    known = {"context": "c", "previous": None, "is_fuzzy": False, "notes": []}
    return OutEntry(**{**known, **values}, source=source, text=text)


def file(body: str = 'msgctxt "c"\nmsgid "Polski"\nmsgstr "English"\n', **headers: str) -> bytes:
    """Return a file with a good header and any body."""
    values = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Language": "en",
        "X-Exchange-Format": "1",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in values.items())
    return f'msgid ""\nmsgstr ""\n{lines}\n{body}'.encode()


def refusal_of(data: bytes) -> str:
    with pytest.raises(FileRefused) as refusal:
        read_po(data)
    return " ".join(refusal.value.reasons)


@pytest.mark.parametrize("text", ODD)
def test_every_character_comes_back(text):
    written = write_po([out(text, text[::-1], context=text), out("after")], "Example")
    first, second = read_po(written.encode())
    assert (first.context, first.source, first.text) == (text, text, text[::-1])
    assert second.source == "after"


def test_an_entry_is_written_as_tools_expect_it():
    entry = out(previous="Dawniej", is_fuzzy=True, notes=["Field: Lead", "a \u2028 line\nmsgid"])
    text = write_po([entry], "A \u2028 site", ["For the translator"])
    (read,) = polib.pofile(text)
    assert (read.msgctxt, read.msgid, read.msgstr, read.previous_msgid) == ("c", "Polski", "English", "Dawniej")
    assert (read.flags, read.comment) == (["fuzzy"], "Field: Lead\na line msgid")
    metadata = polib.pofile(text).metadata
    assert metadata["Project-Id-Version"] == "A site"
    assert metadata["Language"] == "en"
    assert metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert metadata["X-Exchange-Format"] == "1"
    assert text.startswith("# For the translator\n")


def test_what_cannot_be_written_has_a_name_and_nothing_else_is_taken_for_one():
    assert encode("a\u2028b") == "a&#x2028;b"
    assert decode("&#x2028;&#x41;&#x26;&#xa0;") == "\u2028&#x41;&#x26;&#xa0;"


def test_a_translators_tool_may_wrap_lines_change_their_ends_and_add_headers():
    body = (
        '# a remark\n#. from the file\n#: somewhere:3\n#, fuzzy, c-format\n#| msgid "Dawniej"\n'
        'msgctxt ""\n"c"\nmsgid ""\n"Pol"\n"ski"\nmsgstr ""\n"Eng"\n"lish"\n'
    )
    data = b"\xef\xbb\xbf" + file(body, Language="en_GB", X_Generator="A tool").replace(b"\n", b"\r\n")
    assert read_po(data) == [InEntry("c", "Polski", "English", is_fuzzy=True, line=11)]


def test_obsolete_and_plural_entries_are_told():
    body = '#~ msgctxt "c"\n#~ msgid "Polski"\n#~ msgstr "English"\n\nmsgctxt "d"\nmsgid "a"\nmsgid_plural "b"\n'
    found = {each.context: each for each in read_po(file(body + 'msgstr[0] "x"\nmsgstr[1] "y"\n'))}
    assert found["c"].is_obsolete
    assert found["d"].is_plural


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n",
        b"Some words.",
        b"<!DOCTYPE html><html><body>msgid</body></html>",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
        b"/etc/passwd",
        b"%PDF-1.7",
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        file().decode().encode("utf-16"),
        file('msgid "Żółw"\nmsgstr "Tortoise"\n').decode().encode("iso-8859-2"),
        b"\xff\xfe\x00\x00" + file(),
        file() + b"\x00",
        file().replace(b"English", b"Eng\x00lish"),
        file().replace(b"English", b"Eng\x1blish"),
        file().replace(b"English", "Eng\x85lish".encode()),
        file().replace(b"English", b"Eng\xc0\xaflish"),
        file(Content_Type="text/plain; charset=ISO-8859-2"),
        file(Content_Type="text/plain"),
        file(Language="de"),
        file(Language="pl"),
        file(X_Exchange_Format="2"),
        file(X_Exchange_Format=""),
        file('msgid "a\nmsgstr "b"\n'),
        file('msgid "a"\nmsgstr "b"b"\n'),
        file('msgid "a"\nmsgstr "b\\"\n'),
        file("msgid 'a'\nmsgstr 'b'\n"),
        file('msgstr "b"\nmsgid "a"\n'),
        file('msgid "a"\nmsgid "a"\nmsgstr "b"\n'),
        file('"words"\n'),
        file('msgid "a"\nmsgstr[99999] "b"\n'),
        file("<p>words</p>\n"),
        file('#~ nonsense "x"\n'),
        file("msgctxt\n"),
    ],
)
def test_what_is_no_file_of_ours_is_refused(data):
    assert refusal_of(data)


def test_too_large_too_many_and_too_long_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(polib, "pofile", lambda *_args, **_options: pytest.fail("It was read."))
    assert "5 MB" in refusal_of(file() + b"#" * LARGEST)
    many = "".join(f'msgctxt "{number}"\nmsgid "a"\nmsgstr "b"\n' for number in range(MOST_ENTRIES + 1))
    assert str(MOST_ENTRIES) in refusal_of(file(many))
    assert refusal_of(file('msgid "a"\nmsgstr ""\n' + '"b"\n' * 6_000))
    assert refusal_of(file('msgid "a"\nmsgstr ""\n' + '#~  "b"\n' * 6_000))


def test_a_file_of_remarks_and_empty_lines_is_read_at_once():
    assert len(read_po(file("#  remark\n" * 200_000 + "\n" * 200_000 + 'msgid "a"\nmsgstr "b"\n'))) == 1


def test_of_many_problems_the_first_are_told():
    refusal = FileRefused(*map(str, range(100)))
    assert refusal.reasons[:10] == [str(number) for number in range(10)]
    assert len(refusal.reasons) == 11
    assert "90" in refusal.reasons[-1]
