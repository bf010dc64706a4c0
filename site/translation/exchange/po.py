"""PO files: written from entries, and read from bytes that nobody vouches for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

import polib
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from translation.locales import SOURCE_LANGUAGE, TARGET_LANGUAGE

FORMAT_HEADER = "X-Exchange-Format"
FORMAT = "1"
LARGEST = 5 * 1024 * 1024  # bytes of one file
MOST_ENTRIES = 10_000
MOST_LINES_OF_ONE = 5_000  # polib joins them one by one
SHOWN_PROBLEMS = 10

# What would end a line of the file in one program or another, or could not be written at all
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_WRITTEN_AS = re.compile(r"&#x([0-9a-f]{1,4});")
_CONTROL_IN_FILE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_TEXT = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_LINE = re.compile(rf"(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?)\s+{_TEXT}|{_TEXT}|)\s*")
_ENTRY = re.compile(r"^[ \t]*(?:#~[ \t]*)?msgid[ \t]", re.MULTILINE)
_CONTINUED = re.compile(r'(?:#~\s*)?"')


class FileRefused(Exception):  # noqa: N818 - an answer to whoever sent the file, no error of the program
    """A file of which nothing is taken, and why: one sentence or several, each on its own.

    Args:
        reasons: the sentences. Of very many only the first are kept.
    """

    def __init__(self, *reasons: str | Promise) -> None:
        super().__init__(*reasons[:SHOWN_PROBLEMS])
        self.reasons = [str(reason) for reason in reasons[:SHOWN_PROBLEMS]]
        left_out = len(reasons) - len(self.reasons)
        if left_out > 0:
            self.reasons.append(
                ngettext(
                    "There is %(number)d more problem of this kind.",
                    "There are %(number)d more problems of this kind.",
                    left_out,
                )
                % {"number": left_out}
            )


@dataclass(frozen=True)
class OutEntry:
    """One text on its way out.

    Attributes:
        context: what names it.
        source: Polish markup.
        text: English markup; empty if it is not translated.
        previous: the Polish markup that the English was made from, if it is another now.
        is_fuzzy: whether the English has to be looked at.
        notes: lines for the translator.
    """

    context: str
    source: str
    text: str
    previous: str | None
    is_fuzzy: bool
    notes: Sequence[str]


@dataclass(frozen=True)
class InEntry:
    """One text on its way in. `file` and `line` are where it begins; the rest is as in `OutEntry`."""

    context: str
    source: str
    text: str
    is_fuzzy: bool = False
    is_obsolete: bool = False
    is_plural: bool = False
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """Where it begins, in words."""
        line = _("line %(number)d") % {"number": self.line}
        return f"{self.file}, {line}" if self.file else line


def encode(text: str) -> str:
    """Return a text with references in place of characters that no PO file can hold."""
    return _UNWRITABLE.sub(lambda found: f"&#x{ord(found[0]):x};", text)


def decode(text: str) -> str:
    """Return what `encode` was given."""
    return _WRITTEN_AS.sub(_decoded, text)


def _decoded(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if _UNWRITABLE.match(character) else found[0]


def write_po(entries: Iterable[OutEntry], project: str, header: Sequence[str] = ()) -> str:
    """Return a PO file.

    Args:
        entries: in their order.
        project: the name of the site.
        header: lines for the translator at its top.
    """
    file = polib.POFile(wrapwidth=0)
    file.header = "\n".join(_one_line(line) for line in header)
    now = timezone.now().strftime("%Y-%m-%d %H:%M%z")
    file.metadata = {
        "Project-Id-Version": _one_line(project),
        "POT-Creation-Date": now,
        "PO-Revision-Date": now,
        "Language": TARGET_LANGUAGE,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "X-Source-Language": SOURCE_LANGUAGE,
        FORMAT_HEADER: FORMAT,
    }
    for entry in entries:
        file.append(
            polib.POEntry(
                msgctxt=encode(entry.context),
                msgid=encode(entry.source),
                msgstr=encode(entry.text),
                previous_msgid=None if entry.previous is None else encode(entry.previous),
                flags=["fuzzy"] if entry.is_fuzzy else [],
                comment="\n".join(_one_line(note) for note in entry.notes),
            )
        )
    return str(file)


def _one_line(text: str) -> str:
    return encode(" ".join(text.split()))


def read_po(data: bytes, name: str = "") -> list[InEntry]:
    """Return the entries of a file that `write_po` has written and a translator's tool may have rewritten.

    Args:
        data: the file.
        name: what people call it, if there are several.

    Raises:
        FileRefused: it is too large, is no PO file in UTF-8, was not written by this site, or has too many entries.
    """
    if len(data) > LARGEST:
        raise FileRefused(_("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024 // 1024})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(_("The file is not written in UTF-8. Let your program save it in that encoding.")) from None
    if found := _CONTROL_IN_FILE.search(text):
        raise FileRefused(_("The file holds the control character U+%(code)04X.") % {"code": ord(found[0])})
    # It also keeps polib from taking the text for the name of a file
    if FORMAT_HEADER not in text or not _ENTRY.search(text):
        raise FileRefused(_("This is no PO file that was taken out of this site."))
    if sum(1 for _entry in _ENTRY.finditer(text)) > MOST_ENTRIES + 1:
        raise FileRefused(_("The file has more than %(number)d texts.") % {"number": MOST_ENTRIES})
    try:
        file = polib.pofile(_checked_lines(text), encoding="utf-8")
    except (OSError, ValueError) as error:
        raise FileRefused(_("The file is no valid PO file.")) from error
    _check_header(file.metadata)
    return [
        InEntry(
            decode(each.msgctxt or ""),
            decode(each.msgid),
            decode(each.msgstr),
            each.fuzzy,
            bool(each.obsolete),
            bool(each.msgid_plural or each.msgstr_plural),
            name,
            each.linenum or 0,
        )
        for each in file
    ]


def _checked_lines(text: str) -> str:
    """Return the lines that say something, each in its place; comments of people and programs do not.

    Raises:
        FileRefused: a line is no line of a PO file, or one entry has very many.
    """
    kept = StringIO()
    in_a_row = 0
    # Both would end a line for polib
    lines = text.replace("\u2028", "&#x2028;").replace("\u2029", "&#x2029;").splitlines()
    for number, line in enumerate(lines, start=1):
        line = line.strip()
        if not _LINE.fullmatch(line):
            raise FileRefused(_("Line %(number)d is no line of a PO file.") % {"number": number})
        in_a_row = in_a_row + 1 if _CONTINUED.match(line) else 0
        if in_a_row > MOST_LINES_OF_ONE:
            raise FileRefused(_("A text of the file has more than %(number)d lines.") % {"number": MOST_LINES_OF_ONE})
        is_remark = line.startswith("#") and not line.startswith(("#,", "#~ "))
        kept.write("\n" if is_remark else f"{line}\n")
    return kept.getvalue()


def _check_header(metadata: dict[str, str]) -> None:
    version = metadata.get(FORMAT_HEADER, "")
    if version != FORMAT:
        raise FileRefused(
            _("The file is of the format “%(version)s”, which this site does not read. Take the texts out again.")
            % {"version": version[:20]}
        )
    charset = metadata.get("Content-Type", "").lower().partition("charset=")[2].strip()
    if charset not in ("utf-8", "utf8"):
        raise FileRefused(
            _("The header of the file names the encoding “%(charset)s”. It must be UTF-8.") % {"charset": charset[:20]}
        )
    language = metadata.get("Language", "")
    if language.lower().replace("-", "_").partition("_")[0] != TARGET_LANGUAGE:
        raise FileRefused(
            _("The file is in the language “%(language)s”, not in English.") % {"language": language[:20]}
        )
