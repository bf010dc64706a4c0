"""Why facts of an English page may differ, said before the page is said to be true.

Those who take such reasons register here what tells them.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from wagtail.models import Page, Revision

# Takes a specific English page, in the version that it is an object of, and the Polish revision that it is compared
# with; returns the fields of an `AcceptedDifference` for each fact that differs and has a reason.
Reasons = Callable[[Page, Revision], Iterable[Mapping[str, Any]]]

_known: dict[str, Reasons] = {}


def register_reasons(name: str, reasons: Reasons) -> None:
    """Add what tells reasons. Registering a name again replaces it."""
    _known[name] = reasons


def reasons_given(english: Page, source: Revision) -> list[Mapping[str, Any]]:
    """Return the reasons that people gave for facts in which an English page differs from a Polish revision."""
    return [each for reasons in _known.values() for each in reasons(english, source)]
