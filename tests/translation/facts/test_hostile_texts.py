"""However a text is made, the work that it takes grows with its length and no faster."""

import sys

import pytest

from translation.facts import changes
from translation.facts.changes import classify, word_diff
from translation.facts.parity import compare

LENGTH = 1_000
# Each makes a text of about so many characters
TEXTS = {
    "one word": lambda n: "a" * n,
    "one number": lambda n: "1" * n,
    "single digits": lambda n: "1 2 " * (n // 4),
    "amounts": lambda n: "5 zł 50 gr " * (n // 11),
    "dots": lambda n: "1.2." * (n // 4),
    "addresses": lambda n: "a@" * (n // 2),
    "names": lambda n: " ".join(f"Ab{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}o" for i in range(n // 6)),
    "negations": lambda n: "nie not no or " * (n // 14),
    "ranges": lambda n: "1–" * (n // 2),
    "dates": lambda n: "3 i 4 marca i " * (n // 14),
    "chains": lambda n: "A/1/" * (n // 4),
    "quotation marks": lambda n: "„" * n,
    "brackets": lambda n: "(" * n,
    "phones": lambda n: "+48 " * (n // 4),
    "number words": lambda n: "dwadzieścia pięć tysięcy a hundred and " * (n // 39),
    "hyphens": lambda n: "a-" * (n // 2),
    "different numbers": lambda n: " ".join(str(10_000 + i) for i in range(n // 6)),
    "spaces": lambda n: " " * n,
}


def calls_of(work):
    """Return how many calls a piece of work makes."""
    count = 0

    def counting(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "work",
    [
        lambda text: compare(text, text[::-1]),
        lambda text: classify(text, text[: len(text) // 2] + " nie 12 Lipowo " + text[len(text) // 2 :]),
        lambda text: word_diff(text, text[::-1]),
    ],
    ids=["compare", "classify", "diff"],
)
def test_work_grows_with_the_length(name, work, monkeypatch):
    monkeypatch.setattr(changes, "_COMPARED", 100)  # words up to which more is compared, which costs more
    make = TEXTS[name]
    short, long = make(LENGTH), make(2 * LENGTH)
    work(short)  # what is made once and kept does not count
    assert calls_of(lambda: work(long)) < 2.5 * calls_of(lambda: work(short)) + 1_000


def test_a_hundred_thousand_characters_of_all_sorts_end():
    text = " ".join(make(100_000 // len(TEXTS)) for make in TEXTS.values())
    assert compare(text, text + " 5 mln zł")
