"""The translators' queue: what waits, in the order of the desk, and how far each section of the Polish site is."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce, Substr
from wagtail.query import PageQuerySet

from translation.places import SECTION_PATH_LENGTH, EnglishRights, Section
from translation.waiting import State, in_order, pages_with_state


def visible_pages_with_state(rights: EnglishRights) -> PageQuerySet:
    """Return the live Polish pages whose English version a person may edit or publish, with their state.

    Pages elsewhere, private ones among them, and Polish drafts are never among them.
    """
    return pages_with_state().filter(rights.condition("change", "publish"))


def queue_of(rights: EnglishRights) -> PageQuerySet:
    """Return the same pages in the order of the desk."""
    return in_order(visible_pages_with_state(rights))


@dataclass(frozen=True)
class Progress:
    """How many words readers of English have, true to the Polish ones, of how many. What is withheld does not count."""

    done: int
    all: int

    @property
    def percent(self) -> int:
        """The share, rounded down: not a hundred before all is done."""
        return 100 * self.done // self.all if self.all else 100


SUMS = {
    "words_done": Coalesce(Sum("words_true", filter=~Q(state=State.WITHHELD)), 0),
    "words_of_all": Coalesce(Sum("words", filter=~Q(state=State.WITHHELD)), 0),
}


@dataclass(frozen=True)
class SectionRow:
    """One section of the Polish site, or all of them: how many pages are in each state, and how far it is in words."""

    section: Section | None
    counts: Mapping[str, int]
    progress: Progress

    @property
    def total(self) -> int:
        """How many pages."""
        return sum(self.counts.values())


def matrix_of(rights: EnglishRights) -> list[SectionRow]:
    """Return a row for each section that a person sees pages of, in the order of the tree, and all together last.

    It takes one query beside those of the rights.
    """
    found = (
        visible_pages_with_state(rights)
        .order_by()
        .annotate(section_path=Substr("path", 1, SECTION_PATH_LENGTH))
        .values("section_path")
        .annotate(**{f"count_{state}": Count("pk", filter=Q(state=state)) for state in State.values}, **SUMS)
        .order_by("section_path")
    )
    matrix = [
        SectionRow(
            rights.tree.section_of(row["section_path"]),
            {state: row[f"count_{state}"] for state in State.values},
            Progress(row["words_done"], row["words_of_all"]),
        )
        for row in found
    ]
    return [*matrix, _all(matrix)]


def _all(rows: list[SectionRow]) -> SectionRow:
    return SectionRow(
        None,
        {state: sum(row.counts[state] for row in rows) for state in State.values},
        Progress(sum(row.progress.done for row in rows), sum(row.progress.all for row in rows)),
    )
