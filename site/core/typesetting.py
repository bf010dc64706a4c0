"""Setting a title in lines, for pictures. Browsers do it for pages."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from PIL import ImageFont
from wagtail.coreutils import string_to_ascii

from core.drawing import text_width, typeface

NOWHERE = "\U0010ffff"  # no typeface has it, so it looks like every letter that one lacks
BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # at which a line may end
ONE_LETTER = re.compile(r"(?<![^\W_])([aiouwz]) ", re.IGNORECASE)
NO_BREAK = "\u00a0"
ELLIPSIS = "…"


@dataclass(frozen=True)
class Setting:
    """A title as it is set.

    Attributes:
        lines: from the first to the last.
        size: of the letters, in pixels.
        font: at that size.
    """

    lines: tuple[str, ...]
    size: int
    font: ImageFont.FreeTypeFont


def set_title(
    text: str,
    language: str,
    *,
    face: str,
    weight: int,
    sizes: Sequence[int],
    width: float,
    height: float,
    leading: float,
) -> Setting:
    """Set a title in lines of about the same length, in the largest size in which all of it has room.

    What has no room even in the smallest size is cut, and ends in an ellipsis.

    Args:
        language: code of the language of the text: in Polish no line ends with a word of one letter.
        face, weight: as for `core.drawing.typeface`.
        sizes: to try, the largest first.
        width, height: of the room, in pixels.
        leading: distance of two lines, as a share of the size.
    """
    words = words_of(in_letters_of(typeface(face, sizes[0], weight), text), language)
    for size in sizes:
        font = typeface(face, size, weight)
        most = int(height // (size * leading))
        lines = balanced(words, font, width)
        if len(lines) <= most and all(text_width(line, font) <= width for line in lines):
            return Setting(tuple(lines), size, font)
    shown = [shortened(line, font, width) for line in lines[:most]]
    if len(lines) > most:
        shown[-1] = shortened(lines[most - 1] + ELLIPSIS, font, width)
    return Setting(tuple(shown), size, font)


def words_of(text: str, language: str) -> list[str]:
    """Return the parts of a text between which a line may end."""
    text = BLANKS.sub(" ", text.replace("\xad", "")).strip()
    if language == "pl":
        text = ONE_LETTER.sub(rf"\1{NO_BREAK}", text)
    return text.split(" ")


def balanced(words: Sequence[str], font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Return as few lines as the width allows, as even as they can be: with the least sum of their squared widths."""
    count = len(_filled(words, font, width))

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[str, ...]]:
        """The least sum for the words from `start` on in `left` lines, and the lines."""
        if left == 1:
            line = " ".join(words[start:])
            return text_width(line, font) ** 2, (line,)
        found: tuple[float, tuple[str, ...]] = (inf, ())
        for end in range(start + 1, len(words) - left + 2):
            line = " ".join(words[start:end])
            room = text_width(line, font)
            if room > width and end > start + 1:
                break
            cost, others = best(end, left - 1)
            found = min(found, (room**2 + cost, (line, *others)))
        return found

    return list(best(0, count)[1])


def _filled(words: Sequence[str], font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(line: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    """Return a line as far as there is room, with an ellipsis where something is left out."""
    if text_width(line, font) <= width:
        return line
    line = line.rstrip(ELLIPSIS)
    while line and text_width(line + ELLIPSIS, font) > width:
        line = line[:-1]
    return line.rstrip(" ,.;:–") + ELLIPSIS


def in_letters_of(font: ImageFont.FreeTypeFont, text: str) -> str:
    """Return a text with every letter that the typeface lacks put in base letters, and every such sign left out."""
    text = unicodedata.normalize("NFC", text)
    lacking = _shape(font, NOWHERE)
    stand_in = {letter: "" if unicodedata.category(letter)[0] in "CS" else string_to_ascii(letter) for letter in text}
    return "".join(letter if _shape(font, letter) != lacking else stand_in[letter] for letter in text)


def _shape(font: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)
