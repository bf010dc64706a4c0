"""Units that stand alone and so count one: „w ciągu tygodnia” is "within seven days", "annual" is of twelve months.

They are loose: most of them count nothing, as in „w tym tygodniu”. But a number of the other text may say what they do.
"""

from collections.abc import Iterator
from typing import Final

from translation.facts.kinds import Fact, FactKind, Language
from translation.facts.rows import Row
from translation.facts.word_tables import named

_ADJECTIVE: Final = ["y", "a", "e", "ego", "ej", "emu", "ą", "ym", "ych", "ymi"]
_ADJECTIVES_PL: Final = {
    "dobow": "day",
    "tygodniow": "week",
    "miesięczn": "month",
    "roczn": "year",
    "całoroczn": "year",
}
_SINGLE: Final[dict[Language, dict[str, str]]] = {
    "pl": {
        **named("""
            day doba doby dobę dobie dobowo
            week tydzień tygodnia tygodniu tygodniem tygodniowo
            month miesiąc miesiąca miesiącu miesiącem miesięcznie
            year rok roku rokiem rocznie
            hour godzina godzinę godziny
            quarter kwartał kwartału kwartale kwartalnie
        """),
        **{stem + ending: unit for stem, unit in _ADJECTIVES_PL.items() for ending in _ADJECTIVE},
    },
    "en": named("""
        day day
        week week weekly
        month month monthly
        year year yearly yearlong annual annually
        hour hour hourly
        quarter quarterly
    """),
}


def find_single_units(row: Row) -> None:
    """Add the units that stand in a row without a number; their tokens may belong to other facts too."""
    for fact in list(_units(row)):
        row.add(fact)


def _units(row: Row) -> Iterator[Fact]:
    known = _SINGLE[row.language]
    for token in row.tokens:
        if token.fact is None and token.quantity is None and token.low in known:
            value = (1, known[token.low])
            yield Fact(FactKind.NUMBER, value, token.text, token.start, token.end, loose=True)
