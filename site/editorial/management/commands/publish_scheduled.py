"""Publishes and takes down what is due, one page after the other."""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Stands in for Wagtail's command of the same name, which stops at the first page that fails."""

    help = "Publish approved pages whose time has come and take down expired ones. Run it every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        """Carry out every due change, each in a transaction of its own.

        Raises:
            CommandError: some failed; the others were carried out.
        """
        now = timezone.now()
        failed = 0
        for page in Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at"):
            failed += not self._carry_out(page, self._take_down)
        for revision in Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at"):
            failed += not self._carry_out(revision, self._publish)
        if failed:
            raise CommandError(f"{failed} could not be carried out; the log names them.")

    def _carry_out(self, subject: Page | Revision, change: Any) -> bool:
        try:
            with transaction.atomic():
                change(subject)
        except Exception:
            logger.exception("Not carried out for %r", subject)
            return False
        return True

    @staticmethod
    def _take_down(page: Page) -> None:
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")

    @staticmethod
    def _publish(revision: Revision) -> None:
        revision.publish(log_action="wagtail.publish.scheduled")
