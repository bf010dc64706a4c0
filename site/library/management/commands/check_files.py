"""Compares files with what pages say: which are public, which are private, and which are there at all."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from library.reconcile import lost_originals, reconcile


class Command(BaseCommand):
    """For operators."""

    help = "Report what is public or private against what the pages say, and what is missing. --mend puts it right."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="put right what can be; running it again does nothing")

    def handle(self, *args: Any, mend: bool, **options: Any) -> None:
        """Write each difference on a line.

        Raises:
            CommandError: some are left.
        """
        mended = left = 0
        for difference in reconcile(mend=mend):
            mended += mend
            left += not mend
            self.stdout.write(difference)
        lost = 0
        for loss in lost_originals():
            lost += 1
            self.stdout.write(loss)
        if left or lost:
            raise CommandError(
                f"{left} differences are left, which `manage.py check_files --mend` puts right, and {lost} files are "
                "lost, which only a backup has."
            )
        self.stdout.write(f"{mended} differences were put right." if mended else "Every file is where it belongs.")
