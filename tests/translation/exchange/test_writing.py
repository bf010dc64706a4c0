"""English texts are put where they belong, and nothing else of a revision changes."""

import copy

import pytest

from news.models import NewsPage
from tests.translation.exchange.page_of_texts import body_of, content_of, heading_block, table_block, text_block
from translation.exchange.writing import write_texts
from translation.segments import parts_of

POLISH = content_of(
    [
        text_block("t", "Pierwszy akapit.", "Drugi z <b>wagą</b>.", 'Trzeci, <a id="7" linktype="page">tu</a>.'),
        heading_block("h", "Nagłówek"),
        table_block("g", "Drzewa", ["Rok", "Sztuk"], ["2026", None]),
    ]
)
SOURCE = parts_of(POLISH, NewsPage)
BODY = ("body", "t")


def english_with(*paragraphs: str) -> dict:
    return content_of([text_block("t", *paragraphs), *body_of(POLISH)[1:]], title="A new road")


ENGLISH = english_with("The first.", "The second of <b>weight</b>.", 'The third, <a id="7" linktype="page">here</a>.')


def paragraphs_of(content) -> list[str]:
    return body_of(content)[0]["value"].removeprefix("<p>").removesuffix("</p>").split("</p><p>")


def test_a_field_a_paragraph_a_block_and_cells_are_replaced_and_nothing_else():
    before = copy.deepcopy(ENGLISH)
    texts = {
        (("lead",), 0): "What &amp; why",
        (BODY, 1): "Now with <b>force</b>.",
        (("body", "h", "text"), 0): "Heading",
        (("body", "g"), 0): "Trees",
        (("body", "g"), 2): "Pieces &lt;all&gt;",
    }
    content, refused = write_texts(ENGLISH, NewsPage, texts, SOURCE, SOURCE)
    assert (refused, ENGLISH) == ({}, before)
    expected = copy.deepcopy(body_of(ENGLISH))
    expected[0]["value"] = expected[0]["value"].replace("The second of <b>weight</b>.", "Now with <b>force</b>.")
    expected[1]["value"]["text"] = "Heading"
    expected[2]["value"] |= {"data": [["Rok", "Pieces <all>"], ["2026", None]], "table_caption": "Trees"}
    assert body_of(content) == expected
    assert {**content, "body": ""} == {**ENGLISH, "body": "", "lead": "What & why"}


def test_without_texts_the_content_is_the_same():
    assert write_texts(ENGLISH, NewsPage, {}, SOURCE, SOURCE) == (ENGLISH, {})


def test_numbers_of_paragraphs_stay():
    numbered = '<p data-block-key="k1">A</p><p data-block-key="k2">{}</p>'
    english = content_of([{"type": "text", "id": "t", "value": numbered.format("B")}])
    polish = parts_of(content_of([text_block("t", "Raz", "Dwa")]), NewsPage)
    content, _refused = write_texts(english, NewsPage, {(BODY, 1): "Two"}, polish, polish)
    assert body_of(content)[0]["value"] == numbered.format("Two")


def test_a_link_leads_where_the_polish_one_leads():
    texts = {(BODY, 2): 'Go <a id="a1">there</a>.'}
    content, refused = write_texts(english_with("One.", "Two.", "Three."), NewsPage, texts, SOURCE, SOURCE)
    assert refused == {}
    assert paragraphs_of(content)[2] == 'Go <a id="7" linktype="page">there</a>.'


def test_a_link_that_the_translator_chose_stays_and_one_left_behind_follows():
    own = english_with("One.", "Two.", 'The third, <a id="70" linktype="page">here</a>.')
    texts = {(BODY, 2): 'Go <a id="a1">there</a>.'}
    content, _refused = write_texts(own, NewsPage, texts, SOURCE, SOURCE)
    assert 'id="70"' in paragraphs_of(content)[2]
    moved = content_of([text_block("t", "Pierwszy.", "Drugi.", 'Trzeci, <a id="8" linktype="page">tu</a>.')])
    content, _refused = write_texts(ENGLISH, NewsPage, texts, parts_of(moved, NewsPage), SOURCE)
    assert 'id="8"' in paragraphs_of(content)[2]


def test_links_in_another_order_keep_their_targets():
    polish = content_of([text_block("t", '<a href="https://a.example/">A</a> i <a href="https://b.example/">B</a>')])
    english = content_of([text_block("t", '<a href="https://b.example/">B</a> and <a href="https://a.example/">A</a>')])
    texts = {(BODY, 0): 'After <a id="a2">B</a> comes <a id="a1">A</a>'}
    source = parts_of(polish, NewsPage)
    content, _refused = write_texts(english, NewsPage, texts, source, source)
    assert paragraphs_of(content) == [
        'After <a href="https://b.example/">B</a> comes <a href="https://a.example/">A</a>'
    ]


def test_a_new_polish_paragraph_gets_its_place():
    longer = parts_of(content_of([text_block("t", "Pierwszy akapit.", "Nowy.", "Drugi z <b>wagą</b>.")]), NewsPage)
    base = parts_of(content_of([text_block("t", "Pierwszy akapit.", "Drugi z <b>wagą</b>.")]), NewsPage)
    english = english_with("The first.", "The <b>second</b>.")
    content, refused = write_texts(english, NewsPage, {(BODY, 1): "The new."}, longer, base)
    assert refused == {}
    assert paragraphs_of(content) == ["The first.", "The new.", "The <b>second</b>."]


def test_a_paragraph_that_is_gone_in_polish_stays_until_somebody_decides():
    shorter = parts_of(content_of([text_block("t", "Pierwszy akapit.")]), NewsPage)
    base = parts_of(content_of([text_block("t", "Pierwszy akapit.", "Drugi.")]), NewsPage)
    content, refused = write_texts(
        english_with("The first.", "The second."), NewsPage, {(BODY, 0): "One."}, shorter, base
    )
    assert (refused, paragraphs_of(content)) == ({}, ["One.", "The second."])


@pytest.mark.parametrize("given", [{0: "One."}, {0: "One.", 1: "Two.", 2: "Three."}])
def test_paragraphs_of_the_translators_own_are_never_lost(given):
    own = english_with("All of it in one.", "And a word to foreigners.")
    texts = {(BODY, index): text for index, text in given.items()}
    content, refused = write_texts(own, NewsPage, texts, SOURCE, SOURCE)
    assert content == own
    assert set(refused) == set(texts)


def test_untranslated_paragraphs_make_room():
    base = parts_of(content_of([text_block("t", "Stary.", "Drugi.")]), NewsPage)
    given = {(BODY, index): text for index, text in enumerate(["One.", "Two.", "Three."])}
    content, refused = write_texts(english_with("Stary.", "Drugi."), NewsPage, given, SOURCE, base)
    assert (refused, paragraphs_of(content)) == ({}, ["One.", "Two.", "Three."])


@pytest.mark.parametrize(
    ("path", "index", "markup"),
    [
        (("slug",), 0, "other"),
        (("date",), 0, "2026-01-01"),
        (("no_such_field",), 0, "x"),
        (("body", "nowhere", "text"), 0, "x"),
        (("body", "h", "level"), 0, "h3"),
        (BODY, 9, "x"),
        (("lead",), 1, "x"),
        (BODY, 0, 'With <a id="a9">a link</a>'),
        (("title",), 0, "x" * 256),
        (("title",), 0, ""),
        (("body", "h", "text"), 0, "x" * 121),
        (("change_note",), 0, "x" * 501),
    ],
)
def test_what_has_no_place_or_does_not_fit_is_refused(path, index, markup):
    english = {**ENGLISH, "change_note": ""}
    content, refused = write_texts(english, NewsPage, {(path, index): markup}, SOURCE, SOURCE)
    assert content == english
    assert refused[path, index]


def test_a_table_of_another_shape_is_refused():
    polish = content_of([table_block("g", "Drzewa", ["Rok"], ["2026"])])
    content, refused = write_texts(ENGLISH, NewsPage, {(("body", "g"), 1): "Year"}, parts_of(polish, NewsPage))
    assert (content, set(refused)) == (ENGLISH, {(("body", "g"), 1)})


def test_without_the_polish_text_the_english_is_its_own_measure():
    content, refused = write_texts(ENGLISH, NewsPage, {(BODY, 2): 'See <a id="a1">it</a>.'})
    assert refused == {}
    assert paragraphs_of(content)[2] == 'See <a id="7" linktype="page">it</a>.'
