"""Months, days of the week and periods, in every form that texts have them in."""

from typing import Final

from translation.facts.kinds import Language
from translation.facts.word_tables import numbered

_ADJECTIVE = ("y", "a", "e", "ego", "ej", "emu", "ą", "ym", "ych", "ymi")


def _adjectives(stems: str) -> dict[str, int]:
    """Return every form of the adjectives of these stems, with their place in the row."""
    return {stem + ending: number for number, stem in enumerate(stems.split(), 1) for ending in _ADJECTIVE}


MONTHS: Final[dict[Language, dict[str, int]]] = {
    "pl": numbered("""
        1 styczeń stycznia styczniowi styczniem styczniu stycznie
        2 luty lutego lutemu lutym
        3 marzec marca marcowi marcem marcu
        4 kwiecień kwietnia kwietniowi kwietniem kwietniu
        5 maj maja majowi majem maju
        6 czerwiec czerwca czerwcowi czerwcem czerwcu
        7 lipiec lipca lipcowi lipcem lipcu
        8 sierpień sierpnia sierpniowi sierpniem sierpniu
        9 wrzesień września wrześniowi wrześniem wrześniu
        10 październik października październikowi październikiem październiku
        11 listopad listopada listopadowi listopadem listopadzie
        12 grudzień grudnia grudniowi grudniem grudniu
    """)
    | _adjectives(
        "styczniow lutow marcow kwietniow majow czerwcow lipcow sierpniow wrześniow październikow listopadow grudniow"
    ),
    "en": numbered("""
        1 january
        2 february
        3 march
        4 april
        5 may
        6 june
        7 july
        8 august
        9 september
        10 october
        11 november
        12 december
    """),
}
# Counted only beside the number of a day or a year
SHORT_MONTHS: Final[dict[Language, dict[str, int]]] = {
    "pl": numbered("""
        1 sty
        2 lut
        3 mar
        4 kwi
        6 cze
        7 lip
        8 sie
        9 wrz
        10 paź
        11 lis
        12 gru
    """),
    "en": numbered("""
        1 jan
        2 feb
        3 mar
        4 apr
        6 jun
        7 jul
        8 aug
        9 sep sept
        10 oct
        11 nov
        12 dec
    """),
}
WEEKDAYS: Final[dict[Language, dict[str, int]]] = {
    "pl": numbered("""
        1 poniedziałek poniedziałku poniedziałki poniedziałkiem poniedziałkowi poniedziałków poniedziałkach
        2 wtorek wtorku wtorki wtorkiem wtorkowi wtorków wtorkach
        3 środa środy środę środzie środą śród środach
        4 czwartek czwartku czwartki czwartkiem czwartkowi czwartków czwartkach
        5 piątek piątku piątki piątkiem piątkowi piątków piątkach
        6 sobota soboty sobotę sobocie sobotą sobót sobotach sobotni sobotnie sobotnia sobotniego sobotniej
        7 niedziela niedziele niedzielę niedzieli niedzielą niedzielach
    """)
    | _adjectives("poniedziałkow wtorkow środow czwartkow piątkow")
    | {"sobotn" + ending: 6 for ending in ("i", "ia", "ie", "iego", "iej", "iemu", "ią", "im", "ich", "imi")}
    | {"niedzieln" + ending: 7 for ending in _ADJECTIVE},
    "en": numbered("""
        1 monday mondays
        2 tuesday tuesdays
        3 wednesday wednesdays
        4 thursday thursdays
        5 friday fridays
        6 saturday saturdays
        7 sunday sundays
    """),
}
# Counted only beside another day of the week, a number or a time
SHORT_WEEKDAYS: Final[dict[Language, dict[str, int]]] = {
    "pl": numbered("""
        1 pon pn
        2 wt wto
        3 śr śro
        4 czw cz
        5 pt pią
        6 sob sb
        7 niedz nd ndz
    """),
    "en": numbered("""
        1 mon
        2 tue tues
        3 wed weds
        4 thu thur thurs
        5 fri
        6 sat
        7 sun
    """),
}
ROMAN_MONTHS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
YEAR_WORDS: Final = frozenset({"r", "rok", "roku", "roki", "rokiem", "rokowi"})
QUARTERS: Final[dict[Language, frozenset[str]]] = {
    "pl": frozenset({"kwartał", "kwartału", "kwartale", "kwartałem", "kwartałowi", "kw"}),
    "en": frozenset({"quarter"}),
}
HALVES: Final[dict[Language, frozenset[str]]] = {
    "pl": frozenset({"półrocze", "półrocza", "półroczu", "półroczem"}),
    "en": frozenset({"half"}),
}
CENTURIES: Final[dict[Language, frozenset[str]]] = {
    "pl": frozenset({"wiek", "wieku", "wiekiem", "wiekowi", "w", "stulecie", "stulecia", "stuleciu"}),
    "en": frozenset({"century", "c"}),
}
