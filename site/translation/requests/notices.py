"""What translators and those who ask are told: puts it into the outbox, and says of each message whether it holds."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from django.db.models import Prefetch
from wagtail.models import Page, Revision

from accounts.models import User
from notifications.audience import register_condition
from notifications.kinds import Kind
from notifications.outbox import Notification
from notifications.pages_due import DAYS_BETWEEN_REMINDERS, next_working_day
from notifications.people import people
from notifications.posting import post, shortened
from notifications.reminders import beginning_of, register_reminder
from notifications.wording import register_words
from translation.places import EnglishRights, read_tree, translators_for
from translation.requests import wording
from translation.requests.holding import WITHOUT_WORK
from translation.requests.models import TranslationRequest
from translation.truth.models import TranslationState

PUBLISHED, ASKED, DEADLINE = "translation.published", "translation.asked", "translation.deadline"
DECLINED, CANCELLED, DONE = "translation.declined", "translation.cancelled", "translation.done"
State = TranslationState.State


def asked_of(request: TranslationRequest | None, page: Page) -> list[User]:
    """Return who is to translate a page: the person who is named in the request for it, or all who may."""
    named = request.translator if request else None
    return [named] if named else list(translators_for(page))


def tell_of_publication(page: Page, revision: Revision, *, is_new: bool) -> None:
    """Tell translators that readers see a Polish text for the first time, or another text than before.

    Args:
        page: a Polish page, live with this revision.
        is_new: published for the first time, not changed.
    """
    state = TranslationState.objects.filter(source_id=page.pk).select_related("request__assignee").first()
    if state is not None and state.withheld_at is not None:
        return
    post(
        Kind.TRANSLATION,
        f"{PUBLISHED}:{revision.pk}",
        page,
        asked_of(state.request if state else None, page),
        about=PUBLISHED,
        revision=revision.pk,
        is_new=is_new,
    )


def tell_of_asking(request: TranslationRequest, page: Page, by: User, *, event: int, handed_over: bool = False) -> None:
    """Tell who is to translate a page that somebody asks for it, or hands it over.

    Args:
        event: the number of the entry of the page's history.
    """
    post(
        Kind.TRANSLATION,
        f"{ASKED}:{event}",
        page,
        asked_of(request, page),
        by=by,
        about=ASKED,
        request=request.pk,
        whole_section=request.whole_section,
        handed_over=handed_over,
        named=request.translator is not None,
        deadline=request.deadline.isoformat() if request.deadline else "",
        priority=request.priority,
        message=shortened(request.message),
    )


def tell_of_end(request: TranslationRequest, page: Page) -> None:
    """Tell who asked that a request is done or declined, and who was named that it is cancelled."""
    is_cancelled = request.outcome == TranslationRequest.Outcome.CANCELLED
    names = {
        TranslationRequest.Outcome.DONE: DONE,
        TranslationRequest.Outcome.DECLINED: DECLINED,
        TranslationRequest.Outcome.CANCELLED: CANCELLED,
    }
    about = names[TranslationRequest.Outcome(request.outcome)]
    post(
        Kind.TRANSLATION,
        f"{about}:{request.pk}",
        page,
        people([request.assignee_id if is_cancelled else request.asked_by_id]),
        by=request.closed_by,
        about=about,
        request=request.pk,
        whole_section=request.whole_section,
        reason=shortened(request.reason),
    )


def remind_of_deadlines(today: date) -> None:
    """Tell of a deadline on the working day before it, and on the first day after it; then also who asked.

    What was asked today has just been told.
    """
    near, over = next_working_day(today), today - timedelta(days=1)
    requests = TranslationRequest.objects.open().select_related("page__locale", "assignee", "asked_by")
    for request in requests.filter(
        page__live=True,
        asked_at__lt=beginning_of(today),
        deadline__range=(over - timedelta(days=DAYS_BETWEEN_REMINDERS), near),
    ):
        is_over = request.is_overdue(today)
        post(
            Kind.TRANSLATION,
            f"{DEADLINE}:{request.pk}:{request.deadline}:{'over' if is_over else 'near'}",
            request.page,
            [*asked_of(request, request.page), *([request.asked_by] if is_over else [])],
            occurred_at=beginning_of(today),
            about=DEADLINE,
            request=request.pk,
            whole_section=request.whole_section,
            deadline=str(request.deadline),
            is_over=is_over,
        )


def _may_translate(notifications: Collection[Notification]) -> Callable[[Notification, TranslationState], bool]:
    """Return a function that tells whether the reader of a message may still translate the page it is about."""
    tree = read_tree()
    rights = {each.recipient: EnglishRights(each.recipient, tree) for each in notifications if each.recipient}

    def may(notification: Notification, state: TranslationState) -> bool:
        reader = notification.recipient
        return reader is not None and rights[reader].has("change", state.source.path, state.page)

    return may


def _states(notifications: Collection[Notification]) -> dict[int, TranslationState]:
    """Return the states of the live Polish pages that some messages are about, by page."""
    found = TranslationState.objects.filter(
        source__in={each.page_id for each in notifications if each.page_id}, source__live=True
    )
    requests = TranslationRequest.objects.open().select_related("assignee")
    related = found.select_related("source", "page").prefetch_related(
        Prefetch("source__translation_requests", requests, to_attr="open_requests")
    )
    return {state.source_id: state for state in related}


def publications_that_hold(notifications: Collection[Notification]) -> set[int]:
    """Return the primary keys of the messages about Polish texts that still wait for their translator."""
    states, may = _states(notifications), _may_translate(notifications)

    def holds(notification: Notification) -> bool:
        state = states.get(notification.page_id or 0)
        if state is None or state.state in WITHOUT_WORK:
            return False
        is_submitted = state.state == State.REVIEW and (state.worked_from_id or 0) >= notification.data["revision"]
        return not is_submitted and may(notification, state)

    return {each.pk for each in notifications if holds(each)}


def requests_that_hold(notifications: Collection[Notification]) -> set[int]:
    """Return the primary keys of the messages about requests that are still open and still asked of their reader."""
    states, may = _states(notifications), _may_translate(notifications)

    def holds(notification: Notification) -> bool:
        state = states.get(notification.page_id or 0)
        if state is None:
            return False
        number = notification.data["request"]
        request = next((each for each in state.source.open_requests if each.pk == number), None)
        if request is None or notification.data["deadline"] != str(request.deadline or ""):
            return False
        if notification.data.get("is_over") and request.asked_by_id == notification.recipient_id:
            return True
        return request.translator in (None, notification.recipient) and may(notification, state)

    return {each.pk for each in notifications if holds(each)}


def cancellations_that_hold(notifications: Collection[Notification]) -> set[int]:
    """Return the primary keys of the messages about cancelled requests whose readers may still translate the page."""
    states, may = _states(notifications), _may_translate(notifications)
    return {each.pk for each in notifications if (state := states.get(each.page_id or 0)) and may(each, state)}


def connect() -> None:
    """Give the outbox the words of these events, what decides whether they hold, and the daily reminder."""
    words = {
        PUBLISHED: wording.published,
        ASKED: wording.asked,
        DEADLINE: wording.deadline,
        DECLINED: wording.declined,
        CANCELLED: wording.cancelled,
        DONE: wording.done,
    }
    for name, said in words.items():
        register_words(name, said, Kind.TRANSLATION)
    register_condition(PUBLISHED, publications_that_hold)
    register_condition(ASKED, requests_that_hold)
    register_condition(DEADLINE, requests_that_hold)
    register_condition(CANCELLED, cancellations_that_hold)
    register_reminder(remind_of_deadlines)
