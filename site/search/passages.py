"""The place of a text that shows best why it was found, with the words that were looked for marked."""

import re
from collections.abc import Collection, Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from morphology import Word, keys_of, words_of
from morphology.keys import LONGEST

WORDS = 40  # of a passage
BEFORE = 8  # of them, before the first word that was found
LONGEST_TEXT = 400_000  # characters that are looked through
LONGEST_PART = 4000  # characters of which every word is looked at
NEAR = 300  # characters between words of one passage
BEGINNING = 3  # letters that most forms of a word have in common
PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")
ELLIPSIS = "…"


def passage(text: str, wanted: Collection[frozenset[str]], language: str) -> SafeString | None:
    """Return some forty words around the place where most of the words stand, those marked; None if none stands there.

    Args:
        text: plain, with a line for each paragraph.
        wanted: the keys of each word that is looked for.
        language: that of the text, "pl" or "en".
    """
    text = _likely_part(text, wanted, language)
    words = words_of(text)
    found = _found(words, wanted, language)
    if not found:
        return None
    first = max(_best_place(found) - BEFORE, 0)
    last = min(first + WORDS, len(words)) - 1
    first = max(last - WORDS + 1, 0)
    start, end = words[first].start, words[last].end
    marked = [words[place] for place, _which in found if first <= place <= last]
    return format_html(
        "{}{}{}",
        ELLIPSIS if first else "",
        _marked(text, start, _end_of_sentence(text, end), marked),
        ELLIPSIS if last < len(words) - 1 else "",
    )


def _likely_part(text: str, wanted: Collection[frozenset[str]], language: str) -> str:
    """Return a part of a long text in which many of the words stand close together, without a look at every word.

    Only words that begin as a key does are looked at; most forms do. Where none is found, the part is the beginning.
    """
    if len(text) <= LONGEST_PART:
        return text
    last: dict[int, int] = {}
    most, place = 0, 0
    for start, number in _likely_places(text[:LONGEST_TEXT], wanted, language):
        last[number] = start
        together = sum(start - other < NEAR for other in last.values())
        if together > most:
            most, place = together, start
        if most == len(wanted):
            break
    begin = text.rfind(" ", 0, max(place - LONGEST_PART // 2, 0)) + 1
    return text[begin : begin + LONGEST_PART].rpartition(" ")[0]


def _likely_places(text: str, wanted: Collection[frozenset[str]], language: str) -> Iterator[tuple[int, int]]:
    plain = text.lower().translate(PLAIN)
    if len(plain) != len(text):
        plain = text  # a capital of some other language became two letters, which would put all places out
    sought = {key: number for number, keys in enumerate(wanted) for key in keys}
    beginnings = "|".join(sorted({re.escape(key[:BEGINNING]) for key in sought}))
    for found in re.finditer(rf"(?<!\w)(?:{beginnings})", plain, re.IGNORECASE):
        [word, *_others] = words_of(text[found.start() : found.start() + LONGEST])
        number = next((sought[key] for key in keys_of(word.text, language) if key in sought), None)
        if number is not None:
            yield found.start(), number


def _found(words: list[Word], wanted: Collection[frozenset[str]], language: str) -> list[tuple[int, int]]:
    """Return the places of the words that are looked for, each with the number of the one that it is."""
    sought = {key: number for number, keys in enumerate(wanted) for key in keys}
    found = []
    for place, word in enumerate(words):
        number = next((sought[key] for key in keys_of(word.text, language) if key in sought), None)
        if number is not None:
            found.append((place, number))
    return found


def _best_place(found: list[tuple[int, int]]) -> int:
    """Return the first place from which on a passage shows most of the different words, and most often."""
    best, best_worth = 0, (0, 0)
    for start, (place, _number) in enumerate(found):
        shown = [number for other, number in found[start : start + WORDS] if other < place + WORDS - BEFORE]
        worth = (len(set(shown)), len(shown))
        if worth > best_worth:
            best, best_worth = place, worth
    return best


def _end_of_sentence(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in {".", "!", "?"} else end


def _marked(text: str, start: int, end: int, words: list[Word]) -> SafeString:
    pieces = []
    for word in words:
        pieces.append((text[start : word.start], word.text))
        start = word.end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[start:end])
