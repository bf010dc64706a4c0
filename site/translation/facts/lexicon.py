"""Which Polish words there are, and which of them are forms of one word.

Morfeusz 2 knows, where it is installed: it has no build for every machine. Without it nothing is known of any word,
and `spelling` decides by likeness alone.
"""

from functools import lru_cache
from typing import Final

from morphology.lemmas import readings_of

# What may be corrected into one another within one word: case and number of nouns and adjectives, person and number
# of verbs; not the tense, and not the degree
_CLASSES: Final = {
    "subst": "noun",
    "depr": "noun",
    "ger": "noun",
    "adj": "adjective",
    "adja": "adjective",
    "adjp": "adjective",
    "adjc": "adjective",
    "ppas": "participle",
    "pact": "participle",
    "fin": "present",
    "bedzie": "present",
    "praet": "past",
    "num": "number",
    "numcomp": "number",
}
_DEGREES: Final = frozenset({"com", "sup"})
_UNKNOWN: Final = "ign"
Readings = frozenset[tuple[str, str]]


@lru_cache(maxsize=20_000)
def readings(word: str) -> Readings:
    """Return the words of which this may be a form, each with its class; none if it is unknown."""
    readings = set()
    for start, _end, (_form, lemma, tag, *_labels) in readings_of(word) if word.isalpha() else ():
        if start or tag == _UNKNOWN:
            return frozenset()
        pieces = tag.split(":")
        name = _CLASSES.get(pieces[0], pieces[0])
        degree = next((piece for piece in pieces if piece in _DEGREES), "")
        readings.add((lemma.partition(":")[0].lower(), name + degree))
    return frozenset(readings)


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether a word with a capital is also one without: „Fundusz”, not „Lipowo”."""
    low = word.lower()
    found = readings_of(low) if low.isalpha() else ()
    return any(tag != _UNKNOWN and lemma[:1].islower() for _start, _end, (_form, lemma, tag, *_labels) in found)
