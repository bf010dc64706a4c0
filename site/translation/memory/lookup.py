"""What the memory knows of a text: the same one, and similar ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.db.models import F

from translation.memory import index
from translation.memory.comparing import Difference, difference, similarity
from translation.memory.models import MemoryUnit
from translation.memory.texts import has_letters, numbers, shape, source_key
from translation.memory.visibility import Person, Place, Use, where_used

LONGEST = 5000  # characters that are looked up
AT_ONCE = 20  # units of which is asked whether the person may see them


@dataclass(frozen=True)
class Match:
    """A unit whose Polish text is the one that was asked for, or similar to it.

    Attributes:
        asked: the text that was asked for.
        score: how similar, from 0 to 1; only the same text has 1. Numbers do not count, `numbers_differ` tells of them.
        uses: where it is used, as far as the person who asked may see it, the newest first.
    """

    unit: MemoryUnit
    asked: str
    score: float
    uses: list[Use]

    @property
    def percent(self) -> int:
        """The score in whole per cent, not rounded up."""
        return int(self.score * 100 + 1e-6)

    @cached_property
    def difference(self) -> Difference:
        """In what its Polish text differs from the one that was asked for."""
        return difference(self.asked, self.unit.source)

    @cached_property
    def numbers_differ(self) -> bool:
        """Whether the Polish texts have other numbers, which the English one then has too."""
        return numbers(self.asked) != numbers(self.unit.source)


def exact(text: str, person: Person, apart_from: Place | None = None) -> list[Match]:
    """Return the units of the same Polish text, apart from spaces, the one last used first.

    Args:
        person: who asks. What they may not see is left out.
        apart_from: the segment that is asked for, which suggests nothing to itself.
    """
    units = MemoryUnit.objects.filter(source_key=source_key(text)).order_by(
        F("last_used_at").desc(nulls_last=True), "-pk"
    )
    return list(_seen([(1.0, unit) for unit in units], text, person, apart_from))


def similar(
    text: str, person: Person, limit: int = 5, at_least: float = 0.6, apart_from: Place | None = None
) -> list[Match]:
    """Return the units whose Polish text is the most similar one, the best first, the same text among them.

    Of texts that are as similar, those with the same numbers come first, then the newest. A text without letters
    is similar to nothing but itself. Each pair of texts comes once, whatever its markup.

    Args:
        text: of which the first `LONGEST` characters count.
        person: who asks. What they may not see is left out.
        limit: so many at most.
        at_least: so similar at least, from 0.3 to 1.
        apart_from: the segment that is asked for, which suggests nothing to itself.
    """
    text = text[:LONGEST]
    if not has_letters(text):
        return exact(text, person, apart_from)[:limit]
    own_shape, own_numbers = shape(text), numbers(text)
    near = index.candidates(text, at_least)
    near.update(MemoryUnit.objects.filter(source_key=source_key(text)).values_list("pk", flat=True))
    found = []
    for number, source in MemoryUnit.objects.filter(pk__in=near).values_list("pk", "source"):
        score = similarity(text, source, own_shape)
        if score >= at_least:
            found.append((score, numbers(source) == own_numbers, number))
    found.sort(reverse=True)
    return list(islice(_seen(_in_parts(found), text, person, apart_from), limit))


def _in_parts(found: list[tuple[float, bool, int]]) -> Iterator[tuple[float, MemoryUnit]]:
    for start in range(0, len(found), AT_ONCE):
        part = found[start : start + AT_ONCE]
        units = MemoryUnit.objects.in_bulk([number for _score, _same_numbers, number in part])
        yield from ((score, units[number]) for score, _same_numbers, number in part if number in units)


def _seen(
    found: Iterable[tuple[float, MemoryUnit]], text: str, person: Person, apart_from: Place | None
) -> Iterator[Match]:
    """Yield what a person may see of scored units."""
    told = set()
    remaining = iter(found)
    while part := list(islice(remaining, AT_ONCE)):
        uses = where_used([unit for _score, unit in part], person, apart_from)
        for score, unit in part:
            pair = unit.source, unit.target
            if unit.pk in uses and pair not in told:
                told.add(pair)
                yield Match(unit, text, score, uses[unit.pk])
