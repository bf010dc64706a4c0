"""In which facts an English page differs from a Polish revision of its source."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from wagtail.models import Page

from accounts.models import User
from translation.facts.pages import PartDiscrepancy, compare_parts
from translation.segments import Part, Path
from translation.truth.measuring import path_key

PAGE, DOCUMENT = "page:", "document:"


def differences(polish: Mapping[Path, Part], english: Mapping[Path, Part]) -> list[PartDiscrepancy]:
    """Return the facts in which two pages differ, in the order of the Polish one; in at most one query."""
    return compare_parts(polish, english, _same_target([*polish.values(), *english.values()]))


LONGEST = 200  # characters of what either page says


def accepted(each: PartDiscrepancy, reason: str, user: User, given_at: datetime) -> dict[str, Any]:
    """Return the fields of an `AcceptedDifference`: what differs, and who said why it may, and when."""
    polish, english = each.discrepancy.polish, each.discrepancy.english
    return {
        "kind": each.discrepancy.kind,
        "polish": polish.text[:LONGEST] if polish else "",
        "english": english.text[:LONGEST] if english else "",
        "path": path_key(each.path),
        "reason": reason,
        "user": user,
        "given_at": given_at,
    }


def _same_target(parts: Iterable[Part]) -> Callable[[str, str], bool]:
    """Return what tells whether links of two languages lead to the same: versions of one page do, and files do.

    The English version of a file is another file, so that any two files are counterparts of each other; that there is
    a newer Polish one is drift.
    """
    numbers = {
        int(number)
        for part in parts
        for segment in part.segments
        for target in segment.targets
        if target.startswith(PAGE) and (number := target.removeprefix(PAGE)).isdecimal() and len(number) < 10
    }
    keys = dict(Page.objects.filter(pk__in=numbers).values_list("pk", "translation_key")) if numbers else {}

    def meaning(target: str) -> object:
        if target.startswith(DOCUMENT):
            return DOCUMENT
        number = target.removeprefix(PAGE)
        return keys.get(int(number), target) if target.startswith(PAGE) and number.isdecimal() else target

    return lambda one, other: meaning(one) == meaning(other)
