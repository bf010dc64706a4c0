"""Numbers that name something and count nothing: of cases, resolutions, roads, postal areas, accounts."""

import re
from collections.abc import Iterator

from translation.facts.kinds import Fact, FactKind

_ACCOUNT = re.compile(r"(?<!\w)(?:PL ?)?\d{2}(?:[ \u00a0-]?\d{4}){6}(?!\d)")
_REGISTER = re.compile(r"(?<![\w-])(?:\d{3}-\d{3}-\d{2}-\d{2}|\d{3}-\d{2}-\d{2}-\d{3})(?![\w-])")
_POSTAL = re.compile(r"(?<![\w-])\d{2}-\d{3}(?=[ \u00a0][^\W\d_a-ząćęłńóśźż])")
_LEADING_ZERO = re.compile(r"(?<![\w.,:/-])0\d{4,}(?![\w/]|[.,:-]\d)")
# Runs of short pieces joined by slash, dot or hyphen; `_is_designation` says which of them are one
_CHAIN = re.compile(r"(?<![\w./@-])\w{1,12}(?:[./-]\w{1,12}){1,9}(?![\w@]|[./-]\w)")
_CODE = re.compile(r"(?<![\w./-])[A-ZŁŚŻ]{1,5}-?\d{1,6}[A-Z]?(?![\w]|[.,/-]\d)")
# „pokój 3A”, „ul. Lipowa 12b”; other letters are units
_ROOM = re.compile(r"(?<![\w.,/-])\d{1,4}[A-FS-Za-f](?![\w'’]|[.,/-]\w)")
# „1:50 000”, the scale of a map; its thousands are separated as each language does it
_SCALE = re.compile(r"(?<![\w.,:])1:\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d:])")
_PIECES = re.compile(r"[./-]")
_ROMAN = re.compile(r"[IVXLCDM]+")
_MONEY = ("PLN", "EUR", "USD", "GBP", "CHF", "CZK", "UAH")
_NOT_A_CODE = re.compile(rf"(?:{'|'.join(_MONEY)}|Q[1-4]$|H[12]$|CO2|NO\d)")


def designations_in(text: str) -> Iterator[Fact]:
    """Yield designations; the value is the text without spaces, of an account or a tax number its digits."""
    for pattern in (_ACCOUNT, _REGISTER):
        for found in pattern.finditer(text):
            yield _fact(found, re.sub(r"\D", "", found[0]))
    for found in _SCALE.finditer(text):
        yield _fact(found, re.sub(r"[^\d:]", "", found[0]))
    for found in _POSTAL.finditer(text):
        yield _fact(found, found[0])
    for found in _CHAIN.finditer(text):
        if _is_designation(found[0]):
            yield _fact(found, found[0])
    for found in _ROOM.finditer(text):
        yield _fact(found, found[0])
    for found in _LEADING_ZERO.finditer(text):
        yield _fact(found, found[0])
    for found in _CODE.finditer(text):
        if not _NOT_A_CODE.match(found[0]):
            yield _fact(found, found[0].replace("-", ""))


def _fact(found: re.Match[str], value: str) -> Fact:
    return Fact(FactKind.NUMBER, (value.upper(),), found[0], *found.span())


def _is_designation(written: str) -> bool:
    pieces = _PIECES.split(written)
    numbers = [piece for piece in pieces if piece.isdecimal()]
    letters = [piece for piece in pieces if piece.isalpha() and piece.isupper()]
    mixed = [piece for piece in pieces if not piece.isdecimal() and not piece.isalpha()]
    if not numbers or any(piece.isalpha() and not piece.isupper() for piece in pieces):
        return False
    if "/" in written:
        return bool(letters or len(numbers) > 2) or _is_number_of_a_year(pieces)
    if mixed:
        return len(pieces) > 2 and "." in written
    # „OR.0050.12.2027”; of a chain of numbers alone, dates are recognised elsewhere
    return bool(letters) and len(numbers) > 1 and "." in written and not _is_of_months(pieces)


def _is_number_of_a_year(pieces: list[str]) -> bool:
    """Whether it is „12/2026”: neither a fraction, nor „24/7”, nor two years."""
    if len(pieces) != 2 or not all(piece.isdecimal() for piece in pieces):
        return False
    number, year = pieces
    return len(year) == 4 and year[:2] in ("19", "20") and not (len(number) == 4 and number[:2] in ("19", "20"))


def _is_of_months(pieces: list[str]) -> bool:
    """Whether it is „3.III.2027”."""
    return len(pieces) == 3 and bool(_ROMAN.fullmatch(pieces[1])) and pieces[0].isdecimal()
