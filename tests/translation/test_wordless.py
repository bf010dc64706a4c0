"""Texts in which there is nothing to translate."""

import pytest

from translation.wordless import has_words


@pytest.mark.parametrize(
    "text",
    [
        *("", "2026", "1 234,50", "+48 12 345 67 89", "7.30–15.30", "biuro@example.org", "https://example.org/plan"),
        *("www.example.org", "example.org/aktualności, biuro@example.org", "PDF", "regulamin.pdf"),
        *("ul. Długa 5/7, 30-001 Kraków", "ul. 3 Maja 12\n39-300 Nowa Wieś"),
    ],
)
def test_there_is_nothing_to_translate(text):
    assert not has_words(text)


@pytest.mark.parametrize(
    "text", ["Droga", "5 zł", "Pobierz PDF", "Napisz: biuro@example.org", "ul. Długa 5, wejście od podwórza"]
)
def test_words_are_left_beside_what_is_the_same_everywhere(text):
    assert has_words(text)


def test_a_hostile_text_is_read_in_no_time():
    assert has_words("ul. " + "A1 " * 20_000 + "droga")
