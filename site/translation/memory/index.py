"""The index by which similar texts are found: ordinary tables, so that it is the same on every database.

A unit stands in the lists of a few of its keys only: of those of its words that have the shortest lists, and if it is
short, of groups of three letters too, since a title of three words may share none with a similar one. Whoever asks
reads the lists of all keys of a text, the shortest first, up to a number of entries. So it costs the same however
large the memory is and however common the words are. What is found is a guess; `lookup` compares the texts.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from math import ceil, floor
from zlib import crc32

from django.db.models import QuerySet

from translation.memory.models import MemoryEntry, MemoryKey, MemoryUnit
from translation.memory.texts import fold, shape

# Measured by `python -m tools.translation_bench`
WORDS_KEPT = 3  # of a unit
WORDS_KEPT_OF_A_TITLE = 5  # for if it shares few with a text, that may be any of them
TITLE = 64  # characters at most
LETTERS_KEPT = 8  # groups of a short unit
SAMPLE = 4  # of so many units one counts for all in the lengths of lists, which spares most of the writing
SHORT = 26  # characters
ALMOST_SHORT = 44  # a text of this length may still be similar to a short one
WORD_ENTRIES = 8000  # read at most
LETTER_ENTRIES = 8000
CANDIDATES = 500  # of each kind

# Of Polish nouns, adjectives and verbs, without diacritics, the longest first
ENDINGS = sorted(
    (
        *("a", "ach", "ami", "ow", "owi", "owie", "om", "em", "e", "ego", "emu", "ej", "i", "ia", "iach"),
        *("iami", "ich", "iej", "iem", "imi", "ie", "iu", "io", "u", "y", "ych", "ym", "ymi", "owa"),
        *("owe", "owego", "owej", "owy", "owych", "owymi"),
    ),
    key=len,
    reverse=True,
)
STEM = 6  # letters at most
SHORTEST_STEM = 3
WORD = re.compile(r"\w+")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the beginning of a word that its inflected forms share, mostly."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[:STEM]


def word_codes(folded: str) -> set[int]:
    """Return the keys of the words of a text without capitals and diacritics. Numbers are none."""
    return {_code(stem(word)) for word in WORD.findall(folded) if not word.isdigit()}


def letter_codes(folded: str) -> set[int]:
    """Return the keys of the groups of letters of such a text."""
    letters = f"  {' '.join(WORD.findall(folded))} "
    return {_code(f"~{letters[place : place + 3]}") for place in range(len(letters) - 2)}


def _code(key: str) -> int:
    return crc32(key.encode()) - 2**31  # as databases store 32 bits


def add(units: Collection[MemoryUnit]) -> None:
    """Let units that were saved a moment ago be found."""
    sizes = {unit.pk: len(shape(unit.source)) for unit in units}
    words = {unit.pk: word_codes(unit.folded_source) for unit in units}
    letters = {unit.pk: letter_codes(unit.folded_source) if sizes[unit.pk] <= SHORT else set() for unit in units}
    lengths = _lengths(set().union(*words.values(), *letters.values()))
    gained: Counter[int] = Counter()
    counted: Counter[int] = Counter()
    entries = []
    for unit in units:
        chosen = [
            *_shortest(words[unit.pk], lengths, gained)[: _words_kept(sizes[unit.pk])],
            *_shortest(letters[unit.pk], lengths, gained)[:LETTERS_KEPT],
        ]
        gained.update(chosen)
        if _is_counted(unit.pk):
            counted.update(chosen)
        entries += [MemoryEntry(code=code, length=sizes[unit.pk], unit_id=unit.pk) for code in chosen]
    # Two publications at a time may add the same unit.
    MemoryEntry.objects.bulk_create(entries, ignore_conflicts=True)
    _store({code: lengths.get(code, 0) + number * SAMPLE for code, number in counted.items()})


def _words_kept(length: int) -> int:
    return WORDS_KEPT_OF_A_TITLE if length <= TITLE else WORDS_KEPT


def _is_counted(number: int) -> bool:
    return number % SAMPLE == 0


def _shortest(codes: Iterable[int], lengths: Mapping[int, int], gained: Mapping[int, int]) -> list[int]:
    return sorted(codes, key=lambda code: (lengths.get(code, 0) + gained.get(code, 0), code))


def drop(numbers: Collection[int]) -> None:
    """Take units out of the index, by their primary keys."""
    entries = MemoryEntry.objects.filter(unit__in=numbers)
    rows = entries.values_list("code", "unit_id")
    lost = Counter(code for code, unit_id in rows if _is_counted(unit_id))
    entries._raw_delete(entries.db)
    _store({code: max(0, length - lost[code] * SAMPLE) for code, length in _lengths(lost).items()})


def _lengths(codes: Iterable[int]) -> dict[int, int]:
    return dict(MemoryKey.objects.filter(code__in=codes).values_list("code", "units"))


def _store(lengths: Mapping[int, int]) -> None:
    """Write the lengths of lists, always in the same order, so that no two writers wait for one another in a ring."""
    keys = [MemoryKey(code=code, units=length) for code, length in sorted(lengths.items())]
    MemoryKey.objects.bulk_create(keys, update_conflicts=True, unique_fields=["code"], update_fields=["units"])


def candidates(text: str, at_least: float) -> set[int]:
    """Return the primary keys of units that may be as similar to a text as is wanted, from 0 to 1."""
    length = len(shape(text))
    # The score is twice what two texts share, divided by their lengths together.
    shortest, longest = floor(length * at_least / (2 - at_least)), ceil(length * (2 - at_least) / at_least)
    near = MemoryEntry.objects.filter(length__range=(shortest, longest))
    folded = fold(text)
    words, letters = word_codes(folded), letter_codes(folded) if length <= ALMOST_SHORT else set()
    lengths = _lengths(words | letters)
    found = set(_most_shared(near, words, lengths, WORD_ENTRIES))
    return found | set(_most_shared(near, letters, lengths, LETTER_ENTRIES))


def _most_shared(
    entries: QuerySet[MemoryEntry], codes: Iterable[int], lengths: Mapping[int, int], most: int
) -> Iterator[int]:
    """Yield the units that share the most keys with a text, reading no more than so many entries."""
    read: list[int] = []
    total = 0
    for code in sorted(codes, key=lambda code: (lengths.get(code, 0), code)):
        total += lengths.get(code, 0)
        if read and total > most:
            break
        read.append(code)
    if read:
        shared = Counter(entries.filter(code__in=read).values_list("unit_id", flat=True)[:most])
        for number, _times in shared.most_common(CANDIDATES):
            yield number
