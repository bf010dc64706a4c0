"""Begins tasks again whose worker was killed, and deletes the rows of old ones."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from operations.background.retrying import forget_finished, recover_lost


class Command(BaseCommand):
    """Does nothing where tasks are run at once."""

    help = "Begin tasks again whose worker was killed, and delete old rows of tasks. Run it every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do both."""
        now = timezone.now()
        lost, old = recover_lost(now), forget_finished(now)
        if options["verbosity"]:
            self.stdout.write(f"Begun again: {lost}. Old rows deleted: {old}.")
