"""How far the English version of Polish pages is, kept as one query for any number of pages."""

from collections.abc import Collection

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from editorial.bin import row_in_bin
from library.conditions import WrittenCondition
from translation.locales import source_locale_id, target_locale_id
from translation.truth.models import TranslationState

State, Drift = TranslationState.State, TranslationState.Drift
# Written down, as Django would put them together anew each time that a page is saved
NOT_LIVE = "NOT EXISTS (SELECT 1 FROM wagtailcore_page p WHERE p.id = {0} AND p.live)"
IN_WORKFLOW = """EXISTS (
    SELECT 1 FROM wagtailcore_workflowstate w
    WHERE w.base_content_type_id = %s AND w.object_id = CAST({0} AS varchar) AND w.status = %s
)"""


def add_missing(source_ids: Collection[int] | None = None) -> None:
    """Add the rows of Polish pages that have none yet."""
    pages = Page.objects.filter(locale_id=source_locale_id(), depth__gt=1, translation_state=None)
    if source_ids is not None:
        pages = pages.filter(pk__in=source_ids)
    rows = [TranslationState(source_id=pk) for pk in pages.values_list("pk", flat=True)]
    TranslationState.objects.bulk_create(rows, batch_size=1_000, ignore_conflicts=True)


def find_english(states: QuerySet[TranslationState]) -> None:
    """Find the English page of each row."""
    source = Page.objects.filter(pk=OuterRef(OuterRef("source_id"))).values("translation_key")
    english = Page.objects.filter(translation_key=Subquery(source), locale_id=target_locale_id())
    states.update(page=Subquery(english.values("pk")[:1]))


def update_progress(states: QuerySet[TranslationState]) -> None:
    """Say how far the English page of each row is, whose drift has been measured."""
    states.update(
        state=Case(
            When(withheld_at__isnull=False, then=Value(State.WITHHELD)),
            When(page__isnull=True, then=Value(State.NONE)),
            When(row_in_bin("page_id"), then=Value(State.BINNED)),
            When(_in_workflow(WorkflowState.STATUS_IN_PROGRESS), then=Value(State.REVIEW)),
            When(_in_workflow(WorkflowState.STATUS_NEEDS_CHANGES), then=Value(State.RETURNED)),
            When(_is_not_live(), then=Value(State.STARTED)),
            When(Q(true_to__isnull=True) | Q(drift__gte=Drift.WORDING), then=Value(State.DRIFTED)),
            default=Value(State.TRUE),
        )
    )


def _is_not_live() -> WrittenCondition:
    return WrittenCondition(NOT_LIVE, "page_id")


def _in_workflow(status: str) -> WrittenCondition:
    return WrittenCondition(IN_WORKFLOW, "page_id", values=(get_default_page_content_type().pk, status))
