"""Checks of TERYT, the code of a unit of Polish territory. It has no check digit."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

VOIVODESHIP = r"(0[2468]|1[02468]|2[02468]|3[02])"
COUNTY = re.compile(VOIVODESHIP + r"(0[1-9]|[1-5]\d|60)", re.ASCII)
MUNICIPALITY = re.compile(VOIVODESHIP + r"(0[1-9]|[1-9]\d)(0[1-9]|[1-9]\d)[123]", re.ASCII)
CITY_WITH_COUNTY_RIGHTS = re.compile(VOIVODESHIP + r"(6[1-9]|[7-9]\d)(0[1-9]|[1-9]\d)1", re.ASCII)

# The last digit of a municipality's code tells its kind.
LAST_DIGITS = {"urban": "1", "rural": "2", "urban_rural": "3"}


def validate_teryt(value: str, kind: str) -> None:
    """Check a TERYT code against the kind of unit.

    Args:
        value: the code, four digits for a county and seven for a municipality.
        kind: a value of `MemberPage.Kind`.

    Raises:
        ValidationError: the code is wrong, or belongs to another kind of unit.
    """
    if kind == "county":
        if not COUNTY.fullmatch(value):
            raise ValidationError(
                _("A county's TERYT code has four digits: two of the voivodeship, then 01 to 60."), code="invalid"
            )
    elif kind == "city":
        if not CITY_WITH_COUNTY_RIGHTS.fullmatch(value):
            raise ValidationError(
                _(
                    "The TERYT code of a city with county rights has seven digits: "
                    "the third and fourth are 61 to 99, the last is 1."
                ),
                code="invalid",
            )
    elif not MUNICIPALITY.fullmatch(value):
        raise ValidationError(
            _(
                "A municipality's TERYT code has seven digits: two of the voivodeship, two of the county, "
                "two of the municipality, and its kind, 1 to 3."
            ),
            code="invalid",
        )
    elif value[-1] != LAST_DIGITS[kind]:
        raise ValidationError(
            _(
                "The last digit of the TERYT code belongs to another kind of municipality: "
                "1 is urban, 2 rural, 3 urban-rural."
            ),
            code="kind",
        )
