"""Moments as staff type them: by the clocks of the site's own time zone, also when these are changed.

In spring an hour is left out: a moment in it is refused, and the next one that exists is offered. In autumn an hour
comes twice: the first is taken, and the form says so.
"""

from collections.abc import Container, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateTimeInput

MINUTE = timedelta(minutes=1)


def comes_twice(moment: datetime) -> bool:
    """Whether the clocks of the site show the same day, hour and minute at another moment too."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    return local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()


def which_of_two(moment: datetime) -> str:
    """Say which of two moments is meant that the clocks show alike; empty if they show it once.

    Args:
        moment: an aware time.
    """
    if not comes_twice(moment):
        return ""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    told = {"hour": f"{local:%H:%M}", "day": f"{local:%d.%m.%Y}", "offset": f"UTC{local.isoformat()[-6:]}"}
    if local.fold:
        return _("%(hour)s on %(day)s comes twice. This is the second: standard time (%(offset)s).") % told
    return _("%(hour)s on %(day)s comes twice. It is taken as the first: summer time (%(offset)s).") % told


class BoundMomentField(forms.BoundField):
    """A moment in a form; below it stands which of two it is taken as."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        self.help_text = " ".join(filter(None, [str(self.help_text), self._note()]))

    def _note(self) -> str:
        try:
            moment = self.field.to_python(self.value())
        except ValidationError:
            return ""
        return which_of_two(moment) if moment else ""


class MomentField(forms.DateTimeField):
    """A day and an hour in the site's time zone, whatever zone is active; the value is an aware time."""

    bound_field_class = BoundMomentField

    def prepare_value(self, value: Any) -> Any:
        with timezone.override(timezone.get_default_timezone()):
            return super().prepare_value(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another moment was typed. Python calls no two times of a repeated hour equal across time zones."""
        return super().has_changed(initial.astimezone(UTC) if isinstance(initial, datetime) else initial, data)

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment that was typed; the first of two.

        Raises:
            ValidationError: it is none, or the clocks leave it out.
        """
        with timezone.override(timezone.get_default_timezone()):
            try:
                moment = super().to_python(value)
            except ValidationError as error:
                if error.code != "ambiguous_timezone":
                    raise
                moment = _first_of_two((error.params or {})["datetime"])
        try:
            return moment.astimezone(UTC) if moment else None
        except OverflowError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


def _first_of_two(typed: datetime) -> datetime:
    """Return the first moment at which the clocks show what was typed.

    Raises:
        ValidationError: they never do.
    """
    first = typed.replace(tzinfo=timezone.get_default_timezone(), fold=0)
    if _is_shown(first):
        return first
    after = first.replace(second=0, microsecond=0)
    while not _is_shown(after):
        after += MINUTE
    left_out = first.astimezone(UTC) - first.replace(fold=1).astimezone(UTC)
    raise ValidationError(
        _("There is no %(hour)s on %(day)s: the clocks go from %(last)s to %(next)s. Write %(offer)s or later."),
        code="left_out",
        params={
            "hour": f"{typed:%H:%M}",
            "day": f"{typed:%d.%m.%Y}",
            "last": f"{after - left_out:%H:%M}",
            "next": f"{after:%H:%M}",
            "offer": after.strftime(settings.WAGTAIL_DATETIME_FORMAT),
        },
    )


def _is_shown(local: datetime) -> bool:
    return local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None)


def notes_on_moments(instance: models.Model, names: Container[str]) -> Iterator[str]:
    """Yield, for each moment of an object that comes twice, which of the two it was taken as.

    Args:
        names: of the fields that a person was asked for.
    """
    for field in instance._meta.get_fields():
        if isinstance(field, models.DateTimeField) and field.name in names:
            moment = getattr(instance, field.name)
            if moment and (said := which_of_two(moment)):
                yield f"{capfirst(field.verbose_name)}: {said}"


def connect() -> None:
    """Have every form of the admin that is made from a model ask for moments in this way."""
    override = {"form_class": MomentField, "widget": AdminDateTimeInput}
    register_form_field_override(models.DateTimeField, override=override)
