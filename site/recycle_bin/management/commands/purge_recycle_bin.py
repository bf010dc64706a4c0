"""Removes for good what has been in the recycle bin for its time."""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from recycle_bin.purging import due, purge

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Purges one page after the other, each in a transaction of its own."""

    help = "Remove for good the deleted pages whose days in the recycle bin are over. Run it every day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Purge what is due.

        Raises:
            CommandError: some could not be purged; the others were.
        """
        now = timezone.now()
        purged = failed = 0
        for binned in due(now):
            try:
                purged += purge(binned, now)
            except Exception:
                logger.exception("Not purged: %r", binned)
                failed += 1
        if options["verbosity"]:
            self.stdout.write(f"Purged from the recycle bin: {purged}.")
        if failed:
            raise CommandError(f"{failed} could not be purged; the log names them.")
