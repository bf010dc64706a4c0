"""The advice on easy reading names what is hard, and is not silly about the rest."""

import pytest

from home.plain_text import plain_lines
from home.readability import LONGEST_SENTENCE, findings_of, sentences_of

WORDS = " ".join(["Raz", *["dwa"] * (LONGEST_SENTENCE - 1)])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Piszemy krótko. Tak jest lepiej!", ["Piszemy krótko.", "Tak jest lepiej!"]),
        ("Biuro jest przy ul. Długiej. Zapraszamy.", ["Biuro jest przy ul. Długiej.", "Zapraszamy."]),
        ("Zapytał: „Kto to?” Nikt nie wiedział.", ["Zapytał: „Kto to?", "Nikt nie wiedział."]),
        ("Od 5.02.2025 r. działamy.", ["Od 5.02.2025 r. działamy."]),
        ("Write to Mr. Smith. He answers.", ["Write to Mr. Smith.", "He answers."]),
        ("", []),
    ],
)
def test_sentences_end_where_they_end(text, sentences):
    assert sentences_of(text) == sentences


def test_only_a_sentence_of_too_many_words_is_long():
    found = findings_of([f"{WORDS}. {WORDS} trzy."])

    assert [(sentence.text, sentence.words) for sentence in found.sentences] == [
        (f"{WORDS} trzy.", LONGEST_SENTENCE + 1)
    ]


def test_numbers_and_addresses_are_no_words():
    assert not findings_of([f"{WORDS} 12 345 67 89 bardzodlugiadresemail@example.org https://example.org/{'x' * 40}"])


def test_a_long_word_is_named_once_unless_it_is_explained_in_any_form():
    texts = ["Niepełnosprawność jest różna.", "O niepełnosprawność pytaj.", "Rewitalizacyjnymi planami."]

    assert findings_of(texts).words == ["niepełnosprawność", "rewitalizacyjnymi"]
    assert findings_of(texts, explained=["Rewitalizacja", "niepełnosprawnością"]).words == []


def test_plain_lines_keep_lists_and_the_addresses_of_links():
    html = (
        "<p>Piszemy <b>tu</b>:</p><ol><li>raz<ul><li>w środku</li></ul></li><li>dwa</li></ol>"
        '<p><a href="https://example.org/">Strona</a> i <a linktype="page" id="3">druga</a></p><p></p>'
    )

    assert plain_lines(html) == [
        "Piszemy tu:",
        "1. raz",
        "- w środku",
        "2. dwa",
        "Strona (https://example.org/) i druga",
    ]
