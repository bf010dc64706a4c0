"""Compares files with what pages say: which are public, which are private, and which are there at all."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from library.reconcile import reconcile


class Command(BaseCommand):
    """For operators."""

    help = "Report what is public or private against what the pages say, and what is missing. --mend puts it right."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="put right what can be; running it again does nothing")

    def handle(self, *args: Any, mend: bool, **options: Any) -> None:
        """Write each difference on a line.

        Raises:
            CommandError: there are some, and they were not to be mended.
        """
        found = 0
        for difference in reconcile(mend=mend):
            found += 1
            self.stdout.write(difference)
        if found and not mend:
            raise CommandError(f"{found} differences. `manage.py check_files --mend` puts right what can be.")
        self.stdout.write(f"{found} differences were put right." if found else "Every file is where it belongs.")
