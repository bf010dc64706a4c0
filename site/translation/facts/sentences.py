"""Where the sentences of a text begin, as far as signs and abbreviations tell."""

import re
from bisect import bisect_right
from typing import Final

from translation.facts.word_tables import words

_END: Final = re.compile(
    r"(?:(?P<word>[^\W\d_]{1,12})|\W|\d)?[.!?…]{1,5}[”\")»]{0,3}\s{1,9}(?=[„“\"(«]?[^\W\d_a-ząćęłńóśźż])|\n{1,9}"
)
# After these a full stop ends no sentence
_ABBREVIATIONS: Final = words("""
    r ul al pl os godz tel nr art ust pkt poz tys mln mld św im np tj tzn itp itd prof dr mgr inż hab ks ok m min pn pt
    wt śr czw sob niedz wew kom woj pow gm red zł gr str s ww br bm tzw lit rozdz zob por dz u p no st mr mrs ms sq etc
    e i g vs approx dept ltd inc jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
""")


def sentence_starts(text: str) -> list[int]:
    """Return where each sentence but the first begins."""
    return [
        found.end()
        for found in _END.finditer(text)
        if (found["word"] or "").lower() not in _ABBREVIATIONS or "\n" in found[0]
    ]


def sentence_at(starts: list[int], place: int) -> int:
    """Return the number of the sentence that a place is in, from 0."""
    return bisect_right(starts, place)
