"""What goes out comes in as it was, whatever the blocks and the characters."""

import copy
import json
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.factories import full_body
from news.models import NewsPage
from tests.translation.exchange.page_of_texts import content_of, taken_out, texts_of, translated
from translation.exchange.judging import Outcome, judge
from translation.segments import CAPTION, Kind, parts_of

SEPARATORS = "\t\n\r\x0b\x0c\x1c\x85\u2028\u2029 \u00a0\u202f\u200b"
LETTERS = "aż1\"'\\<>&;#{}[]%.,-–„”\u00ad\u0301\u200d\ufeff👩𐍈"
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def any_text() -> st.SearchStrategy[str]:
    return st.text(st.sampled_from(SEPARATORS + LETTERS), max_size=30)


def written_text() -> st.SearchStrategy[str]:
    """Return what a translator may write: no controls, no spaces at the ends, no brackets that the Polish has not."""
    letters = st.text(st.sampled_from("".join(set(LETTERS) - set("{}[]")) + " \u00a0\u202f"), min_size=1, max_size=30)
    return letters.map(str.strip).filter(lambda text: bool(text.strip("\ufeff\u200d\u0301\u00ad")))


@pytest.fixture
def polish(structure) -> dict[str, Any]:
    """The content of a page with every block there is, and a paragraph with two links beside."""
    links = '<p><a href="https://a.example/?x=1&amp;y=2">A</a>, <i>potem</i> <a linktype="page" id="3">B</a>.</p>'
    body = [*full_body(link_to=structure["pl"].home), {"type": "text", "id": "links", "value": links}]
    return content_of(body, seo_title="Tytuł", search_description="Opis", author_line="", change_note="Uwaga")


def with_any_english(draw: Any, polish: dict[str, Any]) -> dict[str, Any]:
    """Return the same blocks with other words: anything that a database may hold."""
    content = {name: value if name in ("slug", "body") else draw(any_text()) for name, value in polish.items()}
    body = json.loads(polish["body"])
    parts = parts_of(polish, NewsPage)
    for path, part in parts.items():
        if path[0] != "body" or not part.kind.is_words:
            continue
        holder, key = _holder(body, path[1:])
        if part.kind == Kind.TEXT:
            holder[key] = draw(any_text())
        elif part.kind == Kind.TABLE:
            rows = [[draw(any_text()) for _cell in row] for row in holder[key]["data"]]
            holder[key] |= {"data": rows, CAPTION: draw(any_text())}
        else:
            holder[key] = _any_rich_text(draw, len(part.segments))
    return {**content, "body": json.dumps(body)}


SHAPES = (
    "{}",
    "<b>{}</b>",
    "x <b>{}</b>",
    'x <a href="https://b.example/">{}</a> y',
    "{}<br/>y",
    "<i><b>{}</b></i> y",
)


def _any_rich_text(draw: Any, paragraphs: int) -> str:
    """Return as many paragraphs as the Polish has, or one more or less, each with elements of its own."""
    number = paragraphs + draw(st.sampled_from([0, 0, 0, -1, 1]))
    words = [(draw(st.sampled_from(SHAPES)), escape(draw(any_text()), quote=False)) for _each in range(number)]
    return "".join(f"<p>{shape.format(text)}</p>" for shape, text in words)


def _holder(body: list[dict[str, Any]], path: tuple[str, ...]) -> tuple[Any, Any]:
    holder: Any = {"value": body}
    key: Any = "value"
    for step in path:
        value = holder[key]
        holder, key = (next(i for i in value if i["id"] == step), "value") if isinstance(value, list) else (value, step)
    return holder, key


def test_a_file_that_nobody_has_changed_changes_nothing(polish):
    @settings(max_examples=60, deadline=None, database=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        english = with_any_english(data.draw, polish)
        page = texts_of(english, polish)
        report = judge(page, taken_out(page))
        assert {row.outcome for row in report.rows} <= {Outcome.UNCHANGED, Outcome.EMPTY}
        assert report.content == english

    check()


def test_what_a_translator_writes_is_what_the_page_says_and_what_goes_out(polish):
    untouched = texts_of(copy.deepcopy(polish), polish)
    # One and the same text may stand in several places, and a phone number is asked to be one
    sources = {each.source for each in taken_out(untouched)} - {"+48 000 000 000"}

    @settings(max_examples=40, deadline=None, database=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        words = {source: escape(data.draw(written_text()), quote=False) for source in sorted(sources)}
        texts = {source: _with_elements_of(source, text) for source, text in words.items()}
        report = judge(untouched, translated(untouched, texts))
        assert {row.reason for row in report.refused} == set()
        again = {each.context: each for each in taken_out(texts_of(report.content, polish))}
        for row in report.taken:
            assert again[row.entry.context].text == row.markup
        former = {path: part.raw for path, part in parts_of(polish, NewsPage).items() if not part.kind.is_words}
        now = {path: part.raw for path, part in parts_of(report.content, NewsPage).items() if not part.kind.is_words}
        assert now == former

    check()


def _with_elements_of(source: str, text: str) -> str:
    """Return a text with the elements of its source, in another order."""
    if 'id="a2"' in source:
        return f'<a id="a2">{text}</a> {text} <a id="a1">y</a> <i>{text}</i>'
    if 'id="a1"' in source:
        return f'<b>{text}</b> {text} <a id="a1">y</a>'
    if "<br/>" in source:
        return "<br/>".join([text] * (source.count("<br/>") + 1))
    return text
