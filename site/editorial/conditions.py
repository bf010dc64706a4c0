"""What must hold besides an approval before a page goes live. Those who know of such a condition register it here."""

from collections.abc import Callable

from django.utils.functional import Promise
from wagtail.models import Page

# Takes the specific page that is about to go live; returns why it may not, in words, or None.
Condition = Callable[[Page], str | Promise | None]

_conditions: dict[str, Condition] = {}


def register_condition(name: str, condition: Condition) -> None:
    """Add a condition that every page has to meet. Registering a name again replaces it."""
    _conditions[name] = condition


def unmet_condition(page: Page) -> str | Promise | None:
    """Say why a specific page may not go live now, or return None if nothing stands against it."""
    for condition in _conditions.values():
        if reason := condition(page):
            return reason
    return None
