"""What a text denies, forbids or leaves out.

A negation is hard if the other language must deny something too, and loose if it may say the same without: "unless" is
„chyba że”, "incomplete" is „niekompletny” or „nie jest kompletny”. Loose ones have a family, in which they are matched
first, so that "free of charge" does not stand for a „nie” elsewhere in the sentence.
"""

import re
from collections.abc import Callable
from typing import Final

from translation.facts.affirmations import Denied, denied_by
from translation.facts.kinds import FactKind, Language, Value
from translation.facts.meanings import without_prefix
from translation.facts.negation_words import (
    BEFORE,
    BEGINNINGS_PL,
    BOUND,
    BROKEN_PL,
    CHARGED,
    CONCORD,
    CONTRARIES_EN,
    CONTRARIES_PL,
    DENIES,
    DENYING_EN,
    EXCEPT,
    FAILS_EN,
    FORBIDS_EN,
    FORBIDS_PL,
    FREE,
    FREE_OF_EN,
    FREE_PL,
    HARD_EN,
    HARDLY_PL,
    IDIOMS_PL,
    JOINED,
    LACK,
    LACKING_EN,
    LIMITS_EN,
    LIMITS_PL,
    MODAL,
    NO_IDIOMS_EN,
    NOT,
    NOT_DENYING_EN,
    NOT_DENYING_PL,
    NOT_IDIOMS_EN,
    NOT_ONLY,
    OTHER,
    PREFIX,
    UNDENIED_PL,
    UNLESS,
    WHOLE_EN,
    WHOLE_PL,
    WITHOUT_IDIOMS_PL,
)
from translation.facts.rows import Row
from translation.facts.tokens import Token

# The families that say what they deny
_DENYING: Final = frozenset({NOT, PREFIX, UNLESS, EXCEPT})
_ENDS: Final = frozenset(".!?;")
# How far back a clause is searched for what denies it already, and how far on for the limit that is denied
_BACK, _ON = 12, 4
_ON_OF_NOBODY: Final = 7
# What denies the limit after it, with how far on that is looked for
CUT_EN: Final = frozenset({"be", "is", "are", "was", "were", "cut", "switched", "turned"})
BOUNDING_EN: Final = {"cannot": _ON, "nobody": _ON_OF_NOBODY, "none": _ON_OF_NOBODY}
_ACTIVE_PARTICIPLE: Final = re.compile(r"ąc(?:y|a|e|ego|ej|emu|ą|ym|ych|ymi)$")
# What every Polish word that `_polish` takes begins with
_BEGINNINGS_PL: Final = frozenset(
    word[:2]
    for word in (
        *("nie", "bez", "brak", "chyba", "woln", "zabrania"),
        *(*CONCORD, *WHOLE_PL, *FREE_PL, *FORBIDS_PL),
        *(beginning for row in BEGINNINGS_PL.values() for beginning, _family in row),
    )
)
_PREPOSITIONS: Final = frozenset({"na", "w", "za", "przez", "o", "po", "pod", "nad", "między", "ponad", "we"})


def find_negations(row: Row) -> None:
    """Take the negations out of a row."""
    finder = _polish if row.language == "pl" else _english
    for position, token in enumerate(row.tokens):
        # „niepełnoletni” and „zero” are numbers too
        counted = token.fact is not None and token.fact.kind == FactKind.NUMBER
        low = token.low.lower()  # a number is kept as written
        is_free = token.fact is None or (counted and low.startswith(("nie", "zero")))
        if is_free and (row.language == "en" or low[:2] in _BEGINNINGS_PL) and token.text[0].isalpha():
            finder(row, position, low)


def _take(row: Row, family: str, first: int, last: int | None = None) -> None:
    """Record a negation made of the tokens from the first to the last; but for `NOT`, it is a loose one."""
    last = first if last is None else last
    low = row.tokens[first].low.lower()
    if family == NOT or low.startswith(FAILS_EN):
        denied = denied_by(row.text, row.tokens[first].start, row.language)
    else:
        denied = Denied(tuple(_contrary(low, family, row.language)))
    row.take(FactKind.NEGATION, (family,), first, last, family != NOT, _also(denied))


def _also(denied: Denied) -> tuple[tuple[FactKind, Value], ...]:
    return (
        *((FactKind.NEGATION, (DENIES, word)) for word in denied.words),
        *((FactKind.NEGATION, (MODAL, word)) for word in denied.modals),
        *((FactKind.NEGATION, (BEFORE,)) for _ in range(denied.is_before)),
    )


def _contrary(low: str, family: str, language: Language) -> list[str]:
    """Return what a loose negation is the contrary of, if it is one word that says so."""
    if family == FREE:
        return [CHARGED[language]]
    word = ""
    if family in (PREFIX, OTHER, EXCEPT) and language == "en":
        word = CONTRARIES_EN.get(low, "")
    elif family == OTHER:
        word = next((word for beginning, word in CONTRARIES_PL.items() if low.startswith(beginning)), "")
    if not word and family == PREFIX:
        word = without_prefix(low, language)
    return [word] if word else []


def _deny(row: Row, position: int, family: str = NOT) -> None:
    """Record a negation with the word after it, which shows to a reader what is denied and may be a fact itself."""
    denied = denied_by(row.text, row.tokens[position].start, row.language) if family in _DENYING else Denied()
    also = _also(denied)
    after = row.at(position + 1)
    if after is None or not after.is_word:
        row.take(FactKind.NEGATION, (family,), position, position, family != NOT, also)
        return
    row.take(FactKind.NEGATION, (family,), position, position + 1, family != NOT, also)
    after.fact = None


def _is_denied_before(row: Row, position: int, denies: Callable[[str], bool], open_only: bool = False) -> bool:
    """Whether the sentence has denied already; a „nie” between closes what stood before it.

    `open_only`: what itself is joined to another negation does not count.
    """
    for place in range(position - 1, max(-1, position - 1 - _BACK), -1):
        token = row.tokens[place]
        if token.text in _ENDS:
            return False
        if token.fact is not None and token.fact.kind == FactKind.NEGATION:
            if denies(token.low) and not (open_only and token.fact.loose):
                return True
            if token.low == "nie":
                return False
    return False


def _denies_limit(
    row: Row, position: int, limits: Callable[[str], bool], than: frozenset[str], reach: int = _ON
) -> bool:
    """Whether a limit is denied within so many words: „nie może być niższy niż”, "may not be lower than"."""
    for place in range(position + 1, min(len(row.tokens), position + 1 + reach)):
        token = row.tokens[place]
        if token.text in _ENDS or token.text == ",":
            return False
        if limits(token.low):
            return row.low(place + 1) in than or token.low.startswith(("przekr", "exceed")) or place == position + 1
    return False


_THAN_PL: Final = frozenset({"niż", "od", "jak"})
_THAN_EN: Final = frozenset({"than"})


def _is_limit_pl(word: str) -> bool:
    return word.startswith(LIMITS_PL)


def _is_limit_en(word: str) -> bool:
    return word in LIMITS_EN


def _polish(row: Row, position: int, low: str) -> None:
    if low == "nie":
        _nie(row, position)
    elif low in CONCORD:
        if low != "ani" and _denies_limit(row, position, _is_limit_pl, _THAN_PL, _ON_OF_NOBODY):
            _take(row, BOUND, position)  # „nikt nie może czekać dłużej niż”
            return
        # „nikt nie”, „nie ma żadnych”, „ani … ani”: one negation
        anew = low == "ani" and row.low(position - 1) in ("i", ":", "–")  # „nie padało i ani śladu chmur”
        joined = not anew and _is_denied_before(row, position, lambda word: word in CONCORD or word in ("nie", "bez"))
        _deny(row, position, JOINED if joined else NOT)
    elif low in ("bez", "beze") and _is_negated(row, position):
        _deny(row, position, OTHER)
    elif low in ("bez", "beze"):
        if row.low(position + 1).startswith("opłat"):
            _take(row, FREE, position, position + 1)
        else:
            following = row.low(position + 1)
            idiom = PREFIX if following.startswith("zmian") else OTHER
            _deny(row, position, idiom if following.startswith(WITHOUT_IDIOMS_PL) else NOT)
    elif low in ("brak", "braku", "brakiem"):
        _deny(row, position, OTHER if row.low(position - 1) == "nie" else NOT)
    elif low == "chyba" and row.low(position + 1) == "że":
        _take(row, UNLESS, position, position + 1)
    elif low.startswith(FREE_PL) or (low.startswith("woln") and _is_free(row, position)):
        _take(row, FREE, position)
    elif low in WHOLE_PL:
        _take(row, WHOLE_PL[low], position)
    elif low.startswith("nieprzekracz"):
        _take(row, BOUND, position)
    elif low.startswith(FORBIDS_PL) or (low == "zabrania" and row.low(position + 1) == "się"):
        if row.low(position - 1).startswith(BROKEN_PL):
            _take(row, OTHER, position)  # „złamanie zakazu” forbids nothing
        elif not _is_negated(row, position):
            _deny(row, position)
    elif _is_denied_participle(low):
        _deny(row, position)
    elif low.startswith(("nie", "bez")):
        if len(low) > 5 and not low.startswith(NOT_DENYING_PL):
            _take(row, OTHER if low.startswith(HARDLY_PL) else PREFIX, position)
    else:
        for beginning, family in BEGINNINGS_PL.get(low[:3], ()):
            if low.startswith(beginning):
                _take(row, family, position)
                break


def _is_negated(row: Row, position: int) -> bool:
    """Whether „nie” stands directly before."""
    before = row.at(position - 1)
    return before is not None and before.low == "nie"


def _is_free(row: Row, position: int) -> bool:
    """Whether „wolny” is said of admission or of fees: „wstęp na koncert jest wolny”, „wolne od opłat”."""
    if row.low(position + 1) == "od":
        return row.low(position + 2).startswith("opłat")
    before = range(max(0, position - 6), position)
    return any(row.low(place) in ("wstęp", "wejście") for place in before)


def _is_denied_participle(low: str) -> bool:
    """Whether it is one like „niespełniający”, "that does not meet"."""
    return low.startswith("nie") and bool(_ACTIVE_PARTICIPLE.search(low)) and not low.startswith(NOT_DENYING_PL)


def _nie(row: Row, position: int) -> None:
    following = row.low(position + 1)
    before = row.at(position - 1)
    if before is not None and before.low in _PREPOSITIONS:
        return  # „na nie” is a pronoun
    if following in ("tylko", "jedynie"):
        _take(row, NOT_ONLY, position, position + 1)
    elif _is_until(row, position):
        _deny(row, position, OTHER)
    elif _is_denied_before(row, position, lambda word: word in CONCORD, open_only=True):
        _deny(row, position, JOINED)
    elif _denies_limit(row, position, _is_limit_pl, _THAN_PL) or _denies_age(row, position):
        _take(row, BOUND, position, position + 1)
    elif (following, row.low(position + 2), row.low(position + 3)) in UNDENIED_PL:
        _deny(row, position, OTHER)
    elif family := next((family for beginning, family in IDIOMS_PL.items() if following.startswith(beginning)), ""):
        _deny(row, position, family)
    elif _is_unless(row, position):
        _deny(row, position, UNLESS)
    else:
        _deny(row, position)


def _denies_age(row: Row, position: int) -> bool:
    """Whether it is one like „nie ukończyli 18 lat”, "under 18"."""
    lows = [row.low(place) for place in range(position + 1, position + 7)]
    return lows[0].startswith(("ukończ", "skończ", "osiągn")) and any(low in ("lat", "roku", "rok") for low in lows)


def _is_unless(row: Row, position: int) -> bool:
    """Whether it is „o ile nie”, "unless"."""
    lows = [row.low(place) for place in range(max(0, position - 6), position)]
    return "ile" in lows and "o" in lows


def _is_until(row: Row, position: int) -> bool:
    """Whether it is „dopóki nie”, "until", which denies nothing."""
    lows = [row.low(place) for place in range(max(0, position - 9), position)]
    return "dopóki" in lows or "póki" in lows


def _english(row: Row, position: int, low: str) -> None:
    if low == "not" or low.endswith("n't"):
        _not(row, position)
    elif low == "no":
        _no(row, position)
    elif low == "nor":
        if row.starts_sentence(position):
            _deny(row, position)
        else:
            _take(row, JOINED, position)
    elif low == "or":
        if _is_denied_before(row, position, lambda word: word in HARD_EN or word.endswith("n't")):
            _take(row, JOINED, position)
    elif low == "without":
        if row.low(position + 1) in FREE_OF_EN:
            _take(row, FREE, position, position + 1)
        else:
            _deny(row, position)
    elif low == "non":
        _take(row, PREFIX, position)
    elif low in BOUNDING_EN and _denies_limit(row, position, _is_limit_en, _THAN_EN, BOUNDING_EN[low]):
        _take(row, BOUND, position)
    elif low in HARD_EN:
        if (low, row.low(position + 1)) != ("nothing", "but"):
            _deny(row, position)
    elif low in FORBIDS_EN:
        _take(row, NOT, position)
    elif (low, row.low(position + 1)) in LACKING_EN:
        _take(row, LACK, position, position + 1)
    elif low == "off" and row.low(position - 1) in CUT_EN:
        _take(row, OTHER, position)
    elif low in WHOLE_EN:
        _take(row, WHOLE_EN[low], position)
    elif (low in ("keep", "stay") and row.low(position + 1) in ("off", "out", "away", "clear")) or (
        (low, row.low(position + 1)) in (("out", "of"), ("failure", "to"))
    ):
        _take(row, OTHER, position, position + 1)
    elif low in DENYING_EN or _denies_by_itself(low):
        _take(row, PREFIX, position)


def _denies_by_itself(low: str) -> bool:
    """Whether an English word has a prefix or an ending that denies: "unrivalled", "endless"."""
    if low.endswith("less"):
        return len(low) > 6
    return low.startswith("un") and len(low) > 5 and not low.startswith(NOT_DENYING_EN)


def _no(row: Row, position: int) -> None:
    if _is_numbered(row.at(position + 2 if row.low(position + 1) == "." else position + 1)):
        return  # "No. 5"
    low = row.low(position + 1)
    # "no later than" is a limit, "no longer" is „już nie”, "no further action" and "no more tickets" deny
    if low in LIMITS_EN and any(row.low(position + step) == "than" for step in range(2, 2 + _ON)):
        _take(row, BOUND, position, position + 1)
    elif low in FREE_OF_EN:
        _take(row, FREE, position, position + 1)
    elif row.low(position - 1) in ("and", "or") and _is_denied_before(row, position, lambda word: word == "no"):
        _deny(row, position, JOINED)  # "no votes and no abstentions"
    elif _denies_limit(row, position + 1, _is_limit_en, _THAN_EN, _ON_OF_NOBODY):
        _take(row, BOUND, position, position + 1)  # "no applicant may receive more than"
    else:
        _deny(row, position, OTHER if low in NO_IDIOMS_EN else NOT)


def _is_numbered(token: Token | None) -> bool:
    """Whether a token begins with a digit or is a designation."""
    if token is None:
        return False
    fact = token.fact
    return token.text[0].isdecimal() or (fact is not None and fact.text == token.text and len(fact.value) == 1)


def _not(row: Row, position: int) -> None:
    low = row.low(position + 1)
    if low == "until" or (row.low(position - 1), row.low(position - 2)) == ("or", "whether"):
        _take(row, OTHER, position)
    elif low in ("only", "just", "merely"):
        _take(row, NOT_ONLY, position, position + 1)
    elif low in NOT_IDIOMS_EN:
        _take(row, OTHER, position, position + 1)
    elif _denies_limit(row, position, _is_limit_en, _THAN_EN):
        _take(row, BOUND, position)
    else:
        _deny(row, position)
