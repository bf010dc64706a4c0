"""Writes to staff when the accessibility statement has to be reviewed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from home.declaration.letters import remind


class Command(BaseCommand):
    """Reminds each editor and administrator once when the review is due, and once when it is overdue."""

    help = "Write to editors and administrators if the accessibility statement has to be reviewed. Run it every day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send the letters that are due.

        Raises:
            CommandError: some could not be sent; they are tried again the next time.
        """
        sent, failed = remind()
        if options["verbosity"]:
            self.stdout.write(f"Reminders sent: {sent}")
        if failed:
            raise CommandError(f"{failed} could not be sent; the log names them. Run the command again.")
