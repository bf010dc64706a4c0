"""Facts that look the same in every language: e-mail addresses, links, files, telephone numbers."""

import re
from collections.abc import Iterator

from translation.facts.kinds import Fact, FactKind

# No run of characters is begun twice, and none is read without a limit: hostile texts stay linear.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_LINK = re.compile(r"\b(?:https?://|www\.)[^\s<>\"„”“»«]+", re.IGNORECASE)
_EXTENSIONS = (
    *("pdf", "docx?", "odt", "rtf", "txt", "xlsx?", "ods", "csv", "pptx?", "odp", "zip", "7z", "rar", "jpe?g", "png"),
    *("svg", "tiff?", "gml", "geojson", "kml", "gpx", "shp", "dwg", "mp[34]", "epub", "ics", "xml", "json", "ath"),
)
_FILE = re.compile(rf"(?<![\w./-])\w[\w.()-]{{0,120}}?\.(?:{'|'.join(_EXTENSIONS)})(?![\w-])", re.IGNORECASE)
# A format by itself: „w formacie PDF”, "as PDFs", „w pdf-ie”; what is also a word only in capitals
_FORMAT = re.compile(
    r"(?<![\w./@-])\.?((?i:pdf|docx|odt|rtf|xlsx?|ods|csv|pptx?|odp|zip|jpe?g|png|svg|tiff?|gml|geojson|kml|gpx|shp|dwg"
    r"|mp[34]|epub|xml|json)|DOC|TXT|RAR|ICS|WAV|AVI|MOV|GIF|BMP)s?(?![\w/@]|\.\w)"
)
_SAME_FORMATS = {"JPEG": "JPG", "TIFF": "TIF"}
_DOMAINS = (
    *("pl", "eu", "com", "org", "net", "gov", "info", "edu", "example", "test", "uk", "de", "cz", "sk", "ua", "lt"),
    *("fr", "int", "biz", "io", "online", "art", "travel", "tv", "fm", "app", "dev"),
)
_DOMAIN = re.compile(
    rf"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,5}}(?:{'|'.join(_DOMAINS)})(?![\w-]|\.\w)(?:/[^\s<>\"„”“»«]*)?",
    re.IGNORECASE,
)
_AFTER_A_LINK = ".,;:!?)]}'…"
_LANGUAGE_OF_AN_ADDRESS = re.compile(r"/(?:pl|en|pl-pl|en-gb)(?=/|$)|[?&]lang(?:uage)?=(?:pl|en)\b")

_PHONE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+|00)[1-9]\d{0,2}[ \u00a0\u202f.-]?)?(?:\(0?\d{2,3}\)|\d{2,3}\)?)"
    r"(?:[ \u00a0\u202f.-]{1,2}\d{2,7}){1,5}(?![\w/]|[.,-]\d)"
    r"|(?<![\w.,/-])(?:\+|00)[1-9]\d{1,2}[ \u00a0-]?\d{8,11}(?!\d)|(?<![\w.,/-])[1-9]\d{8}(?![\w/]|[.,-]\d)"
)
_CALLED = re.compile(
    r"(?:tel|phone|telefon\w*|kom|komórk\w*|fax|faks\w*|mobile|call\w*|sms\w*|text|dzwon\w*|zadzwo\w*|hotline|infolini\w*"
    r"|numer\w*|number|dial|ring)\W{0,4}(?:[a-z]{1,4}\W{1,3})?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\W{0,2}(?:zł|pln|eur|euro|mln|mld|tys|million|billion|thousand|m²|m2|ha|kwh|mwh|usd|zlot|%)", re.IGNORECASE
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+")
_NOT_DIGITS = re.compile(r"\D")
_TAX_NUMBERS = re.compile(r"\d{3}-\d{3}-\d{2}-\d{2}|\d{3}-\d{2}-\d{2}-\d{3}")


def link_value(written: str) -> str:
    """Return an address as it is compared: without scheme, www, language, and what is no part of it."""
    address = written.rstrip(_AFTER_A_LINK).lower().removeprefix("https://").removeprefix("http://")
    return _LANGUAGE_OF_AN_ADDRESS.sub("", address.removeprefix("www.")).rstrip("/")


def contacts_in(text: str) -> Iterator[Fact]:
    """Yield e-mail addresses, links, formats and files; one may stand inside of another, and the first counts."""
    if "@" in text:
        for found in _EMAIL.finditer(text):
            written = found[0].rstrip(".-")
            yield Fact(FactKind.EMAIL, (written.lower(),), written, found.start(), found.start() + len(written))
    for found in _LINK.finditer(text):
        written = found[0].rstrip(_AFTER_A_LINK)
        yield Fact(FactKind.LINK, (link_value(written),), written, found.start(), found.start() + len(written))
    for found in _FORMAT.finditer(text):
        name = found[1].upper()
        yield Fact(FactKind.FILE, (_SAME_FORMATS.get(name, name),), found[1], *found.span(1), loose=True)
    if "." not in text:
        return
    for found in _FILE.finditer(text):
        yield Fact(FactKind.FILE, (found[0].lower(),), found[0], *found.span())
    for found in _DOMAIN.finditer(text):
        written = found[0].rstrip(_AFTER_A_LINK)
        yield Fact(FactKind.LINK, (link_value(written),), written, found.start(), found.start() + len(written))


def phones_in(text: str) -> Iterator[Fact]:
    """Yield telephone numbers: nine digits in any groups, with or without +48, or +, a country and eight or more."""
    for found in _PHONE.finditer(text):
        written = found[0].strip()
        digits = _NOT_DIGITS.sub("", written)
        foreign = written.startswith(("+", "00"))
        if foreign:
            digits = digits.removeprefix("00")
            digits = digits.removeprefix("48") if len(digits) == 11 else digits
        elif written.startswith("(0"):
            digits = digits.removeprefix("0")
        if len(digits) < 9 or (len(digits) > 9 and not foreign) or _TAX_NUMBERS.fullmatch(written):
            continue
        if not foreign and (written.isdigit() or _THOUSANDS.fullmatch(written)):
            called = _CALLED.search(text, max(0, found.start() - 24), found.start())
            if not called and (_COUNTED.match(text, found.end()) or _counts_money(text, found.start())):
                continue
            if not called and written.isdigit():
                continue
        yield Fact(FactKind.PHONE, (digits,), written, *found.span())


def _counts_money(text: str, start: int) -> bool:
    return text[max(0, start - 5) : start].rstrip().endswith(("PLN", "EUR", "€", "$", "£", "USD"))
