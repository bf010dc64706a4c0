"""What becomes of each text of a file."""

import copy
from dataclasses import replace

import pytest
from django.utils import translation

from tests.translation.exchange.page_of_texts import (
    KEY,
    body_of,
    content_of,
    heading_block,
    outcomes,
    sent_in,
    taken_out,
    text_block,
    texts_of,
    translated,
)
from translation.exchange.judging import Outcome, judge
from translation.exchange.po import FileRefused, InEntry

LINK = 'Czytaj <a href="https://example.org/">stronę</a> i <b>pisz</b>.'
LINK_MARKUP = 'Czytaj <a id="a1">stronę</a> i <b>pisz</b>.'
POLISH = content_of([text_block("t", "Gmina buduje drogę.", LINK), heading_block("h", "Zakres")])


@pytest.fixture
def untouched():
    """An English page that was started and not translated yet."""
    return texts_of(copy.deepcopy(POLISH), POLISH)


def test_what_is_not_translated_goes_out_empty(untouched):
    assert {each.source: each.text for each in taken_out(untouched)} == {
        "Nowa droga": "",
        "Co się stało.": "",
        "Gmina buduje drogę.": "",
        LINK_MARKUP: "",
        "Zakres": "",
    }


def test_each_text_says_where_it_stands_in_the_editor(untouched):
    with translation.override("en"):
        labels = {slot.pair.polish.text: slot.label for slot in untouched.slots}
    assert (labels["Nowa droga"], labels["Zakres"]) == ("Title", "Text › Heading › Text")


def test_a_translation_is_taken_and_goes_out_the_next_time(untouched):
    texts = {"Co się stało.": "What happened.", LINK_MARKUP: 'Read <a id="a1">the page</a> and <b>write</b>.'}
    report = sent_in(untouched, texts)
    assert {row.entry.source for row in report.taken} == set(texts)
    assert {row.entry.source for row in report.empty} == {"Nowa droga", "Gmina buduje drogę.", "Zakres"}
    assert report.content["lead"] == "What happened."
    assert 'Read <a href="https://example.org/">the page</a>' in body_of(report.content)[0]["value"]
    again = taken_out(texts_of(report.content, POLISH))
    assert {each.source: each.text for each in again if each.text} == texts


def test_the_end_of_a_line_as_browsers_send_it_is_a_br_and_nothing_else():
    polish = content_of([], lead="Raz,\r\ndwa.")
    page = texts_of(copy.deepcopy(polish), polish)
    assert "Raz,<br/>dwa." in {each.source for each in taken_out(page)}
    report = sent_in(page, {"Raz,<br/>dwa.": "One,<br/>two."})
    assert report.content["lead"] == "One,\ntwo."
    typed = content_of([], lead="One,\r\ntwo.")
    assert outcomes(sent_in(texts_of(typed, polish), {"Raz,<br/>dwa.": "One,<br/>two."})) == {
        "Nowa droga": Outcome.EMPTY,
        "Raz,<br/>dwa.": Outcome.UNCHANGED,
    }


def test_the_same_file_again_changes_nothing(untouched):
    report = sent_in(untouched, {"Zakres": "Scope"})
    second = judge(texts_of(report.content, POLISH), translated(untouched, {"Zakres": "Scope"}))
    assert (second.taken, second.content) == ([], report.content)
    assert outcomes(second)["Zakres"] == Outcome.UNCHANGED


def test_what_has_changed_in_polish_goes_out_as_fuzzy_with_what_was():
    now = content_of([text_block("t", "Gmina buduje dwie drogi.", LINK), heading_block("h", "Zakres")])
    english = content_of([text_block("t", "A road is built.", LINK), heading_block("h", "Scope")])
    page = texts_of(english, now, POLISH)
    (fuzzy,) = [each for each in taken_out(page) if each.is_fuzzy]
    assert (fuzzy.source, fuzzy.text) == ("Gmina buduje dwie drogi.", "A road is built.")
    assert page.slots[2].change.before.markup == "Gmina buduje drogę."


def test_a_fuzzy_text_is_taken_only_once_its_mark_is_gone():
    now = content_of([text_block("t", "Gmina buduje dwie drogi.", LINK), heading_block("h", "Zakres")])
    english = content_of([text_block("t", "A road is built.", LINK), heading_block("h", "Scope")])
    page = texts_of(english, now, POLISH)
    checked = translated(page, {"Gmina buduje dwie drogi.": "Two roads are built."})
    unchecked = [replace(each, is_fuzzy=each.text == "Two roads are built.") for each in checked]
    assert outcomes(judge(page, unchecked))["Gmina buduje dwie drogi."] == Outcome.REFUSED
    assert outcomes(judge(page, checked))["Gmina buduje dwie drogi."] == Outcome.TAKEN


def test_a_translation_of_what_the_polish_said_before_is_refused(untouched):
    entries = translated(untouched, {"Zakres": "Scope", "Nowa droga": "A new road"})
    now = content_of([*body_of(POLISH)[:1], heading_block("h", "Zakres prac")])
    report = judge(texts_of(copy.deepcopy(POLISH), now, POLISH), entries)
    (row,) = report.refused
    assert (row.entry.source, row.slot.pair.polish.markup, row.source_has_changed) == ("Zakres", "Zakres prac", True)
    assert [each.entry.source for each in report.taken] == ["Nowa droga"]
    assert body_of(report.content)[1]["value"]["text"] == "Zakres"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (LINK_MARKUP, "Read the page and <b>write</b>."),
        (LINK_MARKUP, 'Read <a id="a1">the page</a> and write.'),
        (LINK_MARKUP, 'Read <a id="a2">the page</a> and <b>write</b>.'),
        (LINK_MARKUP, 'Read <a id="a1">the</a> <a id="a1">page</a> and <b>write</b>.'),
        (LINK_MARKUP, 'Read <a id="a1">the page and <b>write</a></b>.'),
        (LINK_MARKUP, 'Read <a id="a1">the page</a> and <b>write.'),
        (LINK_MARKUP, 'Read <a id="a1">the <a id="a1">page</a></a> and <b>write</b>.'),
        (LINK_MARKUP, 'Read <a id="a1">the page</a> and <b>write</b>.</i>'),
        ("Zakres", "<b>Scope</b>"),
        ("Zakres", " Scope"),
        ("Zakres", "Scope "),
        ("Zakres", " \u00a0 "),
        ("Zakres", "<b></b>"),
        ("Zakres", "Scope {of} it"),
        ("Zakres", "Scope [of it]"),
        ("Zakres", "Scope\nof it"),
        ("Zakres", "Scope<br>of it"),
        ("Zakres", "Scope \u202eof it"),
        ("Zakres", "x" * 121),
        ("Nowa droga", "x" * 256),
    ],
)
def test_what_does_not_keep_to_the_source_is_refused(untouched, source, text):
    report = sent_in(untouched, {source: text})
    assert outcomes(report)[source] == Outcome.REFUSED
    assert report.refused[0].reason
    assert report.content == untouched.content


def test_what_the_english_has_in_place_of_the_polish_may_stay():
    english = content_of([text_block("t", "A road.", "Read <i>it</i>."), heading_block("h", "[Scope]")])
    page = texts_of(english, POLISH)
    report = sent_in(page, {LINK_MARKUP: "Do read <i>it</i>.", "Zakres": "[Scope of it]"})
    assert len(report.taken) == 2
    assert body_of(report.content)[0]["value"] == "<p>A road.</p><p>Do read <i>it</i>.</p>"


def test_links_in_another_order_go_out_under_the_names_of_the_polish_ones():
    polish = content_of([text_block("t", '<a href="https://a.example/">A</a> i <a href="https://b.example/">B</a>')])
    english = content_of([text_block("t", '<a href="https://b.example/">B</a> and <a href="https://a.example/">A</a>')])
    page = texts_of(english, polish)
    source = '<a id="a1">A</a> i <a id="a2">B</a>'
    (entry,) = [each for each in taken_out(page) if each.source == source]
    assert entry.text == '<a id="a2">B</a> and <a id="a1">A</a>'
    report = sent_in(page, {source: entry.text.replace("and", "but")})
    assert body_of(report.content)[0]["value"] == (
        '<p><a href="https://b.example/">B</a> but <a href="https://a.example/">A</a></p>'
    )


def test_placeholders_stay_word_for_word():
    polish = content_of([heading_block("h", "Dzień {data} [uzupełnić]")])
    page = texts_of(copy.deepcopy(polish), polish)
    source = "Dzień {data} [uzupełnić]"
    assert outcomes(sent_in(page, {source: "Day {data} [fill in]"}))[source] == Outcome.TAKEN
    assert outcomes(sent_in(page, {source: "Day {date} [fill in]"}))[source] == Outcome.REFUSED


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=//example.org>",
        "</script>",
        "Scope<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        '<b onclick="alert(1)">Scope</b>',
        '<a id="a1" onclick="alert(1)">Scope</a>',
        '<a href="javascript:alert(1)">Scope</a>',
        "<style>b{}</style>",
        "<iframe></iframe>",
        "Scope<!-- a comment -->",
        "Scope<!-- an open one",
        "<?php echo 1 ?>",
        "<![CDATA[Scope]]>",
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>&b;',
        "<b>" * 11 + "Scope" + "</b>" * 11,
        "<b>" * 30_000,
        "Scope\x00",
        "Scope&#0;",
        "Scope&#x1b;[31m",
        "Scope\x0b",
        "Scope\x85",
        "Scope&#xd800;",
        "Scope\ud800",
        "Scope\u2028",
        "x" * 100_001,
    ],
)
def test_what_no_translator_writes_speaks_against_the_whole_file(untouched, text):
    with pytest.raises(FileRefused) as refusal:
        sent_in(untouched, {"Zakres": text, "Nowa droga": "A new road"})
    assert len(refusal.value.reasons) == 1


@pytest.mark.parametrize(
    "text",
    [
        "<p>Scope</p>",
        "<bb>Scope</bb>",
        "<b Scope</b>",
        '<b class="x">Scope</b>',
        '<a href="https://example.org/">Scope</a>',
        "<a id=\"a1' x='\">Scope</a>",
        "<b" * 20_000,
        "<" + "b on " * 19_000,
    ],
)
def test_a_tag_that_no_text_has_speaks_against_its_text_alone(untouched, text):
    report = sent_in(untouched, {"Zakres": text, "Nowa droga": "A new road"})
    (row,) = report.refused
    assert row.entry.source == "Zakres"
    assert row.reason
    assert [each.entry.source for each in report.taken] == ["Nowa droga"]


@pytest.mark.parametrize("character", ["\u2028", "\ufffd", "\x0b", "\x85"])
def test_a_control_character_that_stands_in_the_polish_text_may_stay(character):
    polish = content_of([heading_block("h", f"Zakres{character}prac"), heading_block("i", "Cel")])
    page = texts_of(copy.deepcopy(polish), polish)
    report = sent_in(page, {f"Zakres{character}prac": f"Scope{character}of it"})
    assert body_of(report.content)[0]["value"]["text"] == f"Scope{character}of it"
    with pytest.raises(FileRefused):
        sent_in(page, {"Cel": f"Aim{character}of it"})


def test_names_of_characters_are_no_way_around(untouched):
    report = sent_in(untouched, {"Zakres": "&lt;script&gt;alert(1)&lt;/script&gt; &amp; 1 < 2"})
    assert body_of(report.content)[1]["value"]["text"] == "<script>alert(1)</script> & 1 < 2"
    rich = sent_in(untouched, {"Gmina buduje drogę.": "&lt;script&gt;alert(1)&lt;/script&gt;"})
    assert "<script" not in body_of(rich.content)[0]["value"]


@pytest.mark.parametrize(
    "entry",
    [
        InEntry(f"page:{KEY}|body.nowhere|0", "Zakres", "Scope"),
        InEntry(f"page:{KEY}|slug|0", "droga", "road"),
        InEntry(f"page:{KEY}|body.h.text|1", "Zakres", "Scope"),
        InEntry(f"page:{KEY}|body.h.text|-1", "Zakres", "Scope"),
        InEntry(f"page:{KEY}|../../etc/passwd|0", "Zakres", "Scope"),
        InEntry(f"page:{KEY}|__class__|0", "Zakres", "Scope"),
        InEntry(f"page:{KEY}|", "Zakres", "Scope"),
        InEntry(f"page:{KEY}|body.h.text|0", "Zakres", "Scope", is_obsolete=True),
        InEntry(f"page:{KEY}|body.h.text|0", "Zakres", "Scope", is_plural=True),
    ],
)
def test_what_is_no_text_of_the_page_is_refused(untouched, entry):
    report = judge(untouched, [entry])
    assert ([row.outcome for row in report.rows], report.content) == ([Outcome.REFUSED], untouched.content)


def test_a_page_that_takes_nothing_says_so_of_each_text(untouched):
    report = judge(untouched, translated(untouched, {"Zakres": "Scope"}), "It is locked.")
    assert (report.taken, report.refused[0].reason, report.content) == ([], "It is locked.", {})


def test_english_that_may_belong_to_another_paragraph_is_fuzzy():
    base = content_of([text_block("t", "Pierwszy.", "Drugi.", "Trzeci.")])
    now = content_of([text_block("t", "Zupełnie nowy.", "Pierwszy.", "Drugi.")])
    english = content_of([text_block("t", "The first.", "The second.", "The third.")])
    found = {each.source: each for each in taken_out(texts_of(english, now, base))}
    assert found["Pierwszy."].is_fuzzy
    assert found["Drugi."].is_fuzzy


def test_a_new_paragraph_between_two_leaves_them_their_english():
    base = content_of([text_block("t", "Pierwszy.", "Drugi.")])
    now = content_of([text_block("t", "Pierwszy.", "Całkiem nowy.", "Drugi.")])
    english = content_of([text_block("t", "The first.", "The second.")])
    page = texts_of(english, now, base)
    found = {each.source: (each.text, each.is_fuzzy) for each in taken_out(page) if each.source[0] in "PCD"}
    assert found["Pierwszy."] == ("The first.", False)
    assert found["Całkiem nowy."] == ("", False)
    assert found["Drugi."] == ("The second.", False)
    report = sent_in(page, {"Całkiem nowy.": "Brand new."})
    assert body_of(report.content)[0]["value"] == "<p>The first.</p><p>Brand new.</p><p>The second.</p>"


def test_a_block_that_is_not_on_the_english_page_yet_is_not_in_the_file():
    now = content_of([*body_of(POLISH), heading_block("n", "Nowy nagłówek")])
    page = texts_of(copy.deepcopy(POLISH), now, POLISH)
    assert "Nowy nagłówek" not in {each.source for each in taken_out(page)}
    assert page.without_place == 1
