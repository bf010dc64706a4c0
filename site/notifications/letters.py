"""Puts events into letters, HTML and plain, in the language of who reads them."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from notifications.kinds import ORDER, Kind
from notifications.outbox import Notification
from notifications.wording import address, words_of


def language_of(notification: Notification) -> str:
    """Return the language that a person chose for the admin; for a person outside, that of the page."""
    if notification.recipient is None:
        chosen = notification.data.get("language", "")
    else:
        profile = getattr(notification.recipient, "wagtail_userprofile", None)
        chosen = profile.preferred_language if profile else ""
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def letter(
    notification: Notification, page: Page, connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """Return the letter that tells one event."""
    with translation.override(language_of(notification)):
        words = words_of(notification, page)
        return _compose("letter", words.subject, [notification], {"words": words, "why": words.why}, connection)


def digest(
    notifications: Sequence[Notification], pages: Mapping[int, Page], connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """Return the letter that tells several events to one person: by kind, what has consequences first."""
    ordered = sorted(notifications, key=lambda each: (ORDER[Kind(each.kind)], each.occurred_at, each.pk))
    with translation.override(language_of(ordered[0])):
        parts = [
            (Kind(kind).label, [(each.title, words_of(each, pages[each.page_id or 0])) for each in group])
            for kind, group in groupby(ordered, key=lambda each: each.kind)
        ]
        subject = ngettext(
            "What waits for you and what happened: %(number)s message",
            "What waits for you and what happened: %(number)s messages",
            len(ordered),
        ) % {"number": len(ordered)}
        why = _("You get this once a day because you have chosen so.")
        return _compose("digest", subject, ordered, {"parts": parts, "why": why}, connection)


def _compose(
    template: str,
    subject: str,
    notifications: Sequence[Notification],
    context: dict[str, Any],
    connection: BaseEmailBackend | None,
) -> EmailMultiAlternatives:
    """Set the words in both forms.

    The address of the letter is made of what it tells, so that a letter that leaves twice is recognised as one.
    """
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    numbers = ",".join(str(each.pk) for each in sorted(notifications, key=lambda each: each.pk))
    first = notifications[0]
    has_account = first.recipient is not None
    context |= {
        "subject": " ".join(subject.split()),
        "language": translation.get_language(),
        "site": str(settings.WAGTAIL_SITE_NAME),
        "preferences": address("wagtailadmin_account") + "#tab-notifications" if has_account else "",
    }
    message = EmailMultiAlternatives(
        context["subject"],
        render_to_string(f"notifications/mail/{template}.txt", context).strip() + "\n",
        to=[first.to],
        connection=connection,
        headers={
            "Auto-Submitted": "auto-generated",
            "List-Id": f"<notifications.{host}>",
            "Message-ID": f"<{hashlib.sha256(numbers.encode()).hexdigest()[:32]}.{first.pk}@{host}>",
        },
    )
    message.attach_alternative(render_to_string(f"notifications/mail/{template}.html", context), "text/html")
    return message
