"""Numbers of persons that nobody should publish by mistake. Only those with valid check digits are taken for one."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from stdnum.pl import pesel

from checks.base import Check, Finding
from checks.content import Content

ELEVEN_DIGITS = re.compile(r"(?<![\d+/.,])(?<!\d-)\d{11}(?!\d|[.,/]\d)", re.ASCII)
# 26 digits: in one, or in groups as banks print them, counted from either end
ACCOUNT = re.compile(r"(?<!\d)(?:\d{2}(?:[ -]?\d{4}){6}|\d{4}(?:[ -]?\d{4}){5}[ -]?\d{2})(?!\d)", re.ASCII)
COUNTRY = "2521"  # PL as IBAN counts letters
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})


def pesels_in(text: str) -> Iterator[str]:
    """Yield what looks like a PESEL: eleven digits with a possible date of birth and the right check digit."""
    return (number for number in ELEVEN_DIGITS.findall(text) if pesel.is_valid(number))


def accounts_in(text: str) -> Iterator[str]:
    """Yield what looks like a Polish bank account (NRB): 26 digits, in groups or not, right by modulus 97."""
    for written in ACCOUNT.findall(text.translate(SPACES)):
        digits = re.sub(r"\D", "", written)
        if int(digits[2:] + COUNTRY + digits[:2]) % 97 == 1:
            yield digits


class PersonalNumber(Check):
    """What looks like a PESEL."""

    identifier = "pesel"
    title = gettext_lazy("What looks like a PESEL number")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every one. The message shows its end only, so that lists and logs do not spread it."""
        for passage in content.passages:
            for number in pesels_in(passage.text):
                said = _(
                    "The number that ends in %(end)s looks like a PESEL. Personal numbers are not published: remove it."
                )
                yield self.finding(passage.part, said % {"end": number[-2:]}, number)


class AccountNumber(Check):
    """What looks like a bank account, other than the association's own."""

    identifier = "bank-account"
    title = gettext_lazy("What looks like a bank account number")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every one."""
        for passage in content.passages:
            for number in accounts_in(passage.text):
                if f"PL{number}" in content.own_accounts:
                    continue
                said = _(
                    "The number that ends in %(end)s looks like a bank account. If it is a person’s, remove it. If "
                    "readers are to pay to it, say so as the reason."
                )
                yield self.finding(passage.part, said % {"end": number[-4:]}, number)
