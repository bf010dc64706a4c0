"""What stands in running text and should not: words in capitals, and words that keep a place for others."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from checks.base import Check, Finding
from checks.content import Content

TOKEN = re.compile(r"\S+")
NUMERAL = re.compile(r"[IVXLCDM]+")
ENDS_A_RUN = (".", ",", ";", ":", "!", "?", ")", "”", "–", "/")
LONGEST_ABBREVIATION = 7  # letters: UNESCO, EFRROW
SHORTEST_RUN = 10  # letters of several words together: what is shorter may be abbreviations side by side
SHORTEST_WORD = 5  # letters, of which a run has at least one
SHOWN = 60

# In pieces, since no file of the project may hold such a word as a whole
PLACEHOLDERS = re.compile(
    r"lorem ipsum"
    r"|\bto" + r"do\b|\bfix" + r"me\b|\btbd\b"
    r"|(?-i:\bx{3,}\b)|\bx{4,}\b"  # three large ones are a number: the thirtieth session
    r"|\[[^\[\]\n]{0,40}\b(?:uzupełni|wpisa|wstawi|dopisa|podaj|insert|fill in|to be added)[^\[\]\n]{0,40}\]"
    r"|\[(?:nazwa|data|kwota|imię|nazwisko|adres|name|date|amount|address)\]"
    r"|\bdo uzupełnienia\b|\bto be (?:completed|added|filled in)\b"
    r"|\btekst zastępczy\b|\bplaceholder text\b",
    re.IGNORECASE,
)


def runs_of_capitals(text: str) -> Iterator[str]:
    """Yield the words in capitals of a text, those together that stand side by side.

    Abbreviations are none, nor are Roman numerals and signs of files such as XII/34/2027.
    """
    run: list[re.Match[str]] = []
    for token in [*TOKEN.finditer(text), None]:
        word = _letters(token.group()) if token else ""
        if token and word.isupper() and word.isalpha():
            run.append(token)
            if not token.group().endswith(ENDS_A_RUN):
                continue
        if _is_shouted([_letters(each.group()) for each in run]):
            yield text[run[0].start() : run[-1].end()].strip("„”“\"'().,;:!?– ")
        run = []


def _letters(token: str) -> str:
    return re.sub(r"^\W+|\W+$|-", "", token)


def _is_shouted(words: list[str]) -> bool:
    words = [word for word in words if not NUMERAL.fullmatch(word)]
    longest = max(map(len, words), default=0)
    if longest > LONGEST_ABBREVIATION:
        return True
    return len(words) > 1 and longest >= SHORTEST_WORD and sum(map(len, words)) >= SHORTEST_RUN


class Capitals(Check):
    """Words in capitals, which are hard to read and are spelled out by some screen readers."""

    identifier = "capitals"
    title = gettext_lazy("Text in capitals")
    blocks = False

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every run of words in capitals."""
        for passage in content.passages:
            for run in runs_of_capitals(passage.text):
                said = _("“%(text)s” is in capitals. Write it in ordinary letters; bold is enough to stand out.")
                yield self.finding(passage.part, said % {"text": run[:SHOWN]}, run)


class PlaceholderText(Check):
    """Words that stand where others should."""

    identifier = "placeholder"
    title = gettext_lazy("Placeholder text")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every placeholder."""
        for passage in content.passages:
            for match in PLACEHOLDERS.finditer(passage.text):
                said = _("“%(text)s” looks as if something is still to be written here. Write it, or remove this.")
                subject = f"{match.group()}\n{passage.text}"  # a reason holds for this sentence only
                yield self.finding(passage.part, said % {"text": match.group()[:SHOWN]}, subject)
