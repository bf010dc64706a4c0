"""What the tests of requests share."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from notifications.models import Notification
from translation.models import TranslationRequest, TranslationState


@pytest.fixture
def tomorrow() -> date:
    """A day that is not over."""
    return timezone.localdate() + timedelta(days=1)


@pytest.fixture
def told() -> Callable[[str], list[str]]:
    """Returns a function that says who is told of an event, by user name, in order."""

    def names(about: str) -> list[str]:
        rows = Notification.objects.filter(kind="translation", data__about=f"translation.{about}")
        return sorted(row.recipient.username for row in rows.select_related("recipient"))

    return names


@pytest.fixture
def logged() -> Callable[[Any], list[tuple[str, str, str]]]:
    """Returns a function that gives the steps of translation in a page's history: what, who, and why."""

    def entries(page: Any) -> list[tuple[str, str, str]]:
        rows = PageLogEntry.objects.filter(page_id=page.pk, action__startswith="translation.").order_by("pk")
        return [(row.action, str(row.user), row.data.get("reason", "")) for row in rows.select_related("user")]

    return entries


def held(page: Any) -> TranslationRequest | None:
    """Return the request that holds for a page."""
    return TranslationState.objects.get(source_id=page.pk).request


def fresh(request: TranslationRequest) -> TranslationRequest:
    """Return a request as the database has it."""
    return TranslationRequest.objects.get(pk=request.pk)
