"""Deletes reports of accessibility problems when their time has come."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from home.reports.models import AccessibilityReport
from home.reports.notices import tell_the_office


class Command(BaseCommand):
    """The record has a way of contact, which is personal data."""

    help = (
        "Delete accessibility reports that were closed REPORTS_KEPT_DAYS ago, and tell the office of those that it "
        "was not told of because the mail failed. Run it every day."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, then tell."""
        last_day = timezone.localdate() - timedelta(days=settings.REPORTS_KEPT_DAYS)
        number, _models = AccessibilityReport.objects.filter(closed_on__lte=last_day).delete()
        untold = AccessibilityReport.objects.filter(notified_at=None, closed_on=None)
        told = sum(tell_the_office(report) for report in untold)
        self.stdout.write(f"Deleted: {number}. Told to the office: {told}.")
