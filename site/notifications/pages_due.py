"""The reminders that the publishing rules ask for: deadlines, reviews, and emergency publications to be confirmed."""

from datetime import date, timedelta

from django.db.models import QuerySet
from wagtail.models import Page, WorkflowState

from accounts.models import User
from editorial.emergency import unconfirmed
from editorial.reviews import ReviewDate
from editorial.submissions import Submission
from notifications.events import page_of, post_emergency
from notifications.kinds import Kind
from notifications.people import approvers, people, writers_now
from notifications.posting import post
from notifications.reminders import beginning_of, register_reminder

DAYS_BEFORE_REVIEW = 30
DAYS_BETWEEN_REMINDERS = 7
SATURDAY = 5


def next_working_day(day: date) -> date:
    """Return the next day that is neither Saturday nor Sunday."""
    day += timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def remind_of_deadlines(today: date) -> None:
    """Tell of a deadline on the working day before it, and on the first day after it.

    Who is named to approve the page is told, or else all who may, and who submitted it. While it is sent back, only
    those who have to change it. What was submitted today has just been told.
    """
    near, over = next_working_day(today), today - timedelta(days=1)
    rows = Submission.objects.select_related("assigned_to", "workflow_state__current_task_state").filter(
        workflow_state__in=WorkflowState.objects.active(),
        workflow_state__created_at__lt=beginning_of(today),
        deadline__range=(over - timedelta(days=DAYS_BETWEEN_REMINDERS), near),
    )
    for submission in rows:
        state = submission.workflow_state
        page = page_of(state)
        if page is None or submission.deadline is None:
            continue
        is_over = submission.is_overdue(today)
        stage = "over" if is_over else "near"
        post(
            Kind.DEADLINE,
            f"deadline:{state.pk}:{submission.deadline}:{stage}",
            page,
            _asked_of(submission, page),
            occurred_at=beginning_of(today),
            workflow_state=state.pk,
            deadline=submission.deadline.isoformat(),
            is_over=is_over,
            is_returned=state.status == WorkflowState.STATUS_NEEDS_CHANGES,
        )


def _asked_of(submission: Submission, page: Page) -> list[User]:
    state = submission.workflow_state
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES or state.current_task_state is None:
        return list(writers_now(page, state))
    named = submission.assigned_to
    asked = [named] if named and named.is_active else approvers(state.current_task_state)
    return [*asked, *people([state.requested_by_id])]


def remind_of_reviews(today: date) -> None:
    """Tell the contact of a live page 30 days before its review, on the day, and every 7 days until it is reviewed."""
    last = today + timedelta(days=DAYS_BEFORE_REVIEW)
    dates: QuerySet[ReviewDate] = ReviewDate.objects.filter(review_by__lte=last, page__live=True)
    for each in dates.select_related("page__locale", "contact"):
        late = (today - each.review_by).days
        stage = "before" if late < 0 else str(late // DAYS_BETWEEN_REMINDERS)
        post(
            Kind.REVIEW,
            f"review:{each.page_id}:{each.review_by}:{stage}",
            each.page,
            [each.contact] if each.contact else [],
            addresses=[each.contact_email],
            occurred_at=beginning_of(today),
            review_by=each.review_by.isoformat(),
            is_over=late > 0,
            name=each.contact_name,
        )


def remind_of_emergencies(today: date) -> None:
    """Ask again, every day, for the confirmation of what was published in an emergency on an earlier day."""
    for approval in unconfirmed().filter(created_at__lt=beginning_of(today)):
        key = f"emergency:{approval.pk}:{today.isoformat()}"
        post_emergency(approval, key, occurred_at=beginning_of(today), again=True)


def register() -> None:
    """Have them asked every day."""
    register_reminder(remind_of_deadlines)
    register_reminder(remind_of_reviews)
    register_reminder(remind_of_emergencies)
