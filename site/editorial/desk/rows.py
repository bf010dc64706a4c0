"""Rows of the desk, and how a source turns what it finds into the columns that all of them share."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    DateTimeField,
    F,
    IntegerField,
    OuterRef,
    PositiveSmallIntegerField,
    QuerySet,
    SmallIntegerField,
    Subquery,
    TextChoices,
    TextField,
    Value,
    Window,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, RowNumber, Trim
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.submissions import Submission

if TYPE_CHECKING:
    from editorial.desk.sources import Source


class Section(TextChoices):
    """The parts of the desk, in their order."""

    WAITING = "waiting", _("Waits for you")
    EMERGENCY = "emergency", _("Published in an emergency, not confirmed")
    REVIEW = "review", _("Past its review date")
    SCHEDULED = "scheduled", _("Scheduled this week")
    SUBMITTED = "submitted", _("Submitted by you")
    QUIET = "quiet", _("Drafts of yours gone quiet")


class Consequence:
    """How much depends on a row: the smaller, the higher it stands."""

    FACT_DRIFT = 1
    OVERDUE = 2
    DEADLINE = 3
    WORDING_DRIFT = 4
    VOTES = 5
    AGE = 6


class Columns(NamedTuple):
    """What every source tells of a row, with the expression that gives it.

    `due` is a day, `since` a moment, `page` and `thing` are primary keys: of the page, and of what the row is about.
    `weight` is a number of those who wish it: the larger, the higher.
    """

    page: Combinable
    since: Combinable
    thing: Combinable = F("pk")
    consequence: Combinable = Value(Consequence.AGE)
    due: Combinable = Cast(Value(None), DateField())
    priority: Combinable = Value(Submission.Priority.NORMAL.value)
    weight: Combinable = Value(0)
    person: Combinable = Value("")
    note: Combinable = Value("")


@dataclass(frozen=True)
class Row:
    """A page on the desk. `title` is what its newest draft says; `person` and `note` are empty where there is none."""

    source: "Source"
    page_id: int
    thing_id: int
    consequence: int
    due: date | None
    priority: int
    weight: int
    since: datetime
    title: str
    language: str
    person: str
    note: str

    @property
    def why(self) -> str | Promise:
        """Why it is here, in a few words."""
        return self.source.why(self)

    @property
    def url(self) -> str:
        """Where the one action is taken that clears it."""
        return self.source.url(self)

    @property
    def due_text(self) -> str:
        """Its day in words, or nothing."""
        return date_format(self.due, "j E Y") if self.due else ""

    @property
    def is_urgent(self) -> bool:
        """Whether its author says so."""
        return self.priority == Submission.Priority.URGENT

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed."""
        return self.consequence == Consequence.OVERDUE

    @property
    def order(self) -> tuple[int, date, int, int, datetime, int]:
        """What rows of several sources are sorted by."""
        return (self.consequence, self.due or date.max, self.priority, -self.weight, self.since, self.page_id)


def as_columns(found: QuerySet, columns: Columns, *, source: str, limit: int) -> QuerySet:
    """Return the first rows that a source found, as tuples, each with the number of all; sources can be united.

    Args:
        found: what it found, of any model, in any order.
        source: its name, the first column.
        limit: how many rows at most.
    """
    page = Page.objects.filter(pk=OuterRef("desk_page"))
    # Django 5.2 folds equal columns of a query that filters by a window into one, so no two have one type and value.
    order = [
        F("desk_consequence").asc(),
        F("desk_due").asc(nulls_last=True),
        F("desk_priority").asc(),
        F("desk_weight").desc(),
        F("desk_since").asc(),
        F("desk_page").asc(),
    ]
    return (
        found.order_by()
        .annotate(
            desk_source=Value(source, output_field=CharField()),
            desk_page=Cast(columns.page, IntegerField()),
            desk_thing=Cast(columns.thing, BigIntegerField()),
            desk_consequence=Cast(columns.consequence, SmallIntegerField()),
            desk_due=Cast(columns.due, DateField()),
            desk_priority=Cast(columns.priority, PositiveSmallIntegerField()),
            desk_weight=Cast(columns.weight, IntegerField()),
            desk_since=Cast(columns.since, DateTimeField()),
            desk_person=Cast(columns.person, CharField()),
            desk_note=Cast(columns.note, TextField()),
        )
        .annotate(
            desk_title=Subquery(page.values("draft_title")[:1]),
            desk_language=Subquery(page.values("locale__language_code")[:1]),
            desk_total=Window(Count("*")),
            desk_place=Window(RowNumber(), order_by=order),
        )
        .filter(desk_place__lte=limit)
        .values_list(
            "desk_source",
            "desk_page",
            "desk_thing",
            "desk_consequence",
            "desk_due",
            "desk_priority",
            "desk_weight",
            "desk_since",
            "desk_title",
            "desk_language",
            "desk_person",
            "desk_note",
            "desk_total",
        )
    )


def name_of(user: str) -> Combinable:
    """Return the expression for a person's name, as `accounts.models.User` gives it; `user` leads there."""
    full = Trim(Concat(f"{user}__first_name", Value(" "), f"{user}__last_name"))
    return Coalesce(NullIf(full, Value("")), f"{user}__username", Value(""))
