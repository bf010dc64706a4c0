"""Where the sentences of a Polish or an English paragraph end."""

import re

# Always followed by what they belong to: "ul. Nowa", "art. 5", "prof. Nowak", "e.g. Monday"
NEVER_LAST = frozenset(
    {
        *("al", "art", "dot", "dr", "dz", "ew", "godz", "gm", "hab", "im", "inż", "lit", "m.in", "mgr"),
        *("nr", "np", "os", "par", "pkt", "pl", "por", "pow", "poz", "prof", "ps", "rozdz", "str"),
        *("sygn", "tab", "tel", "tj", "tzn", "tzw", "ul", "ust", "woj", "wyd", "zał", "zob", "św"),
        *("approx", "cf", "e.g", "fig", "i.e", "mr", "mrs", "ms", "no", "nos", "para", "pp", "sec", "st"),
        *("vol", "vs"),
    }
)
# May end a sentence, and do so before a capital letter: "w 2027 r. Nabór trwa", "12 tys. Gminy"
MAY_BE_LAST = frozenset({"a.m", "etc", "itd", "itp", "mld", "mln", "p.m", "r", "tys", "w"})
# Nothing is tried twice, so that a text of dots or of spaces alone takes no longer than others
BREAK = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+\s++(?=[\"'„“‘«(\[–—-]*+\s*+(\w))")
LAST_WORD = re.compile(r"[\w.]*\w$")
LOOKED_AT = 40  # characters before a mark, more than any of these words or any number has


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph in their order, without the spaces between them."""
    found, start = [], 0
    for end in BREAK.finditer(text):
        if _is_end(text[max(start, end.start() - LOOKED_AT) : end.start()], text[end.start()], end.group(1)):
            found.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def _is_end(before: str, mark: str, after: str) -> bool:
    """Whether a sentence ends here.

    Args:
        before: the sentence so far without the mark, or the last `LOOKED_AT` characters of it.
        mark: the first character of what may end it.
        after: the first letter or digit of what follows.
    """
    if after.islower():
        return False
    if mark != ".":
        return True
    last = LAST_WORD.search(before)
    word = last.group().lower() if last else ""
    if word in MAY_BE_LAST:
        return after.isupper()
    if word in NEVER_LAST or (len(word) == 1 and word.isalpha()):
        return False
    return not (word.isdigit() and before.strip() == word)  # "1. Nabór": the number of an item
