"""Writes to editors and administrators that a review of the accessibility statement is due."""

import logging
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from accounts.models import User
from home.declaration.reviews import Review, ReviewReminder, pending_review, people_to_remind

logger = logging.getLogger(__name__)


def remind(today: date | None = None) -> tuple[int, int]:
    """Write to everybody who has not been told yet, once for each stage and year.

    A letter that the mail server does not take is logged, and tried again the next time.

    Returns:
        How many letters were sent, and how many were not.
    """
    today = today or timezone.localdate()
    review = pending_review(today)
    if review is None:
        return 0, 0
    told = ReviewReminder.objects.filter(stage=review.stage, year=today.year).values("user_id")
    sent = failed = 0
    for person in people_to_remind().exclude(pk__in=told):
        try:
            sent += _write(person, review, today.year)
        except Exception:
            failed += 1
            logger.exception("Person %s was not reminded of the review of the accessibility statement", person.pk)
    return sent, failed


@transaction.atomic
def _write(person: User, review: Review, year: int) -> bool:
    """Send one letter, unless another run has just sent it. The row comes first, and goes again if sending fails."""
    _row, is_new = ReviewReminder.objects.get_or_create(user=person, stage=review.stage, year=year)
    if is_new:
        _letter(person, review).send()
    return is_new


def _letter(person: User, review: Review) -> EmailMessage:
    with translation.override(UserProfile.get_for_user(person).preferred_language or settings.LANGUAGE_CODE):
        context = {
            "review": review,
            "url": review.page.full_url,
            "edit_url": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[review.page.pk]),
        }
        subject = " ".join(render_to_string("home/mail/review_subject.txt", context).split())
        body = render_to_string("home/mail/review.txt", context).strip() + "\n"
    return EmailMessage(subject, body, to=[person.email], headers={"Auto-Submitted": "auto-generated"})
