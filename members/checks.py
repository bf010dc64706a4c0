"""What must hold between the fields of a member's profile. Each check raises a ValidationError on the wrong fields."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members.validators import validate_teryt


def check_teryt(page: Any) -> None:
    """The code agrees with the kind, and no other present member has it."""
    if not page.teryt or not page.kind:
        # Both are required, but a draft may wait for them.
        return
    try:
        validate_teryt(page.teryt, page.kind)
    except ValidationError as error:
        raise ValidationError({"teryt": error}) from error
    namesake = (
        type(page)
        .objects.filter(teryt=page.teryt, locale_id=page.locale_id, left_on__isnull=True)
        .exclude(pk=page.pk)
        .first()
    )
    if namesake and page.left_on is None:
        raise ValidationError(
            {"teryt": _("“%(member)s” has this TERYT code. Correct one of the two.") % {"member": namesake.title}}
        )


def check_facts(page: Any) -> None:
    """A figure has its date and its source."""
    errors = {}
    for fact, others in {
        "population": ("population_date", "population_source"),
        "area_km2": ("area_date", "area_source"),
    }.items():
        if getattr(page, fact) is None:
            continue
        for name in others:
            if not getattr(page, name):
                errors[name] = _("Readers must see as of when the figure is, and who gives it. Fill this in.")
    if errors:
        raise ValidationError(errors)


def check_position(page: Any) -> None:
    """A position has both numbers."""
    if (page.latitude is None) != (page.longitude is None):
        empty = "latitude" if page.latitude is None else "longitude"
        raise ValidationError({empty: _("A position needs both numbers. Give this one too, or remove the other.")})


def check_membership(page: Any) -> None:
    """The membership does not end before it begins."""
    if page.joined_on and page.left_on and page.left_on < page.joined_on:
        raise ValidationError({"left_on": _("The membership ends before it begins. Correct one of the dates.")})
