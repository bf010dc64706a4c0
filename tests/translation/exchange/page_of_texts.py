"""Pages of texts without a database, and their way through a file."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from news.models import NewsPage
from translation.exchange.exporting import entries_of
from translation.exchange.judging import PageReport, judge
from translation.exchange.page_texts import PageTexts
from translation.exchange.po import InEntry, read_po, write_po
from translation.segments import parts_of
from translation.truth.drift import drift_between

KEY = "0" * 8 + "-0000-4000-8000-" + "0" * 12


def text_block(key: str, *paragraphs: str) -> dict[str, Any]:
    return {"type": "text", "id": key, "value": "".join(f"<p>{each}</p>" for each in paragraphs)}


def heading_block(key: str, text: str) -> dict[str, Any]:
    return {"type": "heading", "id": key, "value": {"text": text, "level": "h2"}}


def table_block(key: str, caption: str, *rows: list[str | None]) -> dict[str, Any]:
    return {"type": "table", "id": key, "value": {"data": list(rows), "cell": [], "table_caption": caption}}


def content_of(body: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    return {"title": "Nowa droga", "lead": "Co się stało.", "slug": "droga", **fields, "body": json.dumps(body)}


def body_of(content: Any) -> list[dict[str, Any]]:
    return json.loads(content["body"])


def texts_of(english: dict[str, Any], polish: dict[str, Any], base: dict[str, Any] | None = None) -> PageTexts:
    """Return the texts of a page of news; without a base, the English was made from the Polish as it is now."""
    source = parts_of(polish, NewsPage)
    before = source if base is None else parts_of(base, NewsPage)
    return PageTexts(KEY, NewsPage, english, source, before, drift_between(before, source))


def taken_out(page: PageTexts) -> list[InEntry]:
    """Return the texts of a page as a translator's program would read them."""
    return read_po(write_po(entries_of(page, {}), "Example").encode())


def translated(page: PageTexts, texts: Mapping[str, str]) -> list[InEntry]:
    """Return the texts of a page, taken out, with other English for some Polish ones, checked by the translator."""
    entries = taken_out(page)
    assert set(texts) <= {each.source for each in entries}
    return [
        replace(each, text=texts[each.source], is_fuzzy=False) if each.source in texts else each for each in entries
    ]


def sent_in(page: PageTexts, texts: Mapping[str, str]) -> PageReport:
    """Return what becomes of the same, sent in."""
    return judge(page, translated(page, texts))


def outcomes(report: PageReport) -> dict[str, str]:
    """Return what becomes of each Polish text."""
    return {row.entry.source: str(row.outcome) for row in report.rows}
