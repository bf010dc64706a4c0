"""How far the English version of Polish pages is, kept as one query for any number of pages."""

from collections.abc import Collection

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from editorial.bin import in_bin
from translation.locales import source_locale_id, target_locale_id
from translation.truth.models import TranslationState

State, Drift = TranslationState.State, TranslationState.Drift


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
    page = Page.objects.filter(pk=OuterRef("page_id"))
    states.update(
        state=Case(
            When(withheld_at__isnull=False, then=Value(State.WITHHELD)),
            When(page__isnull=True, then=Value(State.NONE)),
            When(Exists(page.filter(in_bin())), then=Value(State.BINNED)),
            When(_in_workflow(WorkflowState.STATUS_IN_PROGRESS), then=Value(State.REVIEW)),
            When(_in_workflow(WorkflowState.STATUS_NEEDS_CHANGES), then=Value(State.RETURNED)),
            When(~Exists(page.filter(live=True)), then=Value(State.STARTED)),
            When(Q(true_to__isnull=True) | Q(drift__gte=Drift.WORDING), then=Value(State.DRIFTED)),
            default=Value(State.TRUE),
        )
    )


def _in_workflow(status: str) -> Exists:
    return Exists(
        WorkflowState.objects.filter(
            base_content_type=get_default_page_content_type(),
            object_id=Cast(OuterRef("page_id"), CharField()),
            status=status,
        )
    )
