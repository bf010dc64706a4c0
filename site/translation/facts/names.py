"""Proper names: words with a capital inside of a sentence, and how the cases of Polish change them."""

import re
from typing import Final

from translation.facts.kinds import Fact, FactKind
from translation.facts.name_stems import stems
from translation.facts.name_words import COURTESY, ENDINGS, ENGLISH, FOLD, POLISH_ADJECTIVES
from translation.facts.rows import Row

# How Polish names begin or end and English words do not, but for those in `ENGLISH`
_POLISH: Final = re.compile(
    r"^(?:cz(?!ech)|brz|grz|prz|krz|trz|wrz|chrz|strz|szcz|sz|rz|dzi|dz|zd|zb|zg|zl|zm|zw|gd|wl|cie[^l]|sie[^rgnv]|nie[^c])"
    r"|(?:[^aeiouy](?:owo|owa|owie|owe|owka|owek|ew|ow|nica|nik|niak|czyk|cki|cka|wicz|icz|nek|sk|ska|ski)"
    r"|[^aeiou]ek|wice|dzice|rzyn|szyn|[^aeiouy]iec|jec|lec|[^aeio]ik|yk|[^eo]ak|[bcdfghjklmnprstwz]o|[^aeiou]a|ja|ua"
    r"|[^aeiou]i|aj|uj|yj|sz|cz|rz|dz|slaw|mir|grod|arz|erz|zdroj|bory|iny|yny|owki|owy|yce|zie|cie|rze|sze|cze)$"
)


def fold(word: str) -> str:
    """Return a word in small letters without the marks of Polish."""
    return word.lower().translate(FOLD)


def stem(word: str) -> str:
    """Return what the cases of a Polish name share, roughly: it serves to group, `same_name` decides."""
    folded = fold(word.removesuffix("'s").removesuffix("’s"))
    return folded[: max(3, len(folded) - 3)]


def same_name(one: str, other: str) -> bool:
    """Whether two words may be one name in two of its cases, or spelt without marks."""
    first, second = fold(one), fold(other)
    if first == second:
        return True
    shortest = min(len(first), len(second))
    shared = 0
    while shared < shortest and first[shared] == second[shared]:
        shared += 1
    if shared < 2 or shared < shortest - 4:
        return False
    # An ending may reach back into what both share: Zawad-a, Zawad-zie is d|dzie
    for back in range(min(3, shared - 1)):
        ends = first[shared - back :], second[shared - back :]
        if ends in ENDINGS or ends[::-1] in ENDINGS:
            return shared - back >= 2
    return shared > 2 and not stems(first).isdisjoint(stems(second))


def looks_polish(word: str) -> bool:
    """Whether a word of an English text is spelt as Polish names are and English words are not."""
    low = word.lower()
    if word.isupper() or fold(low) in ENGLISH:
        return False
    if any(letter in "ąćęłńóśźż" for letter in low) or low in POLISH_ADJECTIVES:
        return True
    return len(low) > 2 and not low.endswith("ia") and _POLISH.search(low) is not None


def find_names(row: Row) -> None:
    """Take the names out of a row: one for each word, so that one wrong word of several can be told.

    A word that begins a sentence is a loose one. So is one of capitals alone: an abbreviation is often another in
    English.
    """
    for position, token in enumerate(row.tokens):
        if token.fact is not None and token.fact.kind != FactKind.NEGATION:
            continue
        if not token.text[0].isupper() or token.quantity is not None or len(token.text) < 2:
            continue
        text = token.text.replace("’", "'").removesuffix("'s")
        if text.lower() in COURTESY or (row.language == "en" and "'" in text and text.endswith("t")):
            continue
        loose = row.starts_sentence(position) or text.isupper()
        end = token.start + len(text)
        fact = Fact(FactKind.NAME, (stem(text),), row.text[token.start : end], token.start, end, loose)
        token.fact = fact
        row.add(fact)
