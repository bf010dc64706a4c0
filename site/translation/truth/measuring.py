"""How far what Polish readers see has drifted from what the English version says, kept for any number of pages."""

import hashlib
from collections.abc import Collection, Container, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet, prefetch_related_objects
from django.dispatch import Signal
from wagtail.models import Revision

from translation.facts.changes import DriftClass
from translation.segments import Part, Path, Segment, parts_of
from translation.truth.drift import Difference, How, drift_between, fact_kinds, worst
from translation.truth.models import SettledSegment, TranslationState
from translation.truth.progress import add_missing, find_english, update_progress
from translation.wordless import has_words

Drift = TranslationState.Drift
DRIFTS = {
    None: Drift.NONE,
    DriftClass.TYPO: Drift.TYPO,
    DriftClass.WORDING: Drift.WORDING,
    DriftClass.FACT: Drift.FACT,
}
MEASURED = ["drift", "fact_kinds", "drifted_at", "fact_changed_at", "words_left"]
AT_A_TIME = 200


def refresh(source_ids: Collection[int]) -> None:
    """Bring the rows of some Polish pages up to date: what has drifted, then how far the English version is."""
    if source_ids:
        _refresh(TranslationState.objects.filter(source_id__in=source_ids))


def refresh_all() -> Iterator[int]:
    """Bring all rows up to date, some hundred pages a transaction; yield how many are done."""
    add_missing()
    done = 0
    keys = list(TranslationState.objects.order_by("pk").values_list("pk", flat=True))
    for some in (keys[start : start + AT_A_TIME] for start in range(0, len(keys), AT_A_TIME)):
        _refresh(TranslationState.objects.filter(pk__in=some))
        done += len(some)
        yield done


# Sent with the rows, as the query `states`, after they were brought up to date, in the same transaction
states_refreshed = Signal()


@transaction.atomic
def _refresh(states: QuerySet[TranslationState]) -> None:
    find_english(states)
    found = states.select_related("source__published_text", "page")
    rows = list(found.select_for_update(of=("self",)))
    prefetch_related_objects([row for row in rows if row.page_id and row.base_id], "settled", "same")
    contents = _Contents(rows)
    former = {row.pk: _measures(row) for row in rows}
    for row in rows:
        _measure(row, contents)
    TranslationState.objects.bulk_update([row for row in rows if _measures(row) != former[row.pk]], MEASURED)
    update_progress(states)
    states_refreshed.send(sender=TranslationState, states=states)


def _measures(row: TranslationState) -> list[Any]:
    return [getattr(row, name) for name in MEASURED]


def parts_of_revision(revision: Revision) -> dict[Path, Part]:
    """Return the parts of a page's revision. Its page class is asked of the cache of content types."""
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    return parts_of(revision.content, model) if model else {}


def segment_digest(segment: Segment) -> str:
    """Return what `SettledSegment.text_digest` holds of a Polish segment."""
    said = "\n".join([segment.markup, *segment.targets])
    return hashlib.sha256(said.encode()).hexdigest()


def path_key(path: Path) -> str:
    """Return a path as the database and the editor's `contentpath` have it."""
    return ".".join(path)[:500]


def outstanding(differences: Iterable[Difference], settled: Iterable[SettledSegment]) -> list[Difference]:
    """Leave out what somebody has settled. A changed fact is settled with the page only."""
    known = {(each.path, each.text_digest) for each in settled}
    return [
        each
        for each in differences
        if each.drift_class == DriftClass.FACT or (path_key(each.path), segment_digest(each.segment)) not in known
    ]


def waiting(differences: Iterable[Difference], settled: Iterable[SettledSegment]) -> list[Difference]:
    """Leave what a translator is asked about. The states of translations and the panel beside the editor count these.

    A page of which none is left has not drifted, whatever slips of the pen were put right in it.
    """
    return [each for each in outstanding(differences, settled) if not each.clears_itself]


class _Contents:
    """The revisions that some rows need, in one query: those of which the words differ from what readers see."""

    def __init__(self, rows: Iterable[TranslationState]) -> None:
        needed: set[int | None] = set()
        for row in rows:
            text = row.source_text
            if text is not None and row.page_id and _may_have_drifted(row):
                needed |= {row.base_id, text.revision_id}
            if row.page is not None and not row.page.live:
                needed |= {row.base_id, row.page.latest_revision_id}
        self._revisions = Revision.objects.in_bulk(needed - {None})
        self._parts: dict[int, dict[Path, Part]] = {}

    def parts(self, revision_id: int | None) -> dict[Path, Part]:
        """Return the parts of a revision; none if it is gone."""
        if revision_id is None:
            return {}
        if revision_id not in self._parts:
            revision = self._revisions.get(revision_id)
            self._parts[revision_id] = parts_of_revision(revision) if revision else {}
        return self._parts[revision_id]


def _may_have_drifted(row: TranslationState) -> bool:
    text = row.source_text
    if text is None or row.base_id is None or row.base_id == text.revision_id:
        return False
    return row.true_to_id is None or row.true_digest != text.digest


def _measure(row: TranslationState, contents: _Contents) -> None:
    text = row.source_text
    if text is None or not row.page_id or not row.base_id:
        _set(row, None, Drift.NONE, [])
        row.words_left = text.words if text else 0
        return
    base = contents.parts(row.base_id)
    now = contents.parts(text.revision_id) if _may_have_drifted(row) else base
    found = outstanding(drift_between(base, now), row.settled.all())
    _set(row, text.changed_at, DRIFTS[worst(found)], found)
    if row.page is None or row.page.live:
        row.words_left = _words_changed(found)
        return
    english = contents.parts(row.page.latest_revision_id)
    polish = {path for path, part in now.items() if _is_polish(english.get(path), part, base.get(path))}
    same = {(each.path, each.text_digest) for each in row.same.all()}
    row.words_left = sum(_words_to_translate(now[path], same) for path in polish)
    if row.true_to_id is not None:
        row.words_left += _words_changed(each for each in found if each.path not in polish)


def _is_polish(english: Part | None, now: Part, base: Part | None) -> bool:
    """Whether an English draft says nothing in some place, or says it in Polish words, those of now or of then."""
    return english is None or now.is_like(english) or (base is not None and base.is_like(english))


def _words_to_translate(part: Part, same: Container[tuple[str, str]]) -> int:
    """Count the words of a part that is still Polish, without what is the same in English."""
    left = [each for each in part.segments if (path_key(each.path), segment_digest(each)) not in same]
    return sum(each.words for each in left if has_words(each.text))


def _words_changed(found: Iterable[Difference]) -> int:
    return sum(each.segment.words for each in found if each.how in (How.ADDED, How.CHANGED) and not each.clears_itself)


def _set(row: TranslationState, changed_at: datetime | None, drift: Drift, found: Iterable[Difference]) -> None:
    """Keep since when it has drifted, and since when a fact is another: the first publication with such a change."""
    row.drifted_at = None if drift < Drift.WORDING else row.drifted_at or changed_at
    if drift < Drift.FACT:
        row.fact_changed_at = None
    elif row.drift < Drift.FACT or row.fact_changed_at is None:
        row.fact_changed_at = changed_at
    row.drift = drift
    row.fact_kinds = ",".join(sorted(fact_kinds(found)))
