"""What the tests of notifications share."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import Page, TaskState
from wagtail.users.models import UserProfile

from content.factories import make_news
from news.models import NewsPage
from notifications.models import Notification, NotificationPreference
from notifications.sending import Outcome, send_due

TITLE = "Nowa ścieżka"


@pytest.fixture
def draft(structure, people) -> NewsPage:
    """A draft in Polish that the author has written."""
    page = make_news(structure["pl"].sections["news"], live=False, title=TITLE, slug="nowa-sciezka")
    page.lead = "Written by the author."
    page.save_revision(user=people["author"])
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def submit() -> Callable[[Page, Any], TaskState]:
    """Returns a function that submits a page and gives the state of the task that waits for an approver."""

    def start(page: Page, user: Any) -> TaskState:
        fresh = NewsPage.objects.get(pk=page.pk)
        return fresh.get_workflow().start(fresh, user).current_task_state.specific

    return start


@pytest.fixture
def task_state(draft, people, submit) -> TaskState:
    """The approval that the author's draft waits for."""
    return submit(draft, people["author"])


@pytest.fixture
def approve(people) -> Callable[[TaskState], None]:
    """Returns a function that has an editor approve what waits."""

    def act(task_state: TaskState, user: Any = None) -> None:
        task_state.task.specific.on_action(task_state, user or people["editor"], "approve")

    return act


@pytest.fixture
def told() -> Callable[[str], list[str]]:
    """Returns a function that says who is told of a kind of event, by user name or address, in order."""

    def names(kind: str) -> list[str]:
        rows = Notification.objects.filter(kind=kind).exclude(state="dropped").select_related("recipient")
        return sorted(row.recipient.username if row.recipient else row.address for row in rows)

    return names


@pytest.fixture
def send() -> Callable[..., Outcome]:
    """Returns a function that sends what is due, now or at another time, into an outbox that was empty."""

    def run(now: datetime | None = None) -> Outcome:
        mail.outbox.clear()
        return send_due(lambda: now or timezone.now() + timedelta(seconds=1))

    return run


@pytest.fixture
def read() -> Callable[[str], list[Any]]:
    """Returns a function that gives the letters that somebody got."""
    return lambda name: [letter for letter in mail.outbox if letter.to == [f"{name}@example.org"]]


@pytest.fixture
def prefer() -> Callable[..., None]:
    """Returns a function that sets what somebody has chosen."""

    def choose(user: Any, *, language: str | None = None, **choice: Any) -> None:
        if language is not None:
            UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        if choice:
            NotificationPreference.objects.update_or_create(user=user, defaults=choice)

    return choose
