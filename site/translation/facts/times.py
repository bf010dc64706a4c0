"""Times of the day."""

import re
from collections.abc import Iterator
from typing import Final

from translation.facts.kinds import Fact, FactKind
from translation.facts.money import is_currency, is_percent
from translation.facts.rows import Row
from translation.facts.said_times import half_of_the_day, take_minutes_of_an_hour, take_said
from translation.facts.tokens import Quantity
from translation.facts.units import unit_after

_CLOCK = re.compile(
    r"(?<![\w.,:/])(\d{1,2})(?:[:.](\d\d))? ?[\u00a0\u202f]?([ap])(?:\.\s?m\.|m\b\.?(?=\W|$))"
    r"|(?<![\w.,:/])([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?![\d:]|[ \u00a0.,]\d{3}\b)"
    r"|(?<![\w.,:/])([01]?\d|2[0-4])([⁰¹²³⁴⁵]⁰|[¹³⁴]⁵|⁰⁵)(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵", "012345")
_HOUR: Final = frozenset({"godz", "godzina", "godzinie", "godzinach", "godziny", "godzinę", "g", "godzin"})
_AT: Final = frozenset({"o", "od", "do", "po", "przed", "około", "ok", "godzinie", "godziny", "godzina", "punktualnie"})
_BEFORE_A_TIME: Final = frozenset(
    {"at", "from", "until", "till", "by", "between", "after", "before", "about", "around", "hours", "time"}
)
# Before what only looks like a time
_NUMBERED: Final = (
    *("pkt", "punkt", "działani", "nr", "poz", "ust", "rozdz", "tab", "rys", "prior", "zał", "wersj", "wer", "wcag"),
    *("poddział", "cel", "lit", "par", "rozdział", "typ", "oś", "osi", "no", "version", "section", "measure", "point"),
    *("item", "action", "objective", "table", "figure", "chapter", "sub", "annex", "v"),
)
_WORDS: Final = {
    "en": {"noon": 12, "midday": 12, "midnight": 0},
    "pl": {},
}
_MINUTES: Final = frozenset({5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55})


def clock_times_in(text: str) -> Iterator[Fact]:
    """Yield the times that are written with a colon, with "am" or "pm", or with raised minutes."""
    for found in _CLOCK.finditer(text):
        hour, minute = int(found[1] or found[4] or found[6]), int(found[2] or found[5] or 0)
        if found[7]:
            minute = int(found[7].translate(_RAISED))
        if found[3]:
            if not 1 <= hour <= 12 or minute > 59:
                continue
            hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
        yield Fact(FactKind.TIME, (hour % 24, minute), found[0], *found.span())


def find_times(row: Row) -> None:
    """Take the times out of a row."""
    for position, token in enumerate(row.tokens):
        if token.fact is not None:
            if token.fact.kind == FactKind.TIME:
                _spread(row, position, token.fact)
            continue
        if token.quantity is not None:
            _number(row, position, token.quantity)
        elif token.low in ("południe", "południa", "północy", "północą", "noon", "midday", "midnight"):
            _noon_or_midnight(row, position)
        elif token.low in ("wpół", "pół") and row.low(position + 1) == "do":
            hour = row.quantity(position + 2)
            if hour is not None and hour.ordinal and 1 <= hour.value <= 12:
                take_said(row, int(hour.value) - 1, 30, position, position + 2)


def _has_meridiem(fact: Fact) -> bool:
    return fact.text[-1:].lower() in ("m", ".")


def _lacks_meridiem(fact: Fact) -> bool:
    """Whether it may be of either half of the day: "9", but not "9 am" or "noon"."""
    return fact.text[0].isdecimal() and not _has_meridiem(fact)


def _spread(row: Row, position: int, fact: Fact) -> None:
    """Make the number that is the other end of a range a time too: "9–11 am", „8–16:00”."""
    hour, minute = fact.value
    before = row.at(position - 2)
    if row.is_joint(position - 1) and before is not None:
        own = before.fact
        start = row.quantity(position - 2)
        found = (
            own.value
            if own is not None and own.kind == FactKind.TIME and _lacks_meridiem(own)
            else (_hours(start) if start is not None else None)
        )
        if found is not None:
            first, minutes = int(str(found[0])), int(str(found[1]))
            if _has_meridiem(fact) and first <= 12:
                afternoon = int(str(hour)) >= 12
                shifted = (first % 12 + (12 if afternoon else 0), minutes)
                first_value = shifted if shifted < (hour, minute) else (first % 12, minutes)
            else:
                first_value = (first % 24, minutes)
            if own is not None:
                row.drop(own)
            row.take(FactKind.TIME, first_value, position - 2, position - 2)
    after = row.quantity(position + 2)
    if row.is_range(position + 1) and after is not None and not _has_meridiem(fact):
        hours = _hours(after)
        if hours is not None and not _counts(row, position + 2):
            row.take(FactKind.TIME, hours, position + 2, position + 2)


def _hours(quantity: Quantity) -> tuple[int, int] | None:
    if quantity.dotted is not None:
        hour, minute = quantity.dotted
        return (hour % 24, minute) if hour <= 24 and minute < 60 else None
    if quantity.plain and isinstance(quantity.value, int) and 0 <= quantity.value <= 24:
        return quantity.value % 24, 0
    return None


def _counts(row: Row, position: int) -> bool:
    return is_currency(row, position + 1) or is_percent(row, position + 1) or bool(unit_after(row, position)[0])


def _number(row: Row, position: int, quantity: Quantity) -> None:
    if take_minutes_of_an_hour(row, position, quantity):
        return
    hours = _hours(quantity)
    if row.language == "pl":
        _polish(row, position, quantity, hours)
    else:
        _english(row, position, quantity, hours)


def _english(row: Row, position: int, quantity: Quantity, hours: tuple[int, int] | None) -> None:
    if quantity.words and isinstance(quantity.value, int) and 1 <= quantity.value <= 12:
        hours = quantity.value, 0
    last = position + 1 if row.low(position + 1) in ("o'clock", "hrs") else position
    if hours is not None and hours[0] <= 12 and (shift := half_of_the_day(row, last, hours[0])) is not None:
        row.take(FactKind.TIME, (hours[0] % 12 + shift, hours[1]), position, last)
    elif hours is not None and last > position:
        row.take(FactKind.TIME, hours, position, last, also=((FactKind.TIME, (hours[0] + 12, 0)),))
    elif hours is not None and quantity.dotted is not None and _is_english_time(row, position, hours):
        row.take(FactKind.TIME, hours, position, position)


def _is_english_time(row: Row, position: int, hours: tuple[int, int]) -> bool:
    """Whether it is one without "am" or "pm": "at 7.30", "7.30–15.30"."""
    beside = row.low(position - 1) in _BEFORE_A_TIME or _other_end_is_dotted(row, position)
    return beside and hours[1] % 5 == 0 and not _counts(row, position)


def _polish(row: Row, position: int, quantity: Quantity, hours: tuple[int, int] | None) -> None:
    before = row.low(position - 1)
    hour_at = position - 2 if before == "." else position - 1
    # „2 godz. 15 min” is no time of the day
    named = row.low(hour_at) in _HOUR and row.quantity(hour_at - 1) is None
    if before in ("od", "między", "do"):
        named = row.low(position - 3 if row.low(position - 2) == "." else position - 2) in _HOUR
    if hours is not None and hours[0] <= 12 and (shift := half_of_the_day(row, position, hours[0])) is not None:
        row.take(FactKind.TIME, ((hours[0] + shift) % 24, hours[1]), position, position)
        return
    if before == ":" and row.is_range(position + 1):  # „godziny otwarcia:”
        named = row.low(position - 2) in _HOUR or row.low(position - 3) in _HOUR
    if before == "o" and quantity.plain and _ends_there(row, position):
        named = True  # „zaczynamy o 9.”
    if hours is not None and not named:
        named = _is_of_a_weekday(row, position, hours)
    if hours is not None and (named or (quantity.dotted is not None and _looks_like_a_time(row, position, hours))):
        first = position - 1 if before in _HOUR else position
        fact = row.take(FactKind.TIME, hours, first, position, also=_also(quantity) if not named else ())
        _take_other_end(row, position, fact)
    elif quantity.ordinal and quantity.words and row.tokens[position].text.endswith("ej") and quantity.value <= 24:
        _ordinal(row, position, quantity, before)


def _ends_there(row: Row, position: int) -> bool:
    """Whether no word follows that a number could count."""
    after = row.at(position + 1)
    return after is None or not (after.is_word or after.quantity is not None or after.text in ("%", "/"))


def _is_of_a_weekday(row: Row, position: int, hours: tuple[int, int]) -> bool:
    """Whether it begins the hours of a day of the week: „wtorek 10–14”, „w piątki od 8 do 12”."""
    place = position - 1
    while row.low(place) in ("od", ":", "w", ".", ","):
        place -= 1
    day = row.fact(place)
    if day is None or day.value[0] != "weekday" or not row.is_range(position + 1):
        return False
    other = row.quantity(position + 2)
    end = _hours(other) if other is not None else None
    return end is not None and hours < end and not _counts(row, position + 2)


def _also(quantity: Quantity) -> tuple[tuple[FactKind, tuple[object, ...]], ...]:
    """What else „7.30” may be: a number, or a day and a month."""
    day, month = quantity.dotted or (0, 0)
    date = ((FactKind.DATE, (None, month, day)),) if 1 <= month <= 12 and 1 <= day <= 31 else ()
    return ((FactKind.NUMBER, (quantity.value, "")), *date)


def _looks_like_a_time(row: Row, position: int, hours: tuple[int, int]) -> bool:
    before = row.low(position - 1)
    if before == ".":
        before = row.low(position - 2)
    if before.startswith(_NUMBERED) or before in ("§", "dnia", "dn") or _counts(row, position):
        return False
    return hours[1] % 5 == 0 or _other_end_is_dotted(row, position)


def _other_end_is_dotted(row: Row, position: int) -> bool:
    for joint, other in ((position + 1, position + 2), (position - 1, position - 2)):
        quantity = row.quantity(other)
        fact = row.fact(other)
        if row.is_joint(joint):
            if fact is not None and fact.kind == FactKind.TIME:
                return True
            if quantity is not None and quantity.dotted is not None and _hours(quantity) is not None:
                return True
    return False


def _take_other_end(row: Row, position: int, fact: Fact) -> None:
    """Take the hours that follow in a range or a list: „godz. 8–16”, „o godz. 9, 11 i 13”."""
    while row.is_joint(position + 1):
        place = position + 2
        quantity = row.quantity(place)
        hours = _hours(quantity) if quantity is not None else None
        if hours is None or _counts(row, place) or (not row.is_range(position + 1) and hours <= fact.value):
            return
        row.take(FactKind.TIME, hours, place, place)
        position = place


def _ordinal(row: Row, position: int, quantity: Quantity, before: str) -> None:
    """Take „o siedemnastej trzydzieści”; „od trzeciej” may be something else, so it stays a number too."""
    hour = int(quantity.value)
    if hour <= 12 and before in _AT and (shift := half_of_the_day(row, position, hour)) is not None:
        row.take(FactKind.TIME, ((hour + shift) % 24, 0), position, position)
        return
    minutes = row.quantity(position + 1)
    if minutes is not None and minutes.words and minutes.value in _MINUTES and before in _AT:
        row.take(FactKind.TIME, (hour, int(minutes.value)), position, position + 1)
    elif before in ("godzinie", "godziny", "godzina"):
        row.take(FactKind.TIME, (hour % 24, 0), position - 1, position, also=((FactKind.TIME, (hour + 12, 0)),))
    elif before in _AT:
        also = ((FactKind.TIME, (hour % 24, 0)), (FactKind.TIME, (hour + 12, 0)))
        row.take(FactKind.NUMBER, (hour, ""), position, position, loose=quantity.loose, also=also)


def _noon_or_midnight(row: Row, position: int) -> None:
    low, before = row.low(position), row.low(position - 1)
    if low in ("noon", "midday", "midnight") or (low == "południe" and before in ("w", "samo")):
        hour = 0 if low == "midnight" else 12
        number = row.quantity(position - 1)
        first = position - 1 if number is not None and number.value == 12 else position
        row.take(FactKind.TIME, (hour, 0), first, position)
    elif low in ("północy", "północą") and before in ("o", "do", "przed", "po"):
        row.take(FactKind.TIME, (0, 0), position, position)
    elif low == "południa" and before in ("do", "od"):
        row.take(FactKind.TIME, (12, 0), position, position, loose=True)
