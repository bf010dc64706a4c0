"""Texts that are the same in every language: numbers, and addresses of post, mail and the web."""

import re

from translation.facts.contacts import contacts_in

# „ul. Długa 5/7, 30-001 Kraków”, line by line or in one
_NAME = r"(?:\d{1,3}|[A-ZĄĆĘŁŃÓŚŹŻ])[\w.-]{0,40}"
_POST = re.compile(
    rf"\b(?:ul|al|pl|os)\. ?{_NAME}(?: {_NAME}){{0,5}} \d{{1,4}}\w?(?:/\d{{1,4}}\w?)?\b"
    rf"|\b\d\d-\d{{3}} {_NAME}(?: {_NAME}){{0,3}}"
)


def has_words(text: str) -> bool:
    """Whether a text holds anything that a translator could say in another language."""
    if not any(map(str.isalpha, text)):
        return False
    spans = [(fact.start, fact.end) for fact in contacts_in(text)]
    spans += [found.span() for found in _POST.finditer(text)]
    said = list(text)
    for start, end in spans:
        said[start:end] = " " * (end - start)
    return any(map(str.isalpha, said))
