"""Leaves in a date field what a person has typed, so that the form can say what is wrong with it.

Wagtail's picker of dates puts today's in place of what it cannot read, as soon as the field is left, and says nothing.
"""

from typing import Any

from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput


def apply() -> None:
    """Tell the picker of every such field not to put anything in place of what was typed."""
    for widget in (AdminDateInput, AdminDateTimeInput, AdminTimeInput):
        stock = widget.get_config

        def get_config(self: Any, stock: Any = stock) -> dict[str, Any]:
            return {**stock(self), "validateOnBlur": False}

        widget.get_config = get_config
