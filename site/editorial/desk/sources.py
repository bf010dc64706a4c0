"""The reasons for which a page stands on a desk. Those who know of one register it here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.functional import Promise

from accounts.models import User
from editorial.desk.rows import Columns, Row, Section, as_columns


@dataclass(frozen=True)
class Source:
    """One reason.

    `find` returns what there is for a person and how its columns are told, or None if there can be nothing for them.
    `action` is empty where the person can only wait.
    """

    name: str
    section: Section
    find: Callable[[User], tuple[QuerySet, Columns] | None]
    why: Callable[[Row], str | Promise]
    url: Callable[[Row], str]
    action: str | Promise = ""


@dataclass(frozen=True)
class Pile:
    """The rows of one section: the first ones, in order, and how many there are in all."""

    section: Section
    rows: list[Row]
    total: int

    @property
    def is_cut(self) -> bool:
        """Whether there are more."""
        return self.total > len(self.rows)


_sources: dict[str, Source] = {}


def register_source(source: Source) -> None:
    """Add a reason. Registering a name again replaces it."""
    _sources[source.name] = source


def piles(user: User, limit: int, sections: Iterable[Section] = Section) -> list[Pile]:
    """Return what is on a person's desk, in one query, a pile for each section that holds something.

    Args:
        limit: how many rows of a section are wanted.
        sections: those wanted.
    """
    wanted = set(sections)
    queries = []
    for source in _sources.values():
        if source.section in wanted and (found := source.find(user)):
            queries.append(as_columns(*found, source=source.name, limit=limit))
    if not queries:
        return []
    rows: dict[Section, list[Row]] = {section: [] for section in Section}
    totals: dict[str, int] = {}
    for name, *values, total in queries[0].union(*queries[1:], all=True):
        totals[name] = total
        rows[_sources[name].section].append(_row(_sources[name], *values))
    return [
        Pile(
            section,
            sorted(found, key=lambda row: row.order)[:limit],
            sum(total for name, total in totals.items() if _sources[name].section == section),
        )
        for section, found in rows.items()
        if found
    ]


def _row(
    source: Source,
    page: int,
    thing: int,
    consequence: int,
    due: date | None,
    priority: int,
    weight: int,
    since: datetime,
    *texts: str | None,
) -> Row:
    title, language, person, note = (text or "" for text in texts)
    return Row(source, page, thing, consequence, due, priority, weight, since, title, language, person, note)
