"""Which item of one list is which of another, where they have no names: rows and columns of a table, old lists."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int]
LIKE = 0.4  # from which share of common words on two Polish items are taken for one that was edited
MOST_COMPARED = 40_000  # pairs; longer lists are matched by what is equal in them, and by place
_WORD = re.compile(r"\w+")


def align_by_content(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Return the pairs of an older and a newer text of one language that are the same item.

    What is equal comes first, where it stands or elsewhere. Of what lies between, texts with common words are taken
    for edited ones; then, where as many are left in the older list as in the newer one, each for its successor.
    """
    pairs: list[Pair] = []
    gaps: list[tuple[range, range]] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(start, end), range(new_start, new_end), strict=True)
        else:
            gaps.append((range(start, end), range(new_start, new_end)))
    pairs += _moved(before, after, gaps)
    for old, new in gaps:
        pairs += _edited(before, after, _free(old, new, pairs))
    for old, new in gaps:
        left = _free(old, new, pairs)
        if len(left[0]) == len(left[1]):
            pairs += zip(*left, strict=True)
    return sorted(pairs)


def _free(old: range, new: range, pairs: list[Pair]) -> tuple[list[int], list[int]]:
    """Return what of a gap is in no pair yet."""
    taken_old, taken_new = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return [n for n in old if n not in taken_old], [n for n in new if n not in taken_new]


def _moved(before: Sequence[str], after: Sequence[str], gaps: list[tuple[range, range]]) -> Iterator[Pair]:
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for _old, new in gaps:
        for number in new:
            places[after[number]].append(number)
    for old, _new in gaps:
        for number in old:
            if places[before[number]]:
                yield number, places[before[number]].popleft()


def _edited(before: Sequence[str], after: Sequence[str], free: tuple[list[int], list[int]]) -> Iterator[Pair]:
    old, new = free
    if len(old) * len(new) > MOST_COMPARED:
        return
    words = {n: _words(before[n]) for n in old}
    new_words = {n: _words(after[n]) for n in new}
    likeness = [(-_likeness(words[o], new_words[n]), abs((o - old[0]) - (n - new[0])), o, n) for o in old for n in new]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for negative, _distance, o, n in sorted(likeness):
        if -negative >= LIKE and o not in taken_old and n not in taken_new:
            taken_old.add(o)
            taken_new.add(n)
            yield o, n


def align_by_place(polish: Sequence[str], english: Sequence[str]) -> list[Pair]:
    """Return the pairs of a Polish and an English text that are the same item, in the order of both lists.

    As many as there are, by place. What the languages have in common, such as numbers, tells where one was left out.
    """
    shared = min(len(polish), len(english))
    if list(polish) == list(english) or len(polish) * len(english) > MOST_COMPARED:
        return [(number, number) for number in range(shared)]
    words, english_words = [_words(text) for text in polish], [_words(text) for text in english]
    best = [[0.0] * (len(english) + 1) for _number in range(len(polish) + 1)]
    for p in reversed(range(len(polish))):
        for e in reversed(range(len(english))):
            together = 1 + _likeness(words[p], english_words[e]) + best[p + 1][e + 1]
            best[p][e] = max(together, best[p + 1][e], best[p][e + 1])
    pairs, p, e = [], 0, 0
    while p < len(polish) and e < len(english):
        if best[p][e] == 1 + _likeness(words[p], english_words[e]) + best[p + 1][e + 1]:
            pairs.append((p, e))
            p, e = p + 1, e + 1
        elif best[p][e] == best[p + 1][e]:
            p += 1
        else:
            e += 1
    return pairs


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two texts have in common, from 0 to 1."""
    count = one.total() + other.total()
    return 2 * (one & other).total() / count if count else 0.0
