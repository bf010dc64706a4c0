"""How much one version of a page differs from another: in characters of plain words, and whether in a fact.

A fact is whatever a reader could act on wrongly: a number, a date, a link, an address, a negation, and all that is not
text, such as an image, a choice, or the order of blocks.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from wagtail.models import Page

from editorial.digest import without_paragraph_keys
from editorial.leaves import Leaf, LeafKind, leaves_of

# Beyond this many characters on both sides, comparing costs more than it tells: all of them count as changed.
COMPARED_CHARACTERS = 2_000

_TAG = re.compile(r"<[^>]*>")
# Beginnings of words: months, days of the week, numbers
_STEMS = (
    *("stycz", "kwie(?:cień|tni)", "czerw(?:iec|c)", "sierp(?:ień|ni)", "wrze(?:sień|śni)", "październik", "listopad"),
    *("grud(?:zień|ni)", "poniedział", "wtor(?:ek|k)", "czwart", "piąt", "sobot", "niedziel"),
    *("januar", "februar", "septemb", "octob", "novemb", "decemb", "monday", "tuesday", "wednesday", "thursday"),
    *("friday", "saturday", "sunday", "czter", "pię[cć]", "sześ[ćc]", "siedem", "siedm", "osiem", "ośmi"),
    *("dziewię[cć]", "dziesię[cć]", "dwadzie", "dwie[śs]", "tysi[ąę]c", "milion", "miliard", "procent", "percent"),
    *("twenty", "hundred", "thousand", "million", "billion"),
)
# Whole words: what begins with them may be any other word
_WORDS = (
    *("luty", "lutego", "lutym", "marzec", "marca", "marcu", "maj", "maja", "maju", "lipiec", "lipca", "lipcu"),
    *("środa", "środę", "środy", "środzie", "jeden", "jedna", "jedno", "jednego", "jednej", "jednym", "jedną"),
    *("dwa", "dwie", "dwu", "dwóch", "dwom", "dwoma", "trzy", "trzech", "trzem", "trzema", "sto", "stu", "pół"),
    *("połowa", "połowę", "połowy", "każdy", "każda", "każde", "każdego", "każdej", "wszystkie", "wszyscy"),
    *("march", "april", "may", "june", "july", "august", "one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve", "per cent", "half", "all", "every", "none"),
    *("ani", "bez", "brak", "braku", "nigdy", "nikt", "nic", "żaden", "żadna", "żadne", "żadnego", "żadnej"),
    *("not", "no", "never", "without", "nor", "cannot", "can't", "don't", "isn't", "won't"),
)
# What makes a sentence another statement, wherever it stands in it
_FACT = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+"  # an e-mail address
    r"|(?:https?://|www\.)\S+"
    r"|[^\s\d]*\d\S*"  # whatever has a digit in it
    r"|[%‰°§€$£]|\b(?:tys|mln|mld|zł|PLN|EUR|USD)\b"
    rf"|\bnie\w*|\b(?:{'|'.join(_STEMS)})\w*|\b(?:{'|'.join(_WORDS)})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Difference:
    """How much changed: characters outside of facts, and whether a fact did."""

    characters: int
    touches_facts: bool


def difference(before: Page | None, after: Page) -> Difference:
    """Measure what changed between two versions of a specific page. Without a former one, everything is new."""
    old = {leaf.path: leaf for leaf in leaves_of(before)} if before else {}
    new = {leaf.path: leaf for leaf in leaves_of(after)}
    characters, touches_facts = 0, old.keys() != new.keys()
    for path, leaf in new.items():
        former = old.get(path)
        if former and former.value == leaf.value:
            continue
        change = _of_leaf(former, leaf)
        characters += change.characters
        touches_facts |= change.touches_facts
    return Difference(characters, touches_facts)


def _of_leaf(before: Leaf | None, after: Leaf) -> Difference:
    old = before.value if before else ""
    if after.kind is LeafKind.OTHER or not isinstance(old, str) or not isinstance(after.value, str):
        return Difference(0, touches_facts=True)
    if after.kind is LeafKind.RICH_TEXT:
        old_html, new_html = without_paragraph_keys(old), without_paragraph_keys(after.value)
        change = changed_text(_TAG.sub(" ", old_html), _TAG.sub(" ", new_html))
        return Difference(change.characters, change.touches_facts or _TAG.findall(old_html) != _TAG.findall(new_html))
    return changed_text(old, after.value)


def changed_text(before: str, after: str) -> Difference:
    """Measure what changed between two texts."""
    return Difference(_changed_characters(before, after), _FACT.findall(before) != _FACT.findall(after))


def _changed_characters(before: str, after: str) -> int:
    start = _common_start(before, after)
    before, after = before[start:], after[start:]
    end = _common_start(before[::-1], after[::-1])
    before, after = before[: len(before) - end], after[: len(after) - end]
    if min(len(before), len(after)) > COMPARED_CHARACTERS:
        return max(len(before), len(after))
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(max(to - frm, b_to - b_frm) for tag, frm, to, b_frm, b_to in changes if tag != "equal")


def _common_start(one: str, other: str) -> int:
    return sum(1 for _same in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
