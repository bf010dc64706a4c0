"""Words that count without a number in them."""

from fractions import Fraction
from typing import Final, NamedTuple

from translation.facts.kinds import Language, Magnitude


class Phrase(NamedTuple):
    """What a phrase counts: the words after its first one, the number and its unit; `loose` as of a `Fact`."""

    after: tuple[str, ...]
    value: Magnitude
    unit: str
    loose: bool = True


def _forms(stem: str, endings: str) -> list[str]:
    return [stem + ending for ending in endings.split()]


_DAY: Final = Phrase((), 24, "hour")
_ADJECTIVE: Final = "y a e ego ej emu ą ym ych ymi"
_SOFT_NOUN: Final = "e a u em"
_SOFT_ADJECTIVE: Final = "i ia ie iego iej iemu ią im ich imi"
# „w ciągu roku” is "within 12 months", or "within a year"
_WITHIN_PL: Final = (
    ("roku", "year"),
    ("miesiąca", "month"),
    ("tygodnia", "week"),
    ("godziny", "hour"),
    ("doby", "day"),
)
_ONE_EN: Final = ("year", "month", "week", "day", "hour", "minute")
_ONE_PL: Final = (
    ("rok", "year"),
    ("miesiąc", "month"),
    ("tydzień", "week"),
    ("dobę", "day"),
    ("godzinę", "hour"),
    ("minutę", "minute"),
)
PHRASES: Final[dict[Language, dict[str, list[Phrase]]]] = {
    "pl": {
        "pół": [Phrase(("wieku",), 50, "year", False)],
        "ćwierć": [Phrase(("wieku",), 25, "year", False)],
        **{word: [Phrase((), 25, "year", False)] for word in _forms("ćwierćwiecz", "e a u em")},
        **{word: [Phrase((), 18, "")] for word in _forms("pełnoletn", _SOFT_ADJECTIVE)},
        **{word: [Phrase((), 18, "")] for word in _forms("niepełnoletn", _SOFT_ADJECTIVE)},
        "ciągu": [Phrase((word,), 1, unit) for word, unit in _WITHIN_PL],
        **{
            before: [Phrase((word,), 1, unit) for word, unit in _ONE_PL]
            for before in ("trwa", "potrwa", "trwał", "trwała", "trwało", "przez", "na", "za", "o")
        },
        "całą": [Phrase(("dobę",), 24, "hour")],
        **{word: [_DAY] for word in ("całodobowo", *_forms("całodobow", _ADJECTIVE))},
        **{word: [Phrase((), 15, "minute", False)] for word in ("kwadrans", *_forms("kwadrans", "a e em ie ów"))},
        **{word: [Phrase((), Fraction(1, 2), "year", False)] for word in _forms("półroczn", _ADJECTIVE)},
        **{word: [Phrase((), Fraction(1, 2), "hour", False)] for word in _forms("półgodzinn", _ADJECTIVE)},
        **{word: [Phrase((), 100, "year")] for word in _forms("stuleci", _SOFT_NOUN)},
        **{word: [Phrase((), 50, "year")] for word in _forms("półwiecz", _SOFT_NOUN)},
        **{word: [Phrase((), 10, "year")] for word in ("dekada", "dekady", "dekadę", "dekadzie")},
    },
    "en": {
        "around": [Phrase(("the", "clock"), 24, "hour")],
        "round": [Phrase(("the", "clock"), 24, "hour"), Phrase(("-", "the", "-", "clock"), 24, "hour")],
        "quarter": [
            Phrase(("of", "an", "hour"), 15, "minute", False),
            Phrase(("-", "hour"), 15, "minute", False),
            Phrase(("hour",), 15, "minute", False),
            Phrase(("of", "a", "century"), 25, "year", False),
            Phrase(("-", "century"), 25, "year", False),
        ],
        "half": [
            Phrase(("-", "hour"), 30, "minute", False),
            Phrase(("hour",), 30, "minute", False),
            Phrase(("a", "century"), 50, "year", False),
            Phrase(("-", "century"), 50, "year", False),
        ],
        **{
            before: [Phrase((article, unit), 1, unit) for unit in _ONE_EN for article in ("a", "an")]
            for before in ("for", "in", "within", "lasts", "last", "take", "takes", "by")
        },
        "every": [
            *(Phrase((each, unit), 2, unit) for unit in _ONE_EN for each in ("other", "second")),
            Phrase(("other",), 2, ""),
        ],
        "alternate": [Phrase((unit + "s",), 2, unit) for unit in _ONE_EN],
        "fortnight": [Phrase((), 2, "week", False)],
        "fortnightly": [Phrase((), 2, "week")],
        "centenary": [Phrase((), 100, "year")],
        "bicentenary": [Phrase((), 200, "year")],
        "decade": [Phrase((), 10, "year")],
    },
}
