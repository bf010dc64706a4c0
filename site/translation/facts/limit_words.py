"""What says beside a number, a date or a time that it is the least or the most, the first or the last."""

import re
from typing import Final

from translation.facts.kinds import Language

LEAST, MOST, FIRST, LAST = "least", "most", "first", "last"
_Patterns = dict[Language, dict[str, re.Pattern[str]]]

_MORE_PL: Final = r"(?:więcej|dłużej|wyższ\w+|wyżej|większ\w+|starsz\w+|cięższ\w+)"
_LESS_PL: Final = r"(?:mniej|krócej|niższ\w+|niżej|mniejsz\w+|młods\w+|lżejsz\w+)"
_MORE_EN: Final = r"(?:more|longer|higher|greater|larger|older|bigger|heavier)"
_LESS_EN: Final = r"(?:less|fewer|shorter|lower|smaller|younger|lighter)"
# "Nobody has to wait more than five days", "no applicant may receive more than"
_NOBODY_EN: Final = r"(?:nobody|no one|none|no \w+)"
# „Maksymalna kwota dotacji wynosi 5 zł”
_MEANS_PL: Final = r"(?:(?: \w+){0,4} (?:wynosi|to))?"
_MEANS_EN: Final = r"(?:(?: \w+){0,4} (?:is|was))?"


def _before(*said: str) -> re.Pattern[str]:
    """Return a pattern of what stands before a number, with at most prepositions, articles and a currency between."""
    between = r"(?: (?:o|z|w|na|po|the|a|an|of|about|for|kwot\w+|wysokości))*\W{0,3}$"
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)}){between}", re.IGNORECASE)


def _before_a_date(*said: str) -> re.Pattern[str]:
    """Return a pattern of what stands before a date or a time, with at most a day of the week and the like between."""
    between = (
        r"(?: (?:dnia|dniu|dniem|dzień|godz\.?|godzin\w*|w|we|o|na|the|on|at|and|including|włącznie"
        r"|poniedział\w+|wtor\w+|środ\w+|czwart\w+|piąt\w+|sobot\w+|niedziel\w+|\w+day),?)*\W{0,3}$"
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)}){between}", re.IGNORECASE)


def _after(*said: str) -> re.Pattern[str]:
    return re.compile("|".join(said), re.IGNORECASE)


_NOTHING: Final = re.compile(r"(?!)")
BEFORE: Final[_Patterns] = {
    "pl": {
        LEAST: _before(
            *(r"co najmniej", r"przynajmniej", r"minimum", r"min\.", r"najmniej"),
            rf"minimaln\w+{_MEANS_PL}",
            rf"nie(?: \w+){{0,2}} {_LESS_PL} niż",
        ),
        MOST: _before(
            *(r"(?:co )?najwyżej", r"najwięcej", r"maksimum", r"maks\.", r"do", r"maksymalnie"),
            rf"maksymaln\w+{_MEANS_PL}",
            rf"nie(?: \w+){{0,2}} {_MORE_PL} niż",
            *(r"nie(?: może| mogą)? przekr\w+", r"nieprzekraczaj\w+"),
        ),
        FIRST: _before_a_date(r"nie wcześniej niż", r"najwcześniej", r"nie przed"),
        LAST: _before_a_date(r"nie później niż", r"najpóźniej", r"nieprzekraczaln\w+ termin\w*(?: to)?"),
    },
    "en": {
        LEAST: _before(
            *(r"at least", r"a minimum of"),
            rf"minimum{_MEANS_EN}",
            rf"not?(?: \w+){{0,2}} {_LESS_EN} than",
            rf"{_NOBODY_EN}(?: \w+){{0,5}} {_LESS_EN} than",
        ),
        MOST: _before(
            *(r"at (?:the )?most", r"a maximum of", r"up to", r"capped at", r"limited to", r"a (?:limit|ceiling) of"),
            rf"maximum{_MEANS_EN}",
            rf"(?:not?|never|cannot)(?: \w+){{0,2}} {_MORE_EN} than",
            rf"{_NOBODY_EN}(?: \w+){{0,5}} {_MORE_EN} than",
            *(r"not(?: \w+)? exceed(?:ing)?", r"cannot exceed", r"never exceeds?"),
        ),
        FIRST: _before_a_date(r"not? (?:earlier|sooner) than", r"not before", r"the earliest(?: date)?(?: is| of)?"),
        LAST: _before_a_date(r"not? later than", r"at the latest", r"the latest(?: date)?(?: is| of)?"),
    },
}
AFTER: Final[_Patterns] = {
    "pl": {
        LEAST: _after(r" (?:\w+ )?(?:lub|i|albo) (?:więcej|starsz\w+|dłużej)"),
        MOST: _after(r" (?:\w+ )?(?:lub|i|albo) (?:mniej|młods\w+|krócej)"),
        FIRST: _NOTHING,
        LAST: _NOTHING,
    },
    "en": {
        LEAST: _after(r" (?:\w+ )?(?:or|and) (?:more|over|older|longer|above)\b"),
        MOST: _after(r" (?:\w+ )?(?:or|and) (?:less|fewer|under|younger|below)\b", r" at most\b"),
        FIRST: _after(r",? at the (?:very )?earliest\b", r",? is the earliest\b"),
        LAST: _after(r",? at the (?:very )?latest\b", r",? is the latest\b"),
    },
}
# The same, but only in a sentence that has none of `DENYING`
WEAKLY_BEFORE: Final[_Patterns] = {
    "pl": {
        LEAST: _before(r"ponad", r"przeszło", r"powyżej", rf"{_MORE_PL} niż", r"przekr\w+"),
        MOST: _before(r"poniżej", r"niespełna", r"niecał\w+", r"prawie", r"blisko", r"niemal", rf"{_LESS_PL} niż"),
        FIRST: _before_a_date(r"od", r"po", r"począwszy od", r"z dniem"),
        LAST: _before_a_date(r"do", r"przed", r"aż do"),
    },
    "en": {
        LEAST: _before(r"over", r"above", r"in excess of", r"upwards of", r"exceed\w*", r"topped", rf"{_MORE_EN} than"),
        MOST: _before(r"under", r"below", r"nearly", r"almost", r"just short of", rf"{_LESS_EN} than"),
        FIRST: _before_a_date(r"from", r"since", r"after", r"as (?:of|from)", r"starting(?: on| from)?"),
        LAST: _before_a_date(r"until", r"till", r"by", r"before", r"up to"),
    },
}
WEAKLY_AFTER: Final[_Patterns] = {
    "pl": {
        LEAST: _after(r" z (?:górą|okładem)\b"),
        MOST: _NOTHING,
        FIRST: _after(r" (?:roku |r\. )?wzwyż\b"),
        LAST: _NOTHING,
    },
    "en": {LEAST: _after(r"\+", r"-plus\b", r"-odd\b"), MOST: _NOTHING, FIRST: _after(r" onwards?\b"), LAST: _NOTHING},
}
# „do 3 marca nieczynne” is "open from 3 March", „zakaz dla pojazdów powyżej 3 t” is "only for up to 3 tonnes"
DENYING: Final[dict[Language, re.Pattern[str]]] = {
    "pl": re.compile(
        r"\b(?:nie\b|nie(?:czynn|dostępn|przejezdn|ważn|dozwol|letn|obecn)|bez\b|żad|zakaz|wzbron|zabron|tylko|jedynie|wyłącz"
        r"|zwolni|oprócz|poza\b|wyjąt|zamkn|wznow|wznaw|przywr|upły|wygas|zakoń|kończ|skoń|przerw|wstrzym|zawies|odwoł"
        r"|potrw|bezpłat|dopiero|chyba)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:not\b|no\b|none\b|never\b|cannot\b|\w+n't\b|without\b|unless\b|only\b|except|exempt|free\b|ban|prohibit|forbid"
        r"|clos|shut|reopen|resum|restor|back\b|expir|end(?:s|ed|ing)?\b|finish|complet|suspend|unavailable|out of"
        r"|cancel|run(?:s|ning)? out|last(?:s|ed|ing)\b|apart|lapse|remain|stay)",
        re.IGNORECASE,
    ),
}
# Both ends of „od 5 do 40” are no limits
RANGE: Final[re.Pattern[str]] = re.compile(
    r"\b(?:od|z|między|from|between)\b[^.;]*(?:\b(?:do|a|to|and|until|till)|[–-]) ?$", re.IGNORECASE
)
RANGE_AFTER: Final[re.Pattern[str]] = re.compile(r" ?(?:do|a|to|until|till|[–-])(?: \w+\.?)? ?\d", re.IGNORECASE)
# "At least a week before" is „najpóźniej tydzień przed”, and "up to a week before" may be either
BEFORE_A_DAY: Final = re.compile(
    r"\W{0,2}(?:\w+ ){0,2}(?:before|prior|earlier|ahead|przed|wcześniej|naprzód)\b", re.IGNORECASE
)
EITHER: Final[dict[Language, re.Pattern[str]]] = {
    "pl": re.compile(r"\bdo\W{0,3}$", re.IGNORECASE),
    "en": re.compile(r"\bup to\W{0,3}$", re.IGNORECASE),
}
LAST_BEFORE_A_DAY: Final[_Patterns] = {
    "pl": {
        LEAST: _before(r"najpóźniej", r"nie później niż"),
        MOST: _before(r"najwcześniej", r"nie wcześniej niż"),
    },
    "en": {
        LEAST: _before(r"not? later than", r"at the latest"),
        MOST: _before(r"not? (?:earlier|sooner) than", r"at the earliest"),
    },
}
