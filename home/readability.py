"""Whether a text is easy to read: sentences that are too long, and long words that are not explained."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup
from wagtail.blocks import StreamValue

from home.plain_text import plain_lines

LONGEST_SENTENCE = 15  # words
LONGEST_WORD = 14  # letters
STEM = 9  # letters that the forms of one long word share

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# An end of a sentence, but not the full stop of an abbreviation: a capital letter, a digit or nothing must follow
END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"„“‘(]?[A-ZĄĆĘŁŃÓŚŹŻ0-9])")
ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")
ABBREVIATION = re.compile(r"\b(?:ul|al|pl|nr|art|ust|pkt|np|tzw|tel|godz|dr|prof|im|św|e\.g|i\.e|Mr|Mrs|Dr|St|No)\.$")


@dataclass(frozen=True)
class HardSentence:
    """A sentence of more words than a reader keeps in mind, and how many it has."""

    text: str
    words: int


@dataclass(frozen=True)
class Findings:
    """What makes a text hard, in the order of the text. A word that is bold in one of its forms counts as explained."""

    sentences: list[HardSentence]
    words: list[str]

    def __bool__(self) -> bool:
        return bool(self.sentences or self.words)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a paragraph. A full stop after a common abbreviation ends none."""
    found: list[str] = []
    for part in END.split(" ".join(text.split())):
        if found and ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        elif part:
            found.append(part)
    return found


def hard_parts(streams: Iterable[StreamValue]) -> Findings:
    """Return the long sentences and the long words of streams of blocks named "heading", "text" and "image"."""
    paragraphs: list[str] = []
    explained: set[str] = set()
    for stream in streams:
        for child in stream:
            if child.block_type == "heading":
                paragraphs.append(str(child.value))
            elif child.block_type == "text":
                paragraphs += plain_lines(child.value.source)
                marked = BeautifulSoup(child.value.source, "html.parser").find_all(["b", "strong"])
                bold = " ".join(each.get_text() for each in marked)
                explained |= set(WORD.findall(bold))
    return findings_of(paragraphs, explained)


def findings_of(paragraphs: Iterable[str], explained: Iterable[str] = ()) -> Findings:
    """Return the long sentences and the long words of plain paragraphs.

    Args:
        explained: words that the text explains, which are not counted as hard in any of their forms.
    """
    sentences: list[HardSentence] = []
    words: dict[str, None] = {}
    known = {word.lower()[:STEM] for word in explained}
    for paragraph in paragraphs:
        for sentence in sentences_of(ADDRESS.sub(" ", paragraph)):
            found = WORD.findall(sentence)
            if len(found) > LONGEST_SENTENCE:
                sentences.append(HardSentence(sentence, len(found)))
            words |= dict.fromkeys(
                word.lower() for word in found if len(word) > LONGEST_WORD and word.lower()[:STEM] not in known
            )
    return Findings(sentences, list(words))
