"""What a fact is: a piece of a text that a reader could act on, with a value that is equal in both languages."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Language = Literal["pl", "en"]
Value = tuple[Hashable, ...]
Magnitude = int | Fraction


class FactKind(StrEnum):
    """The kinds of facts. The last two are of whole pages: no text holds them, `pages.compare_parts` reports them."""

    NUMBER = "number"
    AMOUNT = "amount"
    CURRENCY = "currency"
    DATE = "date"
    TIME = "time"
    PERCENTAGE = "percentage"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    FILE = "file"
    NAME = "name"
    NEGATION = "negation"
    HEADING = "heading"
    IMAGE = "image"

    @property
    def label(self) -> Promise:
        """Its name for readers of the admin."""
        return LABELS[self]


LABELS: dict[FactKind, Promise] = {
    FactKind.NUMBER: _("Number or designation"),
    FactKind.AMOUNT: _("Amount"),
    FactKind.CURRENCY: _("Currency"),
    FactKind.DATE: _("Date"),
    FactKind.TIME: _("Time"),
    FactKind.PERCENTAGE: _("Percentage"),
    FactKind.EMAIL: _("E-mail address"),
    FactKind.PHONE: _("Telephone number"),
    FactKind.LINK: _("Link"),
    FactKind.FILE: _("File"),
    FactKind.NAME: _("Name"),
    FactKind.NEGATION: _("Negation"),
    FactKind.HEADING: _("Heading"),
    FactKind.IMAGE: _("Image"),
}


def kinds_in_words(kinds: Collection[str]) -> str:
    """Return kinds of facts in words, for readers of the admin. A kind that the rules had once is passed over."""
    return ", ".join(sorted(str(label).lower() for kind, label in LABELS.items() if kind in kinds))


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a text.

    Attributes:
        kind: what it is.
        value: the same in Polish and in English. NUMBER `(5, "km")` or `(5, "")`, a designation `("XII/34/2026",)`;
            AMOUNT `(5000000, "PLN")`; CURRENCY `("PLN",)`; PERCENTAGE `(12, "%")` or `(2, "pp")`; DATE
            `(year, month, day)`, what is not said being None, or `("weekday", 1)`, `("quarter", 3)`, `("half", 1)`,
            `("century", 21)`, `("decade", 1990)`; TIME `(hour, minute)`; NEGATION its family; all others one text.
            A number that is not whole is a `Fraction`.
        text: as written.
        start: where it begins in the text.
        end: where it ends.
        loose: it may stand in one language alone ("one of", a prefix un-); it differs only from another loose one.
        also: further values that it may have: "7.30" is a time, or a number.
        limit: of a number, whether it is the least or the most that is meant; see `limits`.
    """

    kind: FactKind
    value: Value
    text: str
    start: int
    end: int
    loose: bool = False
    also: tuple[tuple[FactKind, Value], ...] = ()
    limit: str = ""
