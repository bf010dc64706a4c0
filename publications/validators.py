"""Checks of the numbers that books and serials carry."""

from django.utils.translation import gettext_lazy as _
from stdnum import isbn, issn

from core.validators import check_number


def validate_isbn(value: str) -> None:
    """Check an ISBN of ten or thirteen digits, with or without hyphens.

    Raises:
        ValidationError: a digit is wrong or missing.
    """
    check_number(
        isbn, value, _("This ISBN is not right: its check digit does not match. Copy it again from the title page.")
    )


def validate_issn(value: str) -> None:
    """Check an ISSN of eight characters, with or without the hyphen.

    Raises:
        ValidationError: a digit is wrong or missing.
    """
    check_number(
        issn, value, _("This ISSN is not right: its check digit does not match. Copy it again, for example 0317-8471.")
    )
