"""Titles set in lines for pictures."""

import pytest

from core.drawing import SERIF, text_width, typeface
from core.typesetting import balanced, in_letters_of, set_title, words_of

SIZES = (60, 50, 40, 30)
ROOM = {"face": SERIF, "weight": 500, "sizes": SIZES, "width": 500, "height": 200, "leading": 1.1}


@pytest.fixture(scope="module")
def font():
    return typeface(SERIF, 40, 500)


def test_a_short_title_is_large_and_on_one_line():
    setting = set_title("Kontakt", "pl", **ROOM)
    assert (setting.lines, setting.size) == (("Kontakt",), 60)


def test_a_long_title_is_smaller_and_all_there():
    title = "Rusza nabór do programu wsparcia małych przedsiębiorstw w dolinie rzeki"
    setting = set_title(title, "en", **ROOM)
    assert " ".join(setting.lines) == title
    assert setting.size < 60
    assert len(setting.lines) * setting.size * 1.1 <= 200
    assert all(text_width(line, setting.font) <= 500 for line in setting.lines)


def test_a_title_with_no_room_ends_in_an_ellipsis():
    setting = set_title("słowo " * 200, "pl", **ROOM)
    assert setting.size == 30
    assert setting.lines[-1].endswith("słowo…")
    assert not any("…" in line for line in setting.lines[:-1])


def test_a_word_with_no_room_is_cut_and_the_words_after_it_stay():
    setting = set_title(f"{'Konstantynopol' * 4} dwa", "pl", **ROOM)
    assert setting.lines[0].endswith("…")
    assert setting.lines[1] == "dwa"
    assert all(text_width(line, setting.font) <= 500 for line in setting.lines)


def test_lines_are_as_few_as_can_be_and_even(font):
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    width = text_width("one two three four five six seven", font)
    lines = balanced(words, font, width)
    assert len(lines) == 2
    first, second = (text_width(line, font) for line in lines)
    assert abs(first - second) < width / 4


@pytest.mark.parametrize(
    ("language", "parts"),
    [("pl", ["Dom", "i\u00a0w\u00a0domu", "a\u00a0także"]), ("en", ["Dom", "i", "w", "domu", "a", "także"])],
)
def test_in_polish_no_line_ends_with_a_word_of_one_letter(language, parts):
    assert words_of("Dom  i w\ndomu a także", language) == parts


def test_what_has_been_tied_together_stays_together():
    assert words_of("dnia 5\u00a0lutego nad\xadzwyczajne", "pl") == ["dnia", "5\u00a0lutego", "nadzwyczajne"]


def test_polish_letters_are_set_and_letters_that_the_typeface_lacks_have_a_stand_in(font):
    assert in_letters_of(font, "Zażółć gęślą jaźń – „ŁÓDŹ”") == "Zażółć gęślą jaźń – „ŁÓDŹ”"
    assert in_letters_of(font, "z\u0307aba") == "żaba"
    assert in_letters_of(font, "Київ 😀") == "Kiiv "
