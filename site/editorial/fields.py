"""Fields of the forms of publishing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

SHORTEST_REASON = 10  # characters
LONGEST_REASON = 1000


class ReasonField(forms.CharField):
    """Why something is done: words, not a letter."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", LONGEST_REASON)
        options.setdefault("widget", AdminAutoHeightTextInput())
        super().__init__(**options)

    def validate(self, value: str) -> None:
        """Refuse what says nothing.

        Raises:
            ValidationError: it is empty, or too short to be a reason.
        """
        super().validate(value)
        if value and len(value) < SHORTEST_REASON:
            raise ValidationError(_("Say it in a sentence, so that others understand it later."))
