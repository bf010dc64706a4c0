"""The names of units, in every form that texts have them in."""

from typing import Final

from translation.facts.word_tables import named

POLISH: Final = named("""
    km km kilometr kilometra kilometry kilometrów kilometrach kilometrami kilometrowi
    m m metr metra metry metrów metrach metrami mb
    cm cm centymetr centymetra centymetry centymetrów
    mm mm milimetr milimetra milimetry milimetrów
    ha ha hektar hektara hektary hektarów hektarach hektarami
    ar ar ara ary arów
    m² m² mkw
    km² km²
    m³ m³
    kg kg kilogram kilograma kilogramy kilogramów
    g g gram grama gramy gramów
    t t tona tony ton tonę tonach
    l l litr litra litry litrów litrach
    ml ml
    kw kw kilowat kilowata kilowaty kilowatów
    mw mw megawat megawata megawaty megawatów
    kwh kwh kilowatogodzin kilowatogodziny
    mwh mwh megawatogodzin megawatogodziny
    gwh gwh
    kwp kwp
    mwp mwp
    kb kb
    mb mb megabajt megabajta megabajty megabajtów
    gb gb gigabajt gigabajta gigabajty gigabajtów
    db db decybeli decybele
    second s sekunda sekundy sekund sekundę
    minute min minuta minuty minut minutę minutach minutami
    hour h godz godzina godziny godzin godzinę godzinach godzinami
    day dzień dnia dni dniach dniami dniom doba doby dób dobę dobach
    week tydzień tygodnia tygodni tygodnie tygodniach tygodniami
    month miesiąc miesiąca miesiące miesięcy miesiącach miesiącami miesiącom mies
    decade dekada dekady dekad dekadę dekadach
    year rok roku lata lat latach latami latom
""")
ENGLISH: Final = named("""
    km km kilometre kilometres kilometer kilometers
    m m metre metres meter meters
    cm cm centimetre centimetres centimeter centimeters
    mm mm millimetre millimetres millimeter millimeters
    mile mile miles
    ha ha hectare hectares
    acre acre acres
    ar ares
    m² m² sqm
    km² km²
    m³ m³
    kg kg kilogram kilograms kilogramme kilogrammes kilo kilos
    g g gram grams gramme grammes
    t t tonne tonnes ton tons
    l l litre litres liter liters
    ml ml
    kw kw kilowatt kilowatts
    mw mw megawatt megawatts
    kwh kwh
    mwh mwh
    gwh gwh
    kwp kwp
    mwp mwp
    kb kb
    mb mb megabyte megabytes
    gb gb gigabyte gigabytes
    db db decibel decibels
    second s seconds sec
    minute min mins minute minutes
    hour h hr hrs hour hours
    day day days
    week week weeks
    month month months
    decade decade decades
    year year years yr yrs
""")
