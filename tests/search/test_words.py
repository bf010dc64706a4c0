"""What is left of a query before a database sees it."""

import pytest

from search.words import MAX_LENGTH, MAX_WORDS, take_apart


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("rozwój gmin", ("rozwój", "gmin")),
        ('"rozwój" AND (gmin*) -sołtys', ("rozwój", "AND", "gmin", "sołtys")),
        ("Dolna-Górna, nr 5/2026", ("Dolna", "Górna", "nr", "5", "2026")),
        ("title:cele ^ NEAR(a b)", ("title", "cele", "NEAR", "a", "b")),
        ("snake_case", ("snake", "case")),
        ("a\x00b\x1f c\u200bd", ("a", "b", "c", "d")),
        ("cze\u0301sc", ("czésc",)),
        ("\ud800", ()),
        ("'\"`%;\\ --", ()),
        ("", ()),
    ],
)
def test_only_words_are_left(typed, words):
    assert take_apart(typed).words == words


def test_text_is_shown_again_as_it_was_typed_without_control_characters():
    assert take_apart('  "rozwój"\x00  (gmin) ').text == '"rozwój" (gmin)'


def test_long_query_is_cut_and_says_so():
    query = take_apart("gmina" * 1000)
    assert query.shortened
    assert len(query.text) == MAX_LENGTH


def test_query_of_many_words_is_cut_and_says_so():
    query = take_apart("a " * (MAX_WORDS + 1))
    assert query.shortened
    assert len(query.words) == MAX_WORDS


def test_query_of_ordinary_length_is_whole():
    assert not take_apart("x" * MAX_LENGTH + "  ").shortened
