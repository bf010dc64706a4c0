"""What people say of an English page: that it is true to a Polish revision, or that a segment needs no change."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState

from accounts.models import User
from translation.segments import Part, Segment
from translation.truth.measuring import parts_of_revision, path_key, refresh, segment_digest
from translation.truth.models import (
    AcceptedDifference,
    PublishedText,
    SameInEnglish,
    SettledSegment,
    Statement,
    TranslationState,
)
from translation.words import words_digest

SUBMITTED = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_APPROVED)


def state_of(english: Page) -> TranslationState | None:
    """Return the state of an English page that translates a Polish one, or None if it translates none."""
    return TranslationState.objects.filter(page_id=english.pk).select_related("source__published_text").first()


def state_of_source(source: Page) -> TranslationState:
    """Return the state of a Polish page."""
    return TranslationState.objects.get_or_create(source_id=source.pk)[0]


def worked_from(state: TranslationState, revision_id: int) -> None:
    """Note which Polish revision was beside the English draft when somebody last saved it.

    Args:
        revision_id: of the Polish page; one of another page is passed over.
    """
    of_source = Revision.page_revisions.filter(pk=revision_id, object_id=str(state.source_id))
    if state.worked_from_id != revision_id and of_source.exists():
        TranslationState.objects.filter(pk=state.pk).update(worked_from=revision_id)


@transaction.atomic
def say_true(
    state: TranslationState,
    english: Page,
    english_revision: Revision,
    source_revision: Revision,
    user: User | None,
    *,
    accepted: Collection[Mapping[str, Any]] = (),
) -> Statement:
    """Record that a version of an English page is true to a Polish revision.

    It holds at once if readers see that version, else from its publication on (`take_effect`).

    Args:
        accepted: fields of `AcceptedDifference`, each with its reason.
    """
    statement = Statement.objects.create(
        page_id=english.pk,
        revision=english_revision,
        source_revision=source_revision,
        source_digest=words_digest(source_revision.as_object()),
        user=user,
    )
    TranslationState.objects.filter(pk=state.pk).update(begun_from=source_revision)
    AcceptedDifference.objects.bulk_create(AcceptedDifference(statement=statement, **each) for each in accepted)
    if english.live and english.live_revision_id == english_revision.pk:
        take_effect(state, statement)
    return statement


@transaction.atomic
def take_effect(state: TranslationState, statement: Statement) -> None:
    """Let a statement hold for readers, and measure what has drifted since the revision that it names."""
    statement.effective_at = timezone.now()
    statement.save(update_fields=["effective_at"])
    TranslationState.objects.filter(pk=state.pk).update(
        true_to=statement.source_revision_id,
        worked_from=statement.source_revision_id,
        true_digest=statement.source_digest,
        confirmed_at=statement.said_at,
        user=statement.user_id,
        drifted_at=None,
        fact_changed_at=None,
    )
    state.settled.all().delete()
    refresh([state.source_id])


def is_about(statement: Statement, revision: Revision) -> bool:
    """Whether it was said of the words of an English revision."""
    return statement.revision_id == revision.pk or (
        words_digest(statement.revision.as_object()) == words_digest(revision.as_object())
    )


@transaction.atomic
def take_no_effect(state: TranslationState) -> None:
    """Let nothing hold for readers: they see an English version of which nobody has said that it is true."""
    TranslationState.objects.filter(pk=state.pk).update(true_to=None, true_digest="", confirmed_at=None, user=None)
    state.settled.all().delete()
    refresh([state.source_id])


def statement_in_force(english: Page) -> Statement | None:
    """Return what was last said of a version of an English page that readers saw."""
    return english.statements.exclude(effective_at=None).order_by("-effective_at", "-pk").first()


def waiting_statement(english: Page) -> Statement | None:
    """Return what was last said of a version of an English page that readers do not see yet.

    A statement that a later one has overtaken never holds, such as that of a submission which was taken back.
    """
    newest = english.statements.order_by("-pk").first()
    return newest if newest is not None and newest.effective_at is None else None


def polish_in_question(english: Page, state: TranslationState) -> Revision | None:
    """Return the Polish revision that the newest English version is said to be true to.

    From its submission until it goes live, that is what the submission has said; before, what the next one would say.
    """
    way = english.workflow_states.order_by("pk").last()
    is_submitted = way is not None and way.current_task_state_id is not None and way.status in SUBMITTED
    statement = waiting_statement(english) if is_submitted else None
    return statement.source_revision if statement else state.worked_from


def settle(state: TranslationState, segments: Sequence[Any], ground: SettledSegment.Ground, user: User | None) -> None:
    """Record that Polish segments, as they are now, need no change of the English."""
    SettledSegment.objects.bulk_create(
        [
            SettledSegment(
                state=state, path=path_key(each.path), text_digest=segment_digest(each), ground=ground, user=user
            )
            for each in segments
        ],
        ignore_conflicts=True,
    )
    refresh([state.source_id])


def say_same(state: TranslationState, segment: Segment, user: User) -> None:
    """Record that a Polish segment, as it is now, is the same in English."""
    key = {"path": path_key(segment.path), "text_digest": segment_digest(segment)}
    SameInEnglish.objects.get_or_create(state=state, **key, defaults={"user": user})
    refresh([state.source_id])


def forget_what_was_same(state: TranslationState, now: Iterable[Part]) -> None:
    """Take back what was said of Polish segments that readers do not see any more, should they come back or not."""
    said = state.same.all()
    if said:
        seen = {(path_key(each.path), segment_digest(each)) for part in now for each in part.segments}
        state.same.filter(pk__in=[row.pk for row in said if (row.path, row.text_digest) not in seen]).delete()


@transaction.atomic
def take_back(state: TranslationState, segment: Segment) -> bool:
    """Take back what translators said of a Polish segment alone; return whether they had said anything.

    An approval of the English page has ended what was said before it. The word of an author stays.
    """
    key = {"path": path_key(segment.path), "text_digest": segment_digest(segment)}
    settled, _by_model = state.settled.filter(ground=SettledSegment.Ground.TRANSLATOR, **key).delete()
    same, _by_model = state.same.filter(**key).delete()
    refresh([state.source_id])
    return bool(settled or same)


def live_text(state: TranslationState) -> PublishedText | None:
    """Return what readers see of the Polish page."""
    return PublishedText.objects.select_related("revision").filter(page_id=state.source_id).first()


def polish_parts(state: TranslationState) -> dict:
    """Return the parts of the Polish text that readers see; none if they see none."""
    text = live_text(state)
    return parts_of_revision(text.revision) if text else {}
