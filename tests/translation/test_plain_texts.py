"""Rich text of nothing but words is read as wagtail-localize reads it, without parsing HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail_localize.strings import extract_strings

from translation.segments import plain_texts

tags = st.sampled_from(["p", "h2", "h3", "h4", "h5", "h6"])
words = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), min_size=1, max_size=30)
pieces = st.lists(st.tuples(tags, words).map(lambda piece: "<{0}>{1}</{0}>".format(*piece)), max_size=4)


@given(pieces)
def test_what_is_read_is_what_the_parser_finds(found):
    html = "".join(found)
    texts = plain_texts(html)
    if texts is not None:
        strings = [string for string, attributes in extract_strings(html)[1] if not attributes]
        assert [string.render_text() for string in strings] == texts
        assert [string.data for string in strings] == texts


def test_paragraphs_and_headings_are_read():
    assert plain_texts("<h2>Nabór</h2><p>Do 5 maja. </p><p> </p>") == ["Nabór", "Do 5 maja."]
    assert plain_texts("") == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<br/>b</p>",
        "<p>a &amp; b</p>",
        '<p data-block-key="a1">a</p>',
        "<ul><li>a</li></ul>",
        "<p>a</p> <p>b</p>",
        "a",
        "<p>a</h2>",
        "<p></p>",
        "<p>a\r\nb</p>",
    ],
)
def test_anything_else_is_left_to_the_parser(html):
    assert plain_texts(html) is None
