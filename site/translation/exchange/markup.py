"""Whether markup from outside may stand in a text of the site, and whether it keeps what its source has.

A segment holds words, a few inline elements, and links whose targets are replaced by names: `<a id="a1">`. Anything
else is refused before a parser of HTML sees it: a text with another element, by itself; a file with what somebody has
written to do harm, as a whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_localize.strings import INLINE_TAGS

LONGEST = 100_000  # characters of one text
DEEPEST = 10  # elements inside of each other
SHOWN = 40  # characters of what is not understood

_PAIRED = "|".join(sorted(set(INLINE_TAGS) - {"br"}, key=len, reverse=True))
_TOKEN = re.compile(
    rf"""
    (?P<text> [^<]+ | <(?![a-zA-Z/!?]) )
    | <(?P<opened>{_PAIRED})>
    | <(?P<link>a)\s{{1,9}}id=(?P<quote>["'])[a-z]{{1,12}}[0-9]{{1,4}}(?P=quote)\s?>
    | <br\s?/?>
    | </(?P<closed>{_PAIRED})>
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Elements that run or load something, handlers of events, addresses that are programs, declarations and instructions
_HOSTILE = re.compile(
    r"""
    <[!?]
    | </?(?:script|style|iframe|frame|object|embed|applet|svg|math|link|meta|base|form|input|img|video|audio|template)\b
    | <[^<>]{0,500}[\s/"']on[a-z]{3,30}\s{0,9}=
    | <[^<>]{0,500}(?:javascript|vbscript|data)\s{0,9}:
    """,
    re.VERBOSE | re.IGNORECASE,
)
# C0 and C1 controls but for a tab and a line feed, halves of characters, no characters, and what stands for a lost one
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")
# Line feeds, tabs, and characters that turn the direction of what follows
_INVISIBLE = re.compile(r"[\t\n\u202a-\u202e\u2066-\u2069]")
_MARK = re.compile(r"\{[^{}]*\}|%\(\w+\)[a-z]|[\[\]{}]")


class UnsafeMarkupError(ValueError):
    """No translator writes this by mistake in a text: it speaks against the whole file. Its words say what it is."""


class BrokenMarkupError(ValueError):
    """An element is not one of a text, or not closed in the order in which they were opened. Its words say which."""


def read_markup(markup: str, source: str = "") -> str:
    """Return markup from outside as the site writes it, with named characters as themselves.

    Args:
        source: Polish markup; a control character that somebody pasted there may stay, as translators leave it.

    Raises:
        UnsafeMarkupError: it holds what runs or loads something, a comment, an instruction or a control character, or
            it is longer or deeper than any text.
        BrokenMarkupError: it holds another element or attribute, or its elements are not closed.
    """
    if len(markup) > LONGEST:
        raise UnsafeMarkupError(_("a text of %(length)d characters") % {"length": len(markup)})
    if found := _HOSTILE.search(markup):
        part = markup[found.start() : found.start() + SHOWN]
        raise UnsafeMarkupError(_("markup that no text may hold: %(part)s") % {"part": part})
    _check_characters(markup, source)
    broken = _check_elements(markup)
    normal = str(BeautifulSoup(markup, "html.parser"))
    _check_characters(normal, source)
    if broken:
        raise BrokenMarkupError(broken)
    return normal


def _check_characters(markup: str, source: str) -> None:
    for character in _CONTROL.findall(markup):
        if character not in source:
            raise UnsafeMarkupError(_("the control character U+%(code)04X") % {"code": ord(character)})


def _check_elements(markup: str) -> str:
    """Return what is wrong with the order of elements, or nothing.

    Raises:
        UnsafeMarkupError: they are too deep.
        BrokenMarkupError: there is something else than words and inline elements.
    """
    opened: list[str] = []
    broken = ""
    for token in _tokens(markup):
        name = (token["opened"] or token["link"] or "").lower()
        if name == "a" and "a" in opened:
            broken = broken or _("A link stands inside of another link.")
        if name:
            opened.append(name)
        if len(opened) > DEEPEST:
            raise UnsafeMarkupError(_("more than %(number)d elements inside of each other") % {"number": DEEPEST})
        if token["closed"] and (not opened or opened.pop() != token["closed"].lower()):
            broken = broken or _("</%(name)s> closes nothing that was opened last.") % {"name": token["closed"]}
    if opened:
        broken = broken or _("<%(name)s> is not closed.") % {"name": opened[-1]}
    return broken


def _tokens(markup: str) -> Iterator[re.Match[str]]:
    place = 0
    while place < len(markup):
        token = _TOKEN.match(markup, place)
        if token is None:
            part = markup[place : place + SHOWN]
            raise BrokenMarkupError(_("It holds markup that no text may hold: %(part)s") % {"part": part})
        yield token
        place = token.end()


@dataclass(frozen=True)
class Shape:
    """What a translation keeps of its source, whatever the words.

    Attributes:
        tags: names of its elements.
        links: names of its links, sorted; one that is there twice stands twice.
        marks: placeholders word for word, such as `{name}`, and square and curly brackets, sorted.
        edges: the spaces before its first and after its last word.
        invisible: line feeds, tabs, and characters that turn the direction of writing.
    """

    tags: frozenset[str]
    links: tuple[str, ...]
    marks: tuple[str, ...]
    edges: tuple[str, str]
    invisible: frozenset[str]


def shape_of(markup: str) -> Shape:
    """Return the shape of markup that the site, or `read_markup`, has written."""
    soup = BeautifulSoup(markup, "html.parser")
    elements = [each for each in soup.descendants if isinstance(each, Tag)]
    text = soup.get_text()
    start = text[: len(text) - len(text.lstrip())]
    return Shape(
        frozenset(each.name for each in elements),
        tuple(sorted(str(each["id"]) for each in elements if "id" in each.attrs)),
        tuple(sorted(_MARK.findall(text))),
        (start, text[len(text.rstrip()) :] if text.strip() else ""),
        frozenset(_INVISIBLE.findall(text)),
    )


REASONS: tuple[tuple[str, str | Promise], ...] = (
    ("tags", gettext_lazy("It does not have the same elements as the Polish text, such as <b> or <br>.")),
    ("links", gettext_lazy("It does not have the same links as the Polish text.")),
    ("marks", gettext_lazy("It does not have the same placeholders or brackets as the Polish text.")),
    ("edges", gettext_lazy("It does not begin and end with the same spaces as the Polish text.")),
    ("invisible", gettext_lazy("It has line breaks, tabs or invisible characters that the Polish text does not have.")),
)


def why_unlike(markup: str, source: str, current: str) -> str | None:
    """Say in what a translation does not keep to its source, or None.

    What the English text has now in place of what the Polish has, somebody has decided; it may stay.

    Args:
        markup: what `read_markup` has returned.
        source: markup of the Polish segment.
        current: markup of the English segment that it would replace; empty without one.
    """
    if not BeautifulSoup(markup, "html.parser").get_text(strip=True):
        return _("It has no words.")
    shape = shape_of(markup)
    allowed = [shape_of(source), *([shape_of(current)] if current else [])]
    for name, reason in REASONS:
        values = [getattr(each, name) for each in allowed]
        kept = getattr(shape, name)
        if kept not in values and not (name == "invisible" and any(kept <= value for value in values)):
            return str(reason)
    return None
