"""How a text is taken apart into words, and words into plain letters."""

import pytest

from morphology import folded, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rada gminy, a także sołtys.", ["Rada", "gminy", "a", "także", "sołtys"]),
        ("w BIP-ie i na wsi", ["w", "BIP", "ie", "i", "na", "wsi"]),
        ("the council’s and the councils' seat", ["the", "council’s", "and", "the", "councils", "seat"]),
        ("„Uchwała” («nowa») 12/2027", ["Uchwała", "nowa", "12", "2027"]),
        ("snake_case", ["snake", "case"]),
        ("za\u00adrząd", ["za\u00adrząd"]),
        ("cze\u0301sc", ["cze\u0301sc"]),
        ("gmina\u00a0wiejska", ["gmina", "wiejska"]),
        ("'%;*\x00 -- 🙂", []),
        ("", []),
    ],
)
def test_words_of_a_text(text, words):
    assert [word.text for word in words_of(text)] == words


def test_words_know_where_they_stand():
    text = "Walne zebranie, członków."
    assert [(word.start, word.end) for word in words_of(text)] == [(0, 5), (6, 14), (16, 24)]
    assert all(text[word.start : word.end] == word.text for word in words_of(text))


@pytest.mark.parametrize(
    ("word", "plain"),
    [("Łódź", "lodz"), ("żółć", "zolc"), ("Straße", "strasse"), ("naïve", "naive"), ("R2D2", "r2d2"), ("2027", "2027")],
)
def test_words_without_case_and_marks(word, plain):
    assert folded(word) == plain


def test_a_word_is_never_folded_to_nothing():
    assert folded("\u0e47") == "\u0e47"
