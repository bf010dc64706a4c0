"""Tells the office of the association by e-mail that a report has come. Who wrote it and what is in the record only."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Site

from core.models import AssociationSettings
from core.site_settings import PLACEHOLDERS
from home.reports.models import AccessibilityReport

logger = logging.getLogger(__name__)


def tell_the_office(report: AccessibilityReport) -> bool:
    """Write to the association's address for accessibility, in the site's own language, and note that in the record.

    The address that a new site starts with is nobody's, so it is written to no more than an empty one. A mail server
    that fails is logged and harms nothing else; `forget_reports` tries again.

    Returns:
        whether the mail has left.
    """
    site = Site.objects.get(is_default_site=True)
    recipient = AssociationSettings.for_site(site).email_for_accessibility
    if recipient in ("", PLACEHOLDERS["email"]):
        logger.warning("Nobody was told of report %s: the settings have no real e-mail of the association", report)
        return False
    try:
        _letter(report, recipient).send()
    except Exception:
        logger.exception("The office was not told of report %s", report)
        return False
    report.notified_at = timezone.now()
    report.save(update_fields=["notified_at"])
    return True


def _letter(report: AccessibilityReport, recipient: str) -> EmailMessage:
    with translation.override(settings.LANGUAGE_CODE):
        address = reverse("accessibility_reports:edit", args=[report.pk])
        context = {"report": report, "address": settings.WAGTAILADMIN_BASE_URL + address}
        subject = " ".join(render_to_string("home/reports/mail_subject.txt", context).split())
        body = render_to_string("home/reports/mail.txt", context).strip() + "\n"
    return EmailMessage(subject, body, to=[recipient], headers={"Auto-Submitted": "auto-generated"})
