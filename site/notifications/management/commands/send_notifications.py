"""Asks the reminders of the day and sends what the outbox holds."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from notifications.reminders import post_reminders
from notifications.sending import forget_old, send_due


class Command(BaseCommand):
    """Run it every minute, by a timer, or let it run with `--every 60`."""

    help = (
        "Send the notifications that are due: at once what is wanted at once, once a day what is wanted in a digest. "
        "What the mail server does not take is kept and tried again. Run it every minute."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the seconds between two runs."""
        parser.add_argument(
            "--every", type=int, metavar="SECONDS", help="do not end, but run again after so many seconds"
        )

    def handle(self, *args: Any, every: int | None = None, **options: Any) -> None:
        """Run once, or until it is stopped.

        Raises:
            CommandError: the seconds are none, or something could not be sent or asked; it is tried again the next
                time.
        """
        if every is None:
            self._run(options["verbosity"])
            return
        if every < 1:
            raise CommandError("--every takes a number of seconds, 1 or more.")
        while True:
            try:
                self._run(options["verbosity"])
            except Exception as error:  # a loop outlives one bad run; the log has the details
                self.stderr.write(str(error))
            close_old_connections()
            time.sleep(every)

    def _run(self, verbosity: int) -> None:
        failed_reminders = post_reminders(timezone.now())
        outcome = send_due()
        forget_old(timezone.now())
        if verbosity > 1 or (verbosity and outcome.sent):
            self.stdout.write(f"Sent: {outcome.sent}. Not needed any more: {outcome.dropped}.")
        if outcome.failed or failed_reminders:
            raise CommandError(
                f"{outcome.failed} notifications were not sent, {failed_reminders} reminders could not be asked; the "
                "log says why. They are tried again."
            )
