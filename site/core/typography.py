"""Where a line of Polish may not end: rules of Polish typography, applied to HTML when it is rendered.

Spaces become no-break spaces, and nothing else changes: no character is added or removed, and what is stored stays as
it was written. A line does not end on a one-letter word, between a number and its unit, inside a date or a number, or
after an abbreviation that announces what follows (nr, ul., art.).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

# Rules

ANNOUNCING = (
    *("al.", "art.", "godz.", "im.", "lit.", "nr", "os.", "par.", "pkt", "pl.", "poz.", "str.", "tel.", "ul.", "ust."),
    "św.",
)
UNITS = (
    *("cm", "dm", "euro", "EUR", "g", "GB", "godz.", "gr", "GW", "GWh", "h", "ha", "kB", "kg", "km", "km²", "km2"),
    *("kW", "kWh", "l", "m", "m²", "m2", "m³", "m3", "MB", "min", "mld", "mln", "mm", "MW", "MWh", "os.", "PLN"),
    *("proc.", "r.", "s", "szt.", "t", "TB", "tys.", "USD", "zł"),
)
MONTHS = (
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
)
CURRENCIES = ("euro", "EUR", "PLN", "USD", "zł")
MULTIPLES = ("tys.", "mln", "mld")

# Not inside a word, an address (example.org/nr) or a compound
WORD_START = r"(?<![\w./@&#-])"


def _after(words: Iterable[str], start: str = WORD_START) -> str:
    """Return a pattern for the place behind one of some words and a space. A lookbehind has words of one length."""
    by_length: dict[int, list[str]] = defaultdict(list)
    for word in words:
        by_length[len(word)].append(re.escape(word))
    return "|".join(f"(?<={start}(?i:{'|'.join(group)}) )" for group in by_length.values())


def _before(words: Iterable[str]) -> str:
    """Return a pattern for the place before one of some words."""
    return rf"(?=(?:{'|'.join(map(re.escape, words))})(?!\w))"


# Each rule says what stands on the two sides of the space, so that no match is in the way of another.
RULES = (
    rf"(?:{_after('aiouwz')})(?=\S)",
    rf"(?:{_after(ANNOUNCING)}|(?<=§ ))(?=\S)",
    rf"(?:{_after(['s.'])})(?=\d)",
    rf"(?<=\d )(?:(?=[%‰°])|{_before(UNITS)}|{_before(MONTHS)})",
    rf"(?:{_after(MULTIPLES)}){_before(CURRENCIES)}",
    r"(?:(?<=(?<![\d.,])\d )|(?<=(?<![\d.,])\d\d )|(?<=(?<![\d.,])\d\d\d ))(?=\d{3}(?!\d))",
    r"(?<=[IVX] )(?=w\.)",
    r"(?<=\S )(?=[–—](?:\s|&nbsp;))",
)
SPACE = re.compile(rf" (?:{'|'.join(RULES)})")

# HTML

HTML_SPACE = r"[ \t\n\f\r]"
# The possessive quantifiers keep the time linear: what does not match is not tried in another way.
ATTRIBUTE = (
    rf"(?P<name>[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"
    rf"(?:{HTML_SPACE}*+={HTML_SPACE}*+(?P<value>\"[^\"]*+\"|'[^']*+'|(?=>)|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*+))?+"
    rf"(?!{HTML_SPACE}*+=)"  # a value whose quotation mark is never closed
)
TAG = re.compile(
    rf"<(?P<end>/?+)(?P<element>[a-zA-Z][^ \t\n\f\r/>]*+)"
    rf"(?P<attributes>(?:[ \t\n\f\r/]++|{ATTRIBUTE.replace('?P<name>', '?:').replace('?P<value>', '?:')})*+)>"
)
ATTRIBUTES = re.compile(ATTRIBUTE)
# What browsers take for comments: a CDATA section too, outside of drawings, which are passed over whole
COMMENTS = (("<!--", "-->"), ("<!", ">"), ("<?", ">"), ("</", ">"))

# Passed over up to their end tag: what is in them is no text of the page
RAW = frozenset({"iframe", "math", "script", "style", "svg", "textarea", "title"})
# Text that somebody or something relies on to the letter
KEPT = frozenset({"code", "kbd", "option", "pre", "samp"})
# A line of text goes on across their borders
INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "label"),
        *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
RAW_ENDS = {element: re.compile(rf"</{element}(?=[ \t\n\f\r/>])", re.IGNORECASE) for element in RAW}


def keep_together(html: str, language: str) -> str:
    """Return HTML in which no line of Polish ends where it should not.

    Only text whose language is Polish changes, as the nearest `lang` around it says: an English passage of a Polish
    page is left alone, a Polish passage of an English page is not. Words may be split over inline elements.

    Args:
        html: a whole page or a part of one. From a tag or comment on that never ends, it stays as it is.
        language: of what is around it.
    """
    return "".join(_Typesetter(language).typeset(html))


class _Typesetter:
    """One pass over HTML: it collects what stands on one line of text, however marked up, and sets it as a whole."""

    def __init__(self, language: str) -> None:
        # The open elements: name, whether their language is Polish, and whether their text is kept as it is
        self.open = [("", _is_polish(language), False)]
        self.names: Counter[str] = Counter()
        # The pieces of a line: what it is, whether it is text, and whether the rules hold for it
        self.line: list[tuple[str, bool, bool]] = []

    def typeset(self, html: str) -> Iterator[str]:
        """Yield the HTML again in pieces."""
        for piece, tag in _pieces(html):
            if tag is None:
                # A comment begins with "<" too, and text only where that is all of it
                is_text = not piece.startswith("<") or piece == "<"
                _name, polish, kept = self.open[-1]
                self.line.append((piece, is_text, is_text and polish and not kept))
                continue
            element = tag["element"].lower()
            if element not in INLINE:
                yield self._set_line()
            if tag["end"]:
                self._close(element)
            elif element not in RAW and element not in VOID:
                self._open(element, tag["attributes"])
            self.line.append((piece, False, False))
        yield self._set_line()

    def _set_line(self) -> str:
        """Return the line. Setting it changes no length, so each piece is found where it was."""
        line, self.line = self.line, []
        text = "".join([piece for piece, is_text, _is_set in line if is_text])
        # Between blocks most lines are empty, as templates are indented
        if not text.strip() or not any(is_set for _piece, _is_text, is_set in line):
            return "".join([piece for piece, _is_text, _is_set in line])
        text = SPACE.sub(NO_BREAK_SPACE, text)
        pieces = []
        start = 0
        for piece, is_text, is_set in line:
            end = start + len(piece) if is_text else start
            pieces.append(text[start:end] if is_set else piece)
            start = end
        return "".join(pieces)

    def _open(self, element: str, attributes: str) -> None:
        _name, polish, kept = self.open[-1]
        for attribute in ATTRIBUTES.finditer(attributes) if "lang" in attributes.lower() else ():
            if attribute["name"].lower() == "lang":
                polish = _is_polish((attribute["value"] or "").strip("\"'"))
                break
        self.open.append((element, polish, kept or element in KEPT))
        self.names[element] += 1

    def _close(self, element: str) -> None:
        """Close an element and what was left open in it. An end tag of nothing that is open means nothing."""
        while self.names[element]:
            name, _polish, _kept = self.open.pop()
            self.names[name] -= 1
            if name == element:
                break


def _is_polish(language: str) -> bool:
    return language.strip().lower().partition("-")[0] == "pl"


def _pieces(html: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Yield text, comments and tags in order; a tag with its match, and with all that is in an element of RAW."""
    position = 0
    while (start := html.find("<", position)) >= 0:
        if start > position:
            yield html[position:start], None
        tag = TAG.match(html, start)
        position = _end_of_element(html, tag) if tag else _end_of_comment(html, start)
        if position < 0:  # it never ends, so nothing after it is text for sure
            yield html[start:], None
            return
        yield html[start:position], tag
    if position < len(html):
        yield html[position:], None


def _end_of_element(html: str, tag: re.Match[str]) -> int:
    """Return where a tag ends, or the whole element if what is in it is no text; -1 if that never ends."""
    element = tag["element"].lower()
    if tag["end"] or element not in RAW:
        return tag.end()
    end_tag = RAW_ENDS[element].search(html, tag.end())
    # A script with a comment may hold another script, whose end tag does not end it
    if end_tag is None or (element == "script" and html.find("<!--", tag.end(), end_tag.start()) >= 0):
        return -1
    return html.find(">", end_tag.end()) + 1 or -1


def _end_of_comment(html: str, start: int) -> int:
    """Return where a comment ends, -1 if it never does; a "<" that begins nothing is one character of text."""
    if re.match(r"</?[a-zA-Z]", html[start : start + 3]):  # a tag that never ends
        return -1
    for opening, closing in COMMENTS:
        if html.startswith(opening, start):
            end = html.find(closing, start + len(opening))
            return end + len(closing) if end >= 0 else -1
    return start + 1
