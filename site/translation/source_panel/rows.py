"""What stands beside the fields of an English page: the Polish text, part by part, and what has become of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, TaskState, WorkflowState

from translation.facts.changes import DriftClass
from translation.machine.suggesting import digest, unread_digests
from translation.merging.bringing import prepare
from translation.merging.keeping import leftovers_of
from translation.merging.models import Leftover
from translation.segments import Kind, Part, Path, Segment
from translation.source_panel.answers import Answers
from translation.targets import names_of
from translation.truth.drift import Difference, How, drift_between, weightier
from translation.truth.measuring import parts_of_revision, path_key, segment_digest, waiting
from translation.truth.models import SameInEnglish, SettledSegment, TranslationState
from translation.truth.statements import live_text
from translation.wordless import has_words


@dataclass(frozen=True)
class SegmentRow:
    """One Polish segment, or one that is gone.

    Attributes:
        segment: what Polish readers see, or what they saw.
        difference: from the text that the English version follows, if it is another.
        waits: whether the difference is one that a translator is asked about.
        settled: who said that its English needs no change, and when, if somebody did.
        is_translated: whether the English page says something else than the Polish words, or has no words to say.
        same: who said that it says rightly the same, and when, if somebody did.
        former_english: what the English version said where this stood, when it was last true.
        is_answered: whether the English draft is another there by now.
    """

    segment: Segment
    difference: Difference | None = None
    waits: bool = False
    settled: SettledSegment | None = None
    is_translated: bool = True
    same: SameInEnglish | None = None
    former_english: str = ""
    is_answered: bool = False

    @property
    def is_gone(self) -> bool:
        """Whether Polish readers do not see it any more."""
        return self.difference is not None and self.difference.how == How.REMOVED

    @property
    def takes_suggestions(self) -> bool:
        """Whether it holds words that stand in Polish now, so that English ones may be carried to their place."""
        return self.segment.kind.is_words and not self.is_gone

    @property
    def needs_work(self) -> bool:
        """Whether the translator has something to do here."""
        return self.is_still_polish or (self.waits and not self.is_answered)

    @property
    def is_still_polish(self) -> bool:
        """Whether the English page has the Polish words here, and nobody has said that they are right."""
        return not self.is_translated and self.same is None

    @property
    def is_fact(self) -> bool:
        """Whether a fact changed."""
        return self.difference is not None and self.difference.drift_class == DriftClass.FACT

    @property
    def why_not_settle(self) -> Promise | None:
        """Why nobody can say of it alone that its English is still true, or None."""
        if self.is_still_polish:
            return _("The English page still says this in Polish. Translate it first.")
        if self.is_fact and self.is_gone:
            return _("A fact that is gone: take its English away, or say that the whole page is true again.")
        if self.is_fact:
            return _("A fact: change the English, or say that the whole page is true again.")
        return None

    @property
    def key(self) -> str:
        """What names the segment in its form."""
        return segment_digest(self.segment)


@dataclass(frozen=True)
class PartRow:
    """One field of the editor: `path` as its `contentpath`, `label` as the editor calls it."""

    path: str
    label: str
    kind: Kind
    segments: list[SegmentRow] = field(default_factory=list)
    unread: tuple[str, ...] = ()  # English passages as a machine gave them, which nobody has read

    @property
    def needs_work(self) -> bool:
        """Whether the translator has something to do here."""
        return bool(self.unread) or any(each.needs_work for each in self.segments)


def field_order(model: type[Page]) -> dict[str, int]:
    """Return the place of each field in the editor of a page class."""
    names: list[str] = []
    waiting = [model.get_edit_handler()]
    while waiting:
        panel = waiting.pop(0)
        waiting[:0] = getattr(panel, "children", [])
        if name := getattr(panel, "field_name", None) or getattr(panel, "relation_name", None):
            names.append(name)
    return {name: place for place, name in reversed(list(enumerate(names)))}


class SourceText:
    """The Polish text of an English page, told apart: what it follows, what readers see, and the newest draft."""

    def __init__(self, english: Page, state: TranslationState) -> None:
        self.english = english
        self.state = state
        text = live_text(state)
        self.live: Revision | None = text.revision if text else None

    @cached_property
    def base(self) -> Revision | None:
        """The revision that drift is counted from."""
        return self.state.base

    @cached_property
    def draft(self) -> Revision | None:
        """The newest Polish version, if readers do not see it yet."""
        latest = self.state.source.latest_revision
        return latest if latest and self.live and latest.pk != self.live.pk else None

    @cached_property
    def parts(self) -> dict[Path, Part]:
        """What Polish readers see."""
        return parts_of_revision(self.live) if self.live else {}

    @cached_property
    def english_parts(self) -> dict[Path, Part]:
        """What the newest English version says."""
        latest = self.english.get_latest_revision()
        return parts_of_revision(latest) if latest else {}

    @cached_property
    def former_english(self) -> dict[Path, Part]:
        """What the English version said when it was last true."""
        statement = self.english.statements.exclude(effective_at=None).order_by("-pk").first()
        return parts_of_revision(statement.revision) if statement else {}

    @cached_property
    def differences(self) -> list[Difference]:
        """What has changed for Polish readers since the text that the English version follows."""
        if self.base is None or self.live is None or self.base.pk == self.live.pk:
            return []
        return drift_between(parts_of_revision(self.base), self.parts)

    @cached_property
    def changes_to_come(self) -> list[Difference]:
        """What will change once the newest Polish version goes live."""
        return drift_between(self.parts, parts_of_revision(self.draft)) if self.draft else []

    @cached_property
    def rows(self) -> list[PartRow]:
        """The parts that hold words, links or files, in the order of the page, each with what is gone from it."""
        rows = [self._part(path, part) for path, part in self.parts.items()]
        gone: dict[Path, list[SegmentRow]] = {}
        for each in self.differences:
            if each.how == How.REMOVED and each.path not in self.parts:
                gone.setdefault(each.path, []).append(self._row(each.segment, each))
        before = parts_of_revision(self.base) if gone and self.base else {}
        rows += [
            PartRow(path_key(path), before[path].label, before[path].kind, segments) for path, segments in gone.items()
        ]
        order = field_order(type(self.english))
        return sorted(
            (row for row in rows if row.segments), key=lambda row: order.get(row.path.split(".")[0], len(order))
        )

    @cached_property
    def names(self) -> dict[str, str]:
        """What is called that the text links to or shows."""
        segments = [segment.segment for row in self.rows for segment in row.segments]
        changes = [*self.differences, *self.changes_to_come]
        return names_of([*segments, *(each for change in changes for each in (change.before, change.after) if each)])

    @cached_property
    def changed_rows(self) -> list[PartRow]:
        """The parts that have changed, each with those of its segments that have."""
        changed = [replace(row, segments=[each for each in row.segments if each.difference]) for row in self.rows]
        return [row for row in changed if row.segments]

    def _part(self, path: Path, part: Part) -> PartRow:
        shown = part.kind.is_words or part.kind in (Kind.LINK, Kind.FILE) or path in self._changed
        segments = list(self._segments(path, part)) if shown else []
        return PartRow(path_key(path), part.label, part.kind, segments, self._unread(path))

    def _unread(self, path: Path) -> tuple[str, ...]:
        english = self.english_parts.get(path) if self._unread_digests else None
        return (
            tuple(each.text for each in english.segments if digest(each.text) in self._unread_digests)
            if english
            else ()
        )

    @cached_property
    def _unread_digests(self) -> set[str]:
        return unread_digests(self.english)

    def _segments(self, path: Path, part: Part) -> Iterator[SegmentRow]:
        english = self.english_parts.get(path)
        texts = {each.text for each in english.segments} if english else set()
        changes: dict[int, Difference] = {}
        for each in self._changed.get(path, ()):
            if each.how != How.REMOVED:
                # Of a block that has moved too, what has changed in it comes first, unless less depends on it.
                known = changes.setdefault(each.segment.index, each)
                changes[each.segment.index] = weightier(known, each)
        for segment in part.segments:
            difference = changes.get(segment.index)
            if not segment.text and difference is None:
                continue  # an empty cell of a table
            yield self._row(
                segment,
                difference,
                is_translated=not part.kind.is_words or segment.text not in texts or not has_words(segment.text),
            )
        for each in self._changed.get(path, ()):
            if each.how == How.REMOVED:
                yield self._row(each.segment, each)

    @cached_property
    def _changed(self) -> dict[Path, list[Difference]]:
        found: dict[Path, list[Difference]] = {}
        for each in self.differences:
            found.setdefault(each.path, []).append(each)
        return found

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self.parts, self.english_parts, self.former_english)

    @cached_property
    def _settled(self) -> dict[tuple[str, str], SettledSegment]:
        rows = SettledSegment.objects.filter(state=self.state).select_related("user")
        return {(row.path, row.text_digest): row for row in rows}

    @cached_property
    def _same(self) -> dict[tuple[str, str], SameInEnglish]:
        rows = SameInEnglish.objects.filter(state=self.state).select_related("user")
        return {(row.path, row.text_digest): row for row in rows}

    @cached_property
    def _waiting(self) -> set[Difference]:
        return set(waiting(self.differences, self._settled.values()))

    def _row(self, segment: Segment, difference: Difference | None, is_translated: bool = True) -> SegmentRow:
        key = path_key(segment.path), segment_digest(segment)
        same = None if is_translated else self._same.get(key)
        if difference is None:
            return SegmentRow(segment, is_translated=is_translated, same=same)
        waits = difference in self._waiting
        former = self._answers.former_segment(difference)
        return SegmentRow(
            segment,
            difference,
            waits=waits,
            settled=None if waits else self._settled.get(key),
            is_translated=is_translated,
            same=same,
            former_english=former.text if former and difference.how != How.MOVED else "",
            is_answered=self._answers.has_answered(difference),
        )

    @cached_property
    def has_other_structure(self) -> bool:
        """Whether the English draft would be another one with the structure of the Polish page brought over."""
        return self.live is not None and prepare(self.english).changes_the_page

    @cached_property
    def leftovers(self) -> list[Leftover]:
        """The English texts that have no place in the page any more."""
        return leftovers_of(self.english)

    @cached_property
    def sent_back(self) -> TaskState | None:
        """The answer of whoever has sent the English version back, until it is submitted again."""
        workflow = self.english.current_workflow_state
        is_sent_back = workflow is not None and workflow.status == WorkflowState.STATUS_NEEDS_CHANGES
        return workflow.current_task_state if is_sent_back else None

    @property
    def waiting(self) -> int:
        """How many segments wait for the translator."""
        return sum(segment.needs_work for row in self.rows for segment in row.segments)
