"""The texts of one page in both languages, side by side, and the same for many pages in a few queries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page, Revision

from translation.exchange.aligning import Pair, pairs_of
from translation.models import TranslationState
from translation.segments import Part, Path, parts_of
from translation.truth.drift import Difference, drift_between
from translation.truth.measuring import outstanding

CONTEXT = "page:{key}|{path}|{index}"


@dataclass(frozen=True)
class Slot:
    """One text of a page that can be exchanged.

    Attributes:
        context: what names it in a file, on every page.
        path: of its part.
        pair: the Polish segment and what stands for it in English.
        label: where it stands in the editor, in words.
        change: what has changed in Polish since the English was made from it, if anything.
        is_translated: whether the English is other than the Polish, now and before.
    """

    context: str
    path: Path
    pair: Pair
    label: str
    change: Difference | None
    is_translated: bool


@dataclass(frozen=True)
class PageTexts:
    """One page in both languages.

    Attributes:
        key: the translation key that both pages share.
        model: the specific class of both.
        content: of the newest English revision.
        source: the Polish parts that readers see.
        base: the Polish parts that the English was made from; empty if they are not known.
        changes: what has changed from `base` to `source` and is not settled.
        revisions: keys of the English revision, of that of the Polish text, and of the base.
        state: where the translation stands; None in tests of texts alone.
    """

    key: str
    model: type[Page]
    content: Mapping[str, Any]
    source: Mapping[Path, Part]
    base: Mapping[Path, Part] = field(default_factory=dict)
    changes: Collection[Difference] = ()
    revisions: tuple[int | None, ...] = ()
    state: TranslationState | None = None

    @cached_property
    def english(self) -> dict[Path, Part]:
        """The English parts."""
        return parts_of(self.content, self.model)

    @cached_property
    def slots(self) -> list[Slot]:
        """The Polish texts that have a place on the English page, in their order."""
        return [slot for path, part in self.source.items() if self._is_placed(part) for slot in self._slots(path, part)]

    @property
    def without_place(self) -> int:
        """How many Polish texts have none: their blocks are not on the English page yet."""
        return sum(
            1
            for part in self.source.values()
            if part.kind.is_words and not self._is_placed(part)
            for segment in part.segments
            if segment.text.strip()
        )

    def _is_placed(self, part: Part) -> bool:
        english = self.english.get(part.path)
        return part.kind.is_words and english is not None and english.kind == part.kind

    def _slots(self, path: Path, part: Part) -> Iterable[Slot]:
        base = self.base.get(path)
        polish = {each.markup for known in (part, base) if known is not None for each in known.segments}
        english = self.english[path]
        own = [each.markup for each in english.segments]
        for pair in pairs_of(part, english, base):
            if not pair.polish.text.strip():
                continue
            index = pair.polish.index
            yield Slot(
                CONTEXT.format(key=self.key, path=".".join(path), index=index),
                path,
                pair,
                part.label,
                self._changes_by_place.get((path, index)),
                bool(pair.english) and own[pair.slot or 0] not in polish,
            )

    @cached_property
    def _changes_by_place(self) -> dict[tuple[Path, int], Difference]:
        return {(each.path, each.after.index): each for each in self.changes if each.after is not None}


def load_texts(states: QuerySet[TranslationState]) -> list[PageTexts]:
    """Return the texts of the pages of some states, in their order, in a number of queries that does not grow.

    Pages that lack a text in either language are left out.
    """
    rows = list(states.select_related("source__published_text", "page__locale").prefetch_related("settled"))
    needed = {key for row in rows for key in _revision_keys(row)}
    revisions = Revision.objects.in_bulk(needed - {None})
    found = []
    for row in rows:
        english, polish, base = (revisions.get(key) for key in _revision_keys(row))
        model = ContentType.objects.get_for_id(english.content_type_id).model_class() if english else None
        if english is None or polish is None or model is None:
            continue
        source = parts_of(polish.content, model)
        before = parts_of(base.content, model) if base else {}
        changes = outstanding(drift_between(before, source), row.settled.all()) if base else []
        found.append(
            PageTexts(
                str(row.source.translation_key),
                model,
                english.content,
                source,
                before,
                changes,
                _revision_keys(row),
                row,
            )
        )
    return found


def _revision_keys(row: TranslationState) -> tuple[int | None, int | None, int | None]:
    text = row.source_text
    return row.page.latest_revision_id if row.page else None, text.revision_id if text else None, row.base_id
