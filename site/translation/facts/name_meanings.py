"""Words in names that English translates and that tell one thing from another: colours, metals, offices."""

from typing import Final

from translation.facts.names import fold
from translation.facts.word_tables import rows

# How the Polish words begin, without marks, and the English words for them
_MEANINGS: Final = """
    zlot gold golden
    srebr silver
    brazow bronze brown
    zelazn iron
    czerwon red
    zielon green
    niebiesk blue
    blekitn blue
    bial white
    czarn black
    zolt yellow
    klimat climate
    finans finance finances financial funding
    zdrow health
    edukac education
    oswiat education
    kultur culture cultural
    sport sport sports
    rolnic agriculture agricultural
    infrastruktur infrastructure
    rozwoj development
    cyfryzac digital digitalisation
    sprawiedliw justice
    srodowisk environment environmental
    obron defence
    energi energy
    transport transport
    turyst tourism tourist
    nauk science sciences
    sejm sejm
    senat senate
    polnoc north northern
    poludni south southern
    wschod east eastern
    zachod west western
    wiosn spring
    letni summer
    jesien autumn
    zimow winter
    zim winter
    lat summer
"""
_TABLE: Final = {beginning: frozenset(others) for beginning, others in rows(_MEANINGS)}
ENGLISH: Final = frozenset().union(*_TABLE.values())
_FEWEST: Final = 3
_BY_BEGINNING: Final = {
    key: [beginning for beginning in _TABLE if beginning[:_FEWEST] == key]
    for key in {each[:_FEWEST] for each in _TABLE}
}


def meanings_of_name(word: str) -> frozenset[str]:
    """Return the English words for a word of a Polish name; none if it may be left as it is."""
    folded = fold(word)
    return frozenset().union(
        *(_TABLE[each] for each in _BY_BEGINNING.get(folded[:_FEWEST], ()) if folded.startswith(each))
    )
