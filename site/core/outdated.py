"""What readers of a translation are told when its source says something else by now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext, gettext_lazy, ngettext

from core.dates import date_text
from translation.models import TranslationState

# One of each kind of fact, as it stands in a sentence. The kinds are those of `translation.facts`.
KINDS: dict[str, str | Promise] = {
    "number": gettext_lazy("a number"),
    "amount": gettext_lazy("an amount"),
    "currency": gettext_lazy("a currency"),
    "date": gettext_lazy("a date"),
    "time": gettext_lazy("a time"),
    "percentage": gettext_lazy("a percentage"),
    "email": gettext_lazy("an e-mail address"),
    "phone": gettext_lazy("a telephone number"),
    "link": gettext_lazy("a link"),
    "file": gettext_lazy("a file"),
    "name": gettext_lazy("a name"),
    "negation": gettext_lazy("a negation"),
    "heading": gettext_lazy("a heading"),
    "image": gettext_lazy("a picture"),
}


@dataclass(frozen=True)
class Outdated:
    """A translation does not say what its source says: since when, and in which kinds of facts, if in any."""

    since: datetime
    kinds: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The same for readers of the translation, in the language that is active."""
        day = date_text(timezone.localtime(self.since))
        facts = [str(KINDS[kind]) for kind in self.kinds if kind in KINDS]
        if not facts:
            return gettext(
                "The Polish version of this page was changed on %(date)s. This version does not show the change yet."
            ) % {"date": day}
        return ngettext(
            "The Polish version of this page was changed on %(date)s: %(facts)s is different there.",
            "The Polish version of this page was changed on %(date)s: %(facts)s are different there.",
            len(facts),
        ) % {"date": day, "facts": get_text_list(facts, gettext("and"))}


def outdated(state: TranslationState | None) -> Outdated | None:
    """Return what readers of a translation have to know: of changed facts first, then of changed words.

    Slips of the pen in the source are none of their business.
    """
    if state is None:
        return None
    if state.drift == TranslationState.Drift.FACT and state.fact_changed_at is not None:
        return Outdated(state.fact_changed_at, state.kinds)
    if state.is_outdated and state.drifted_at is not None:
        return Outdated(state.drifted_at)
    return None
