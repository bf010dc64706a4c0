"""How much two texts of one language differ, and in what."""

from enum import StrEnum

from rapidfuzz.fuzz import ratio

from translation.memory.texts import normalised, numbers, shape

ALMOST_THE_SAME = 0.99  # no text that differs in anything is as good as the same one


class Difference(StrEnum):
    """In what a remembered text differs from the one that is asked for."""

    NONE = "none"
    NUMBERS = "numbers"
    WORDS = "words"


def similarity(asked: str, remembered: str, asked_shape: str) -> float:
    """Return how much of two texts is the same, from 0 to 1, which only the same text gets. Numbers do not count.

    Args:
        asked_shape: `shape(asked)`, which is made once for many comparisons.
    """
    score = ratio(asked_shape, shape(remembered)) / 100
    if score == 1 and normalised(asked) == normalised(remembered):
        return score
    return min(ALMOST_THE_SAME, score)


def difference(asked: str, remembered: str) -> Difference:
    """Tell in what two texts differ, apart from capital letters and spaces."""
    if shape(asked) != shape(remembered):
        return Difference.WORDS
    return Difference.NONE if numbers(asked) == numbers(remembered) else Difference.NUMBERS
