"""Tells translators by e-mail that a Polish text waits for them."""

import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.roles import TRANSLATOR
from translation.models import english_of

logger = logging.getLogger(__name__)


def tell_translators(page_id: int, *, is_new: bool) -> None:
    """Write to every translator, each in the language of their account, that a page was published.

    A mail server that fails is logged and harms nothing else.

    Args:
        page_id: a page in the source language.
        is_new: published for the first time, not changed.
    """
    page = Page.objects.filter(pk=page_id).select_related("locale").first()
    translators = User.objects.filter(groups__name=TRANSLATOR, is_active=True).exclude(email="").distinct()
    if page is None or not translators:
        return
    english = english_of(page)
    try:
        connection = get_connection()
        connection.open()
    except Exception:
        logger.exception("No translator was told about page %s: the mail server does not answer", page_id)
        return
    for person in translators:
        try:
            _letter(person, page, english, is_new, connection).send()
        except Exception:
            logger.exception("Translator %s was not told about page %s", person.pk, page_id)
    connection.close()


def _letter(person: User, page: Page, english: Page | None, is_new: bool, connection: Any) -> EmailMessage:
    with translation.override(UserProfile.get_for_user(person).preferred_language or settings.LANGUAGE_CODE):
        context = {
            "page": page,
            "url": page.full_url,
            "is_new": is_new,
            "work_url": settings.WAGTAILADMIN_BASE_URL + _work_path(page, english),
            "report_url": settings.WAGTAILADMIN_BASE_URL + reverse("translation:report"),
        }
        subject = " ".join(render_to_string("translation/mail/published_subject.txt", context).split())
        body = render_to_string("translation/mail/published.txt", context).strip() + "\n"
    return EmailMessage(
        subject, body, to=[person.email], headers={"Auto-Submitted": "auto-generated"}, connection=connection
    )


def _work_path(page: Page, english: Page | None) -> str:
    if english is None:
        return reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return reverse("wagtailadmin_pages:edit", args=[english.pk])
