"""The memory as TMX 1.4, which the programs of translation agencies read."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.html import escape

from translation.locales import SOURCE_LANGUAGE, TARGET_LANGUAGE
from translation.memory.models import MemoryUnit

CONTENT_TYPE = "application/x-tmx+xml; charset=utf-8"
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What an inline element is, in the words of TMX
TYPES = {"a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "code": "fnt"}
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="stowarzyszenie" creationtoolversion="1" segtype="paragraph" o-tmf="stowarzyszenie"\
 adminlang="{TARGET_LANGUAGE}" srclang="{SOURCE_LANGUAGE}" datatype="html"/>
<body>
"""
FOOT = "</body>\n</tmx>\n"


def tmx(units: Iterable[MemoryUnit]) -> Iterator[str]:
    """Yield a TMX document piece by piece, a unit at a time."""
    yield HEAD
    for unit in units:
        used = f' lastusagedate="{_moment(unit.last_used_at)}"' if unit.last_used_at else ""
        yield (
            f'<tu tuid="{unit.pk}" creationdate="{_moment(unit.created_at)}"{used}>'
            f"{_variant(SOURCE_LANGUAGE, unit.source, unit.source_markup)}"
            f"{_variant(TARGET_LANGUAGE, unit.target, unit.target_markup)}</tu>\n"
        )
    yield FOOT


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _variant(language: str, text: str, markup: str) -> str:
    segment = _with_codes(BeautifulSoup(markup, "html.parser")) if markup else _text(text)
    return f'<tuv xml:lang="{language}"><seg>{segment}</seg></tuv>'


def _text(text: str) -> str:
    return escape(NOT_IN_XML.sub("", text))


def _with_codes(document: BeautifulSoup) -> str:
    """Return markup with its tags as codes, which translators carry over and do not translate."""
    numbers = {id(element): number for number, element in enumerate(document.find_all(), start=1)}

    def pieces(element: Tag) -> Iterator[str]:
        for child in element.children:
            if isinstance(child, NavigableString):
                yield _text(str(child))
            elif isinstance(child, Tag):
                yield from code(child)

    def code(element: Tag) -> Iterator[str]:
        number = numbers[id(element)]
        if element.is_empty_element:
            yield f'<ph x="{number}" type="lb">{_text(str(element))}</ph>'
            return
        opening = str(element).partition(">")[0] + ">"
        kind = TYPES.get(element.name, "x-" + element.name)
        yield f'<bpt i="{number}" x="{number}" type="{kind}">{_text(opening)}</bpt>'
        yield from pieces(element)
        yield f'<ept i="{number}">{_text(f"</{element.name}>")}</ept>'

    return "".join(pieces(document))
