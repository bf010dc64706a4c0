"""Polish number words in every inflected form."""

from typing import Final

from translation.facts.number_words import Role, Word
from translation.facts.word_tables import numbered

_CARDINALS = """
0 zero zera zer
1 jeden jedna jedno jednego jednej jednemu jedną jednym
2 dwa dwie dwaj dwóch dwu dwom dwoma dwiema dwoje dwojga dwojgu dwojgiem
3 trzy trzej trzech trzem trzema troje trojga trojgu trojgiem
4 cztery czterej czterech czterem czterema czworo czworga czworgu czworgiem
5 pięć pięciu pięcioma pięcioro pięciorga pięciorgu pięciorgiem
6 sześć sześciu sześcioma sześcioro sześciorga sześciorgu
7 siedem siedmiu siedmioma siedmioro siedmiorga siedmiorgu
8 osiem ośmiu ośmioma ośmioro ośmiorga ośmiorgu
9 dziewięć dziewięciu dziewięcioma dziewięcioro dziewięciorga
10 dziesięć dziesięciu dziesięcioma dziesięcioro dziesięciorga
11 jedenaście jedenastu jedenastoma jedenaścioro jedenaściorga
12 dwanaście dwunastu dwunastoma dwanaścioro dwanaściorga
13 trzynaście trzynastu trzynastoma trzynaścioro
14 czternaście czternastu czternastoma czternaścioro
15 piętnaście piętnastu piętnastoma piętnaścioro
16 szesnaście szesnastu szesnastoma szesnaścioro
17 siedemnaście siedemnastu siedemnastoma siedemnaścioro
18 osiemnaście osiemnastu osiemnastoma osiemnaścioro
19 dziewiętnaście dziewiętnastu dziewiętnastoma dziewiętnaścioro
20 dwadzieścia dwudziestu dwudziestoma dwadzieścioro dwadzieściorga
30 trzydzieści trzydziestu trzydziestoma trzydzieścioro trzydzieściorga
40 czterdzieści czterdziestu czterdziestoma czterdzieścioro
50 pięćdziesiąt pięćdziesięciu pięćdziesięcioma pięćdziesięcioro
60 sześćdziesiąt sześćdziesięciu sześćdziesięcioma
70 siedemdziesiąt siedemdziesięciu siedemdziesięcioma
80 osiemdziesiąt osiemdziesięciu osiemdziesięcioma
90 dziewięćdziesiąt dziewięćdziesięciu dziewięćdziesięcioma
100 sto stu stoma
200 dwieście dwustu dwustoma
300 trzysta trzystu trzystoma
400 czterysta czterystu czterystoma
500 pięćset pięciuset
600 sześćset sześciuset
700 siedemset siedmiuset
800 osiemset ośmiuset
900 dziewięćset dziewięciuset
"""
_ORDINAL_STEMS = """
1 pierwsz
4 czwart
5 piąt
6 szóst
7 siódm
8 ósm
9 dziewiąt
10 dziesiąt
11 jedenast
12 dwunast
13 trzynast
14 czternast
15 piętnast
16 szesnast
17 siedemnast
18 osiemnast
19 dziewiętnast
20 dwudziest
30 trzydziest
40 czterdziest
50 pięćdziesiąt
60 sześćdziesiąt
70 siedemdziesiąt
80 osiemdziesiąt
90 dziewięćdziesiąt
100 setn
200 dwusetn
300 trzechsetn
500 pięćsetn
1000 tysięczn
"""
_ENDINGS = ("y", "a", "e", "ego", "ej", "emu", "ą", "ym", "ych", "ymi")
_SOFT_ENDINGS = ("i", "a", "ie", "iego", "iej", "iemu", "ą", "im", "ich", "imi")
_SCALES = """
1000 tys tyś tysiąc tysiąca tysiącowi tysiącem tysiącu tysiące tysięcy tysiącom tysiącami tysiącach
1000000 mln milion miliona milionowi milionem milionie miliony milionów milionom milionami milionach
1000000000 mld miliard miliarda miliardowi miliardem miliardzie miliardy miliardów miliardom miliardami miliardach
1000000000000 bln bilion biliona bilionem biliony bilionów
"""
# A scale in the singular stands for one of itself, in the plural for an unknown number
SINGULAR_SCALES: Final = frozenset({"tysiąc", "tysiąca", "tysiącowi", "tysiącem", "tysiącu", "milion", "miliona"}) | {
    *("milionowi", "milionem", "milionie", "miliard", "miliarda", "miliardowi", "miliardem", "miliardzie", "bilion"),
}
VAGUE: Final = frozenset(
    {"kilka", "kilku", "kilkoma", "parę", "paru", "kilkanaście", "kilkunastu", "kilkadziesiąt"}
) | {
    *("kilkudziesięciu", "kilkaset", "kilkuset", "paręset", "wiele", "wielu", "dziesiątki", "setki", "kolejne"),
}
_BOTH = (
    *("oba", "obaj", "obie", "obu", "oboje", "obojga", "obojgu", "obojgiem", "oboma", "obiema", "obom"),
    *("obydwa", "obydwaj", "obydwie", "obydwu", "obydwoje", "obydwóch", "obydwoma"),
)
_TIMES = {2: "dwu", 3: "trzy", 4: "cztero", 5: "pięcio", 6: "sześcio", 7: "siedmio", 8: "ośmio", 10: "dziesięcio"}
_DOUBLE = (
    *("podwójny", "podwójna", "podwójne", "podwójnego", "podwójnej", "podwójną", "podwójnym", "podwójnie"),
    *("podwoi", "podwoić", "podwoił", "podwoiła", "podwoiło", "podwoiły", "podwojenie", "podwojenia", "podwaja"),
)
_TRIPLE = ("potrójny", "potrójna", "potrójne", "potrójnie", "potroić", "potroi", "potroił", "potroiła", "potroiło")

_GROUPS = """
3 trójka trójkę trójki trójką trójce trio
4 czwórka czwórkę czwórki czwórką czwórce kwartet
5 piątka piątkę piątką piątce kwintet
6 szóstka szóstkę szóstką szóstce
7 siódemka siódemkę siódemką
8 ósemka ósemkę ósemką
9 dziewiątka dziewiątkę dziewiątką
10 dziesiątka dziesiątkę dziesiątką
20 dwudziestka dwudziestkę dwudziestką dwudziestce
30 trzydziestka trzydziestkę trzydziestką trzydziestce
40 czterdziestka czterdziestkę czterdziestką czterdziestce
50 pięćdziesiątka pięćdziesiątkę pięćdziesiątką pięćdziesiątce
60 sześćdziesiątka sześćdziesiątkę sześćdziesiątką sześćdziesiątce
70 siedemdziesiątka siedemdziesiątkę siedemdziesiątką siedemdziesiątce
80 osiemdziesiątka osiemdziesiątkę osiemdziesiątką osiemdziesiątce
90 dziewięćdziesiątka dziewięćdziesiątkę dziewięćdziesiątką dziewięćdziesiątce
100 setka setkę setką setce
"""

# After a hyphen: „1-go maja”, „3-ci etap”
ORDINAL_ENDINGS: Final = frozenset(
    {
        *("szy", "szego", "szej", "szym", "gi", "giego", "giej", "gim", "ci", "ciego", "ciej", "cim"),
        *("ty", "tego", "tej", "tym", "te", "ta", "my", "mego", "mej", "mym", "go", "ego", "ej", "y", "ga", "sza"),
    }
)

# What „trzy-”, „dwunasto-” in front of an adjective or noun counts
PREFIXES: Final[dict[str, int]] = {
    "jedno": 1,
    "dwu": 2,
    "dwó": 2,
    "trzy": 3,
    "trój": 3,
    "cztero": 4,
    "pięcio": 5,
    "sześcio": 6,
    "siedmio": 7,
    "ośmio": 8,
    "dziewięcio": 9,
    "dziesięcio": 10,
    "jedenasto": 11,
    "dwunasto": 12,
    "trzynasto": 13,
    "czternasto": 14,
    "piętnasto": 15,
    "szesnasto": 16,
    "siedemnasto": 17,
    "osiemnasto": 18,
    "dziewiętnasto": 19,
    "dwudziesto": 20,
    "trzydziesto": 30,
    "czterdziesto": 40,
    "pięćdziesięcio": 50,
    "sześćdziesięcio": 60,
    "siedemdziesięcio": 70,
    "osiemdziesięcio": 80,
    "dziewięćdziesięcio": 90,
    "stu": 100,
    "dwustu": 200,
    "dwóchset": 200,
    "trzechset": 300,
    "czterechset": 400,
    "pięćset": 500,
    "sześćset": 600,
    "siedemset": 700,
    "osiemset": 800,
    "dziewięćset": 900,
    "dwudziestocztero": 24,
    "dwudziestopięcio": 25,
    "trzystu": 300,
    "pięciuset": 500,
    "tysiąc": 1000,
}
# What such words count in: the beginning of what follows, and its unit
ROOTS: Final[tuple[tuple[str, str], ...]] = (
    *(("dniow", "day"), ("dob", "day"), ("tygodniow", "week"), ("miesięczn", "month"), ("letni", "year")),
    *(("latk", "year"), ("lat", "year"), ("leci", "year"), ("godzinn", "hour"), ("minutow", "minute")),
    *(("sekundow", "second"), ("kilometrow", "km"), ("metrow", "m"), ("hektarow", "ha"), ("tonow", "t")),
    *(("litrow", "l"), ("procentow", "%"), ("kilogramow", "kg"), ("centymetrow", "cm"), ("stopniow", "")),
    *(("osobow", ""), ("piętrow", ""), ("kondygnacyjn", ""), ("pokojow", ""), ("etapow", ""), ("częściow", "")),
    *(("stronicow", ""), ("punktow", ""), ("miejscow", ""), ("klasow", ""), ("oddziałow", ""), ("torow", "")),
    *(("pasmow", ""), ("pasow", ""), ("krotn", ""), ("złotow", "PLN")),
    *(("mieszkaniow", ""), ("rodzinn", ""), ("zmianow", ""), ("kołow", ""), ("drzwiow", ""), ("kw", "")),
    *(("członkow", ""), ("zespołow", ""), ("gwiazdkow", ""), ("poziomow", ""), ("modułow", ""), ("cyfrow", "")),
    *(("zadaniow", ""), ("kolorow", ""), ("wariantow", ""), ("rzędow", ""), ("turow", ""), ("łóżkow", "")),
    *(("megawatow", "mw"), ("kilowatow", "kw"), ("arow", "ar"), ("kilow", "kg"), ("groszow", "")),
)


def _role(value: int) -> Role:
    if value < 10:
        return Role.UNIT
    if value < 20:
        return Role.TEEN
    return Role.TEN if value < 100 else Role.HUNDRED


def _words() -> dict[str, Word]:
    words = {word: Word(_role(number), number, loose=number < 2) for word, number in numbered(_CARDINALS).items()}
    # „dziewięciorgu” of „dziewięcioro”
    words |= {
        word.removesuffix("ro") + ending: known
        for word, known in list(words.items())
        if word.endswith("oro")
        for ending in ("rga", "rgu", "rgiem")
    }
    ordinals = {stem + ending: number for stem, number in numbered(_ORDINAL_STEMS).items() for ending in _ENDINGS}
    ordinals |= {"drug" + ending: 2 for ending in _SOFT_ENDINGS}
    ordinals |= {
        "trzec" + ("ia" if ending == "a" else "ią" if ending == "ą" else ending): 3 for ending in _SOFT_ENDINGS
    }
    ordinals |= {"pierwsi": 1, "drudzy": 2}
    for word, number in ordinals.items():
        words[word] = Word(_role(number), number, ordinal=True, loose=number < 3)
    words |= {word: Word(Role.SCALE, number) for word, number in numbered(_SCALES).items()}
    words |= {word: Word(Role.WHOLE, 2, loose=True) for word in _BOTH}
    for number, prefix in _TIMES.items():
        words |= {f"{prefix}krotnie": Word(Role.WHOLE, number)}
    words |= {word: Word(Role.WHOLE, 2, loose=True) for word in (*_DOUBLE, "dwójka", "dwójkę", "dwójki")}
    words |= {word: Word(Role.WHOLE, 3, loose=True) for word in _TRIPLE}
    words |= {word: Word(Role.WHOLE, number, loose=True) for word, number in numbered(_GROUPS).items()}
    words |= {word: Word(Role.WHOLE, 12) for word in ("tuzin", "tuzina", "tuziny", "tuzinów", "tuzinem")}
    words |= {word: Word(Role.HALF, 1) for word in ("pół",)}
    words |= {word: Word(Role.HALF, 1, loose=True) for word in ("połowa", "połowy", "połowie", "połowę", "połową")}
    words |= {word: Word(Role.HALF, 3) for word in ("półtora", "półtorej")}
    words["ćwierć"] = Word(Role.QUARTER, 1)
    return words


WORDS: Final[dict[str, Word]] = _words()
# „jedna trzecia”, „dwie piąte”: denominators in the forms that follow a cardinal
DENOMINATORS: Final[dict[str, int]] = {
    stem + ending: number
    for stem, number in numbered(_ORDINAL_STEMS).items()
    if 3 < number <= 10 or number in (100, 1000)
    for ending in ("a", "e", "ą", "ej", "ych")
} | {f"trzec{ending}": 3 for ending in ("ia", "ie", "ią", "iej", "ich")}
