"""English number words."""

from typing import Final

from translation.facts.number_words import Role, Word

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
# "Under-fives", "the over-twelves"
_AGES = (
    *("twos", "threes", "fours", "fives", "sixes", "sevens", "eights", "nines", "tens", "elevens", "twelves"),
    *("thirteens", "fourteens", "fifteens", "sixteens", "seventeens", "eighteens"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNIT_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEEN_ORDINALS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth"),
)
_SCALES = {
    1_000: ("thousand", "thousands"),
    1_000_000: ("million", "millions", "mln", "mn"),
    1_000_000_000: ("billion", "billions", "bn", "bln"),
    1_000_000_000_000: ("trillion", "trillions"),
}
SINGULAR_SCALES: Final = frozenset({"thousand", "million", "billion", "trillion", "hundred", "dozen"})
VAGUE: Final = frozenset({"several", "few", "some", "many", "dozens", "tens", "hundreds"})
# Before "a dozen": it is about as many then
ABOUT: Final = frozenset({"than", "over", "about", "around", "almost", "nearly", "roughly", "some"})


def _words() -> dict[str, Word]:
    words = {word: Word(Role.UNIT, number, loose=number == 1) for number, word in enumerate(_UNITS, 1)}
    words |= {word: Word(Role.TEEN, number) for number, word in enumerate(_TEENS, 10)}
    words |= {word: Word(Role.TEN, number * 10) for number, word in enumerate(_TENS, 2)}
    words |= {
        word: Word(Role.UNIT, number, ordinal=True, loose=number < 3) for number, word in enumerate(_UNIT_ORDINALS, 1)
    }
    words |= {word: Word(Role.TEEN, number, ordinal=True) for number, word in enumerate(_TEEN_ORDINALS, 10)}
    words |= {word[:-1] + "ieth": Word(Role.TEN, number * 10, ordinal=True) for number, word in enumerate(_TENS, 2)}
    words |= {word: Word(Role.UNIT, number, loose=True) for number, word in enumerate(_AGES, 2)}
    words |= {"zero": Word(Role.UNIT, 0, loose=True), "hundred": Word(Role.HUNDRED, 100)}
    words |= {"hundredth": Word(Role.HUNDRED, 100, ordinal=True), "thousandth": Word(Role.SCALE, 1_000, ordinal=True)}
    words |= {word: Word(Role.SCALE, number) for number, forms in _SCALES.items() for word in forms}
    words |= {word: Word(Role.WHOLE, 2) for word in ("twice", "twofold")}
    words |= {word: Word(Role.WHOLE, 2, loose=True) for word in ("both", "double", "doubled", "doubles", "doubling")}
    words |= {word: Word(Role.WHOLE, 2, loose=True) for word in ("couple", "pair", "dual")}
    words |= {word: Word(Role.WHOLE, 2, loose=True) for word in ("duo", "bilingual", "biennial", "twofold")}
    words |= {word: Word(Role.WHOLE, 3, loose=True) for word in ("trio", "trilingual", "tripling", "triplets")}
    words |= {word: Word(Role.WHOLE, 4, loose=True) for word in ("quadruple", "quadrupled", "quadruples", "quartet")}
    words |= {word: Word(Role.WHOLE, 3) for word in ("thrice", "threefold")}
    words |= {word: Word(Role.WHOLE, 3, loose=True) for word in ("triple", "tripled", "triples", "treble", "trebled")}
    words |= {"fourfold": Word(Role.WHOLE, 4), "fivefold": Word(Role.WHOLE, 5), "tenfold": Word(Role.WHOLE, 10)}
    words |= {"single": Word(Role.WHOLE, 1, loose=True), "once": Word(Role.WHOLE, 1, loose=True)}
    words |= {"dozen": Word(Role.WHOLE, 12)}
    words |= {"half": Word(Role.HALF, 1, loose=True), "halves": Word(Role.HALF, 1, loose=True)}
    words |= {"quarter": Word(Role.QUARTER, 1, loose=True), "quarters": Word(Role.QUARTER, 1)}
    return words


WORDS: Final[dict[str, Word]] = _words()
# "one third", "three fifths"
DENOMINATORS: Final[dict[str, int]] = {
    **{word + ending: number for number, word in enumerate(_UNIT_ORDINALS, 1) if number > 2 for ending in ("", "s")},
    "tenth": 10,
    "tenths": 10,
    "hundredth": 100,
    "hundredths": 100,
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
}
