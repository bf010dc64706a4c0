"""Checks of numbers that Polish registers give, each with a message that says what to do."""

import re
from types import ModuleType
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import iban
from stdnum.exceptions import ValidationError as NumberError
from stdnum.pl import nip, regon

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def check_number(module: ModuleType, value: str, message: "StrOrPromise") -> None:
    """Check a number with a module of python-stdnum.

    Raises:
        ValidationError: the number is wrong, with `message`.
    """
    try:
        module.validate(value)
    except NumberError as error:
        raise ValidationError(message, code="invalid") from error


def validate_nip(value: str) -> None:
    """Check a tax number (NIP): ten digits, the last one a check digit."""
    check_number(nip, value, _("This NIP is not right. Copy its ten digits again, without letters."))


def validate_regon(value: str) -> None:
    """Check a REGON: nine or fourteen digits, the last one a check digit."""
    check_number(regon, value, _("This REGON is not right. Copy its nine or fourteen digits again."))


def validate_phone(value: str) -> None:
    """Check a telephone number: nine to fifteen digits, with spaces or hyphens between them, a plus in front or not."""
    if not re.fullmatch(r"\+?\d(?:[ -]?\d){8,14}", value, re.ASCII):
        raise ValidationError(
            _("This telephone number is not right. Write the country code and the digits, such as +48 000 000 000."),
            code="invalid",
        )


def validate_krs(value: str) -> None:
    """Check a number in the National Court Register (KRS): ten digits, zeros in front; it has no check digit."""
    if not re.fullmatch(r"\d{10}", value, re.ASCII):
        raise ValidationError(_("A KRS number has ten digits. Put zeros in front of a shorter one."), code="invalid")


def validate_iban(value: str) -> None:
    """Check a bank account with the country in front (IBAN): two letters, two check digits, the account."""
    check_number(
        iban, value, _("This account number is not right. Copy it again with PL and two check digits in front.")
    )


def validate_edelivery(value: str) -> None:
    """Check an address for electronic delivery, which no published rule gives check digits of."""
    if not re.fullmatch(r"AE:PL-\d{5}-\d{5}-[A-Z]{5}-\d{2}", value, re.ASCII):
        raise ValidationError(
            _("This address for electronic delivery is not right. It looks like AE:PL-12345-67890-ABCDE-12."),
            code="invalid",
        )


def validate_epuap(value: str) -> None:
    """Check the address of an ePUAP inbox: the account and the inbox, each after a slash."""
    if not re.fullmatch(r"/[\w.-]+/[\w.-]+", value, re.ASCII):
        raise ValidationError(
            _("This ePUAP address is not right. It has two parts, each after a slash: /account/inbox."), code="invalid"
        )
