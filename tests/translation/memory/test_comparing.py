"""How two texts differ."""

import pytest

from translation.memory.comparing import Difference, difference, similarity
from translation.memory.texts import fold, normalised, numbers, shape, source_key


def score(asked: str, remembered: str) -> float:
    return similarity(asked, remembered, shape(asked))


@pytest.mark.parametrize(
    "other", ["Nabór\u00a0wniosków", " Nabór  wniosków\n", "Nab\u00adór wniosków", "Nabo\u0301r wniosków"]
)
def test_spaces_and_what_nobody_sees_are_no_difference(other):
    assert normalised(other) == "Nabór wniosków"
    assert source_key(other) == source_key("Nabór wniosków")
    assert score("Nabór wniosków", other) == 1


@pytest.mark.parametrize("other", ["nabór wniosków", "Nabór wniosków.", "Nabór wniosku", "Nabór 2 wniosków"])
def test_only_the_same_text_is_the_same(other):
    assert 0.75 < score("Nabór wniosków", other) < 1


@pytest.mark.parametrize(
    ("asked", "remembered", "found"),
    [
        ("Do 5 marca 2027 r.", "Do 5 marca 2027 r.", Difference.NONE),
        ("Do 5 marca 2027 r.", "Do 15 marca 2026 r.", Difference.NUMBERS),
        ("Kwota 1 234 567,89 zł", "Kwota 12,5 zł", Difference.NUMBERS),
        ("Godz. 7.30–15.30", "Godz. 8:00–16:00", Difference.NUMBERS),
        ("Do 5 marca", "Do 5 maja", Difference.WORDS),
        ("Do 5 marca", "Do marca", Difference.WORDS),
        ("Nabór", "NABÓR", Difference.NONE),
    ],
)
def test_numbers_are_told_from_words(asked, remembered, found):
    assert difference(asked, remembered) == found
    if found == Difference.NUMBERS:
        assert 0.95 <= score(asked, remembered) < 1


def test_numbers_are_whole():
    assert numbers("1 234 567,89 zł i 5 osób, 12.03.2027, godz. 7.30") == ["1234567,89", "5", "12.03.2027", "7.30"]
    assert numbers("w 2026 12 osób") == ["2026", "12"]


def test_folding_leaves_other_scripts_readable():
    assert fold("ŻÓŁĆ Łódź") == "zolc lodz"
    assert fold("Україна") == "украіна"
