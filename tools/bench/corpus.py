"""Polish sentences and titles that nobody wrote: as many as are wanted, the same at every run.

Their words are those of the site's own Polish texts, as often as there, and behind them a long tail of words that a
chain of letters makes from them. Many are changed copies of others, as notices are that come back every year.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import yaml

from tools import ROOT

DOCUMENTS = ("docs/editors/*.pl.md", "docs/translators/*.pl.md")
CONTENT = ("site/content/*.yaml", "site/content/example/*.yaml")
WORD = re.compile(r"[a-ząćęłńóśźż]+")
TAG = re.compile(r"<[^>]*>")
WORDS = 40_000  # different ones, inflected forms among them
SHIFT = 3  # of Zipf's law, after Mandelbrot: the commonest word is one of thirty or forty
ENDINGS = ("", "a", "y", "i", "e", "u", "ów", "om", "ami", "ach", "em", "ą", "ę", "ego", "ej", "ych", "ym", "owy")
TITLES = 0.35  # share of them
COPIES = 0.25  # share of changed copies
NUMBERS = 0.08  # share of numbers among the words


class Corpus:
    """Writes sentences and titles, and changes them."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret
        counts = Counter(word for text in _polish_texts() for word in WORD.findall(TAG.sub(" ", text.lower())))
        self.words = [word for word, _count in counts.most_common()]
        self.words += self._tail(set(self.words))
        self.shares = list(accumulate(1 / (rank + SHIFT) for rank in range(len(self.words))))

    def _tail(self, known: set[str]) -> list[str]:
        """Return new words: stems that go on as the known ones do, three letters at a time, each in several forms."""
        follows: dict[str, list[str]] = defaultdict(list)
        for word in sorted(known):
            text = f"^^^{word}$"
            for place in range(3, len(text)):
                follows[text[place - 3 : place]].append(text[place])
        found: dict[str, None] = {}
        while len(found) < WORDS - len(known):
            text = "^^^"
            while not text.endswith("$") and len(text) < 14:
                text += self.random.choice(follows[text[-3:]])
            stem = text.strip("^$")
            if len(stem) >= 4:
                found |= dict.fromkeys(f"{stem}{ending}" for ending in self.random.sample(ENDINGS, 4))
        tail = [word for word in found if word not in known]
        self.random.shuffle(tail)
        return tail[: WORDS - len(known)]

    def word(self) -> str:
        """Return a word as a text would have it, now and then a number."""
        if self.random.random() < NUMBERS:
            return str(self.random.choice((self.random.randrange(1, 32), 2020 + self.random.randrange(10), 1250)))
        return self.random.choices(self.words, cum_weights=self.shares)[0]

    def text_of(self, length: int) -> str:
        """Return a sentence, or a title if it has at most six words."""
        return _written([self.word() for _number in range(length)])

    def texts(self, number: int) -> Iterator[str]:
        """Yield so many texts that all differ."""
        written: dict[str, None] = {}
        originals: list[str] = []
        while len(written) < number:
            if originals and self.random.random() < COPIES:
                text = self.changed(self.random.choice(originals), self.random.randrange(1, 4))
            else:
                is_title = self.random.random() < TITLES
                text = self.text_of(self.random.randrange(2, 7) if is_title else self.random.randrange(5, 41))
                originals.append(text)
            if text not in written:
                written[text] = None
                yield text

    def changed(self, text: str, edits: int) -> str:
        """Return a text with so many changes: a word replaced, inflected, mistyped, added or left out."""
        words = text.lower().rstrip(".").split()
        for _edit in range(edits):
            place = self.random.randrange(len(words))
            word = words[place]
            match self.random.randrange(5):
                case 0:
                    words[place] = self.word()
                case 1:
                    words[place] = word[: max(3, len(word) - 2)] + self.random.choice(ENDINGS)
                case 2:
                    letter = self.random.randrange(len(word))
                    words[place] = word[:letter] + self.random.choice("aeiorstnwz") + word[letter + 1 :]
                case 3:
                    words.insert(place, self.word())
                case 4 if len(words) > 2:
                    del words[place]
        return _written(words)


def _polish_texts() -> Iterator[str]:
    """Yield the Polish texts of the site: its guides, and what stands under `pl` in the content that it loads."""
    for pattern in DOCUMENTS:
        for path in sorted(ROOT.glob(pattern)):
            yield path.read_text(encoding="utf-8")
    for pattern in CONTENT:
        for path in sorted(ROOT.glob(pattern)):
            yield from _below_pl(yaml.safe_load(path.read_text(encoding="utf-8")), is_polish=False)


def _below_pl(value: Any, *, is_polish: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _below_pl(each, is_polish=is_polish or key == "pl")
    elif isinstance(value, list):
        for each in value:
            yield from _below_pl(each, is_polish=is_polish)
    elif isinstance(value, str) and is_polish:
        yield value


def _written(words: list[str]) -> str:
    text = " ".join(words)
    return text[:1].upper() + text[1:] + ("." if len(words) > 6 else "")
