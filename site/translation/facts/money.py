"""Amounts of money, currencies, and percentages."""

from fractions import Fraction
from typing import Final

from translation.facts.kinds import FactKind, Language, Magnitude
from translation.facts.rows import DASHES, Row
from translation.facts.tokens import Quantity
from translation.facts.units import TIME_UNITS, unit_at
from translation.facts.word_tables import named

# What is a currency wherever it stands
_CODES: Final = named("""
    PLN pln zł zl
    EUR eur €
    USD usd $
    GBP gbp £
    CHF chf
    CZK czk
    UAH uah
    SEK sek
    NOK nok
""")
# What is one beside a number
_WORDS: Final[dict[Language, dict[str, str]]] = {
    "pl": named("""
        PLN złoty złotego złotemu złotym złote złotych złotymi złotówek złotówki złotówkę
        EUR euro
        USD dolar dolara dolary dolarów dolarach dolarami
        GBP funt funta funty funtów funtach funtami
        CHF frank franka franki franków frankach
        CZK korona koronę korony koron koronach
        UAH hrywna hrywny hrywien hrywnach
        grosz grosz grosza grosze groszy groszach groszami gr
        cent eurocent eurocentów centów centy
    """),
    "en": named("""
        PLN zloty zlotys zlotych złoty złotys złotych
        EUR euro euros
        USD dollar dollars
        GBP pound pounds
        CHF francs franc
        CZK koruna korunas crowns
        UAH hryvnia hryvnias
        grosz grosz groszy groszes
        cent cent cents eurocents
    """),
}
_ALONE: Final = {
    "złotych": "PLN",
    "złotówkach": "PLN",
    "złotówki": "PLN",
    "euro": "EUR",
    "euros": "EUR",
    "zlotys": "PLN",
    "zloty": "PLN",
    "dolarach": "USD",
    "dollars": "USD",
    "koronach": "CZK",
    "hrywnach": "UAH",
}
# „za złotówkę” is for one
_COINS: Final = frozenset({"złotówkę", "złotówce"})
_SHORT_SCALES: Final = {"m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "k": 1000}
_HUNDREDTHS: Final = frozenset({"grosz", "cent"})
_MONEY_OF: Final = {"grosz": "PLN", "cent": "EUR"}
_PERCENT: Final = {
    "pl": ("procent", "procenta", "procentów", "procentach", "procentami", "proc"),
    "en": ("percent", "pct"),
}


def currency_at(row: Row, position: int, beside: bool = True) -> str:
    """Return the currency that a token names, or an empty text. `beside`: a number stands next to it."""
    low = row.low(position)
    if not low:
        return ""
    return _CODES.get(low) or (_WORDS[row.language].get(low, "") if beside else "")


def is_currency(row: Row, position: int, before: bool = False) -> bool:
    """Whether a token names the currency of the number after it (`before`) or before it."""
    return bool(currency_at(row, position, beside=not before))


def is_percent(row: Row, position: int) -> bool:
    """Whether the token makes the number before it a percentage."""
    return bool(_percent(row, position)[0])


def _percent(row: Row, position: int) -> tuple[str, int]:
    """Return "%", "‰" or "pp", and the last token of it; an empty text if there is none."""
    token = row.at(position)
    if token is None or token.fact is not None:
        return "", position
    if token.text in DASHES and not token.gap:
        following = row.at(position + 1)
        if following is not None and not following.gap and following.low.startswith(("procentow", "percent")):
            return "%", position + 1
        if following is not None and following.low == "per" and row.low(position + 2) in ("-", "cent"):
            return "%", position + 3 if row.low(position + 2) == "-" else position + 2
        return "", position
    if token.text in ("%", "‰"):
        if row.low(position + 1).startswith(("punkt", "pkt")) or row.low(position + 1) == "points":
            return "pp", position + 1
        return token.text, position
    if token.low == "pp" or (token.low == "p" and row.low(position + 2) == "p"):
        return "pp", position if token.low == "pp" else min(position + 3, len(row.tokens) - 1)
    if row.language == "pl":
        if token.low.startswith("punkt") or token.low == "pkt":
            after = position + 2 if row.low(position + 1) == "." else position + 1
            if row.low(after).startswith(("procentow", "proc")):
                return "pp", after
            return "", position
        return ("%", position) if token.low in _PERCENT["pl"] else ("", position)
    last = position + 1 if token.low == "per" and row.low(position + 1) == "cent" else position
    if last > position or token.low in ("percent", "pct", "percentage"):
        if row.low(last + 1) in ("point", "points"):
            return "pp", last + 1
        return ("%", last) if token.low != "percentage" else ("", position)
    return "", position


def find_percentages(row: Row) -> None:
    """Take the percentages out of a row, with the numbers that share the sign: „10–15%”."""
    for position, token in enumerate(row.tokens):
        quantity = row.quantity(position)
        if quantity is None:
            continue
        sign, last = ("%", position) if quantity.unit == "%" else _percent(row, position + 1)
        if not sign or token.fact is not None:
            continue
        row.take(FactKind.PERCENTAGE, (quantity.value, sign), position, last)
        for place, other in _earlier(row, position, "%"):
            row.take(FactKind.PERCENTAGE, (other.value, sign), place, place)


def _earlier(row: Row, position: int, sign: str = "") -> list[tuple[int, Quantity]]:
    """Return the numbers before one, joined to it as a range or a list, that say by themselves nothing else."""
    found: list[tuple[int, Quantity]] = []
    while row.is_joint(position - 1):
        other = row.quantity(position - 2)
        if other is None or other.unit or other.ordinal or other.roman:
            break
        position -= 2
        if sign == "%" and currency_at(row, position - 1, beside=False):
            break  # "PLN 1.2 million, 75%"
        found.append((position, other))
    return found


def find_amounts(row: Row) -> None:
    """Take the amounts out of a row, then the currencies that are left."""
    for position in range(len(row.tokens)):
        if row.quantity(position) is not None:
            _take_amount(row, position)
    for position, token in enumerate(row.tokens):
        if token.fact is None:
            code = currency_at(row, position, beside=False)
            if not code and row.low(position - 1) in ("w", "in", "na", "into"):
                code = _ALONE.get(token.low, "")
            if row.low(position - 1) in ("za", "o", "po") and token.low in _COINS:
                row.take(FactKind.AMOUNT, (1, "PLN"), position, position, loose=True)
            elif code and (token.low != "zl" or row.language == "pl"):
                row.take(FactKind.CURRENCY, (code,), position, position)


def _take_amount(row: Row, position: int) -> None:
    quantity = row.quantity(position)
    if quantity is None:
        return
    scale, last = _scale_sign(row, position)
    first = position
    code = currency_at(row, position - 1, beside=False)
    after = last + 1
    joint = row.at(after)
    if joint is not None and joint.text in (",", "-") and not joint.gap and not code:
        dash = row.at(after + 1)
        if joint.text == "," and dash is not None and dash.text in DASHES and not dash.gap:
            after += 2  # „50,- zł”
        elif joint.text == "-":
            after += 1
    if quantity.unit == "PLN":
        code = "PLN"
    elif code and not _belongs_to_the_number_before(row, position - 1):
        first = position - 1
    else:
        if row.low(after) in ("polish", "us"):
            after += 1
        code = currency_at(row, after)
        if not code or (
            row.language == "en" and row.quantity(after + 1) is not None and code == row.low(after).upper()
        ):
            return  # of "one PLN 15" it is the next number's
        last = after
    if code in _HUNDREDTHS:
        _take_hundredths(row, position, last, quantity, code)
        return
    if scale > 1 and quantity.scale > 1:
        scale = 1
    value = quantity.value * scale
    per, last = _per(row, last)
    row.take(FactKind.AMOUNT, (value, code, *per), first, last, loose=quantity.loose and quantity.words and value == 1)
    whole_scale = scale if scale > 1 else quantity.scale
    _take_earlier(row, first, position, quantity, whole_scale, code)
    if first < position:
        _take_later(row, position, last, code, value)


def _belongs_to_the_number_before(row: Row, position: int) -> bool:
    """Whether „zł” in „5 zł 50 …” is of the number before it."""
    token = row.at(position - 1)
    return (
        token is not None and token.quantity is not None and row.tokens[position].gap is True and (row.language == "pl")
    )


def _belongs_to_the_number_after(row: Row, position: int) -> bool:
    """Whether "PLN" in "a full one PLN 15" is of the number after it."""
    return row.language == "en" and row.low(position) in _CODES and row.quantity(position + 1) is not None


def _scale_sign(row: Row, position: int) -> tuple[int, int]:
    """Read "m", "bn" and "k" after a number; only money has them."""
    token = row.at(position + 1)
    if token is None or token.fact is not None or token.low not in _SHORT_SCALES or token.quantity is not None:
        return 1, position
    before = currency_at(row, position - 1, beside=False)
    if before or currency_at(row, position + 2):
        return _SHORT_SCALES[token.low], position + 1
    following = row.quantity(position - 2)
    if not token.gap and following is not None and row.is_joint(position - 1):
        return _SHORT_SCALES[token.low], position + 1
    return 1, position


def _per(row: Row, last: int) -> tuple[tuple[str, ...], int]:
    """Read „/m²”, „za hektar”, "per tonne": the third piece of an amount's value."""
    if row.low(last + 1) in ("/", "za", "per", "a", "an", "na"):
        one = row.quantity(last + 2)
        unit, after = unit_at(row, last + 3 if one is not None and one.value == 1 else last + 2)
        if unit and (unit not in TIME_UNITS or row.low(last + 1) == "/"):
            return (unit,), after - 1
    return (), last


def _take_hundredths(row: Row, position: int, last: int, quantity: Quantity, code: str) -> None:
    value: Magnitude = Fraction(quantity.value) / 100
    currency = _MONEY_OF[code]
    before = row.fact(position - 1)
    if before is None and row.low(position - 1) in ("i", "and", ","):
        before = row.fact(position - 2)
    if before is not None and before.kind == FactKind.AMOUNT and before.value[1] == currency:
        first = position if row.fact(position - 1) is before else position - 1
        while row.fact(first - 1) is before:
            first -= 1
        row.drop(before)
        whole = Fraction(str(before.value[0])) + value
        row.take(FactKind.AMOUNT, (whole.numerator if whole.denominator == 1 else whole, currency), first, last)
        return
    row.take(FactKind.AMOUNT, (value, currency), position, last)


def _take_earlier(row: Row, first: int, position: int, quantity: Quantity, scale: int, code: str) -> None:
    """Take the numbers that share currency and scale with the one after them: „od 3 do 5 mln zł”."""
    mantissa = Fraction(quantity.value) / (quantity.scale if quantity.scale > 1 else 1)
    for place, other in _earlier(row, first):
        value = other.value
        also: tuple[tuple[FactKind, tuple[Magnitude | str, ...]], ...] = ()
        ascending = value < mantissa if row.is_range(place + 1) else value < 1000
        if scale > 1 and other.scale == 1 and value < 1000:
            # „z 21 do 14 mln zł” is of millions as well, but may be of 21
            both = (FactKind.AMOUNT, (value * scale, code)), (FactKind.AMOUNT, (value, code))
            also = both[1:] if ascending else both[:1]
            value *= scale if ascending else 1
        start = place
        if currency_at(row, place - 1, beside=False):
            start = place - 1
        row.take(FactKind.AMOUNT, (value, code), start, place, also=also)


def _take_later(row: Row, position: int, last: int, code: str, value: Magnitude) -> None:
    """Take the second number of "PLN 5–10 million": it has the currency, and the first one its scale."""
    if not row.is_range(last + 1):
        return
    other = row.quantity(last + 2)
    if other is None or other.ordinal or other.unit:
        return
    scale, end = _scale_sign_after(row, last + 2)
    whole = other.value * scale
    if is_percent(row, end + 1) or (is_currency(row, end + 1) and currency_at(row, end + 1) != code):
        return
    if whole <= value or (row.low(last + 1) == "and" and row.low(position - 2) != "between"):
        return
    own = row.fact(position)
    scale = max(scale, other.scale)
    if own is not None and scale > 1 and value < whole / scale:
        row.drop(own)
        first = next(place for place in range(position, -1, -1) if row.fact(place - 1) is not own)
        row.take(FactKind.AMOUNT, (value * scale, code), first, last, also=((FactKind.AMOUNT, (value, code)),))
    row.take(FactKind.AMOUNT, (whole, code), last + 2, end)


def _scale_sign_after(row: Row, position: int) -> tuple[int, int]:
    token = row.at(position + 1)
    if token is not None and token.fact is None and token.low in _SHORT_SCALES and not token.gap:
        return _SHORT_SCALES[token.low], position + 1
    return 1, position
