"""Brings a backup back."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations.backup import archive
from operations.backup.errors import BackupError
from operations.management.commands.backup import summary

AFTERWARDS = "migrate, check_files --mend, make_renditions, refresh_translations, update_index"


class Command(BaseCommand):
    """Needs no database that works: it makes one."""

    help = "Bring a backup back into an empty database and empty storages, after comparing it with its hashes."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="the folder that `manage.py backup` made")
        parser.add_argument(
            "--replace", action="store_true", help="first REMOVE everything in the database and in the storages"
        )

    def handle(self, *args: Any, folder: Path, replace: bool, **options: Any) -> None:
        """Bring it back.

        Raises:
            CommandError: the backup is damaged, the place is not empty, or a part failed.
        """
        try:
            restored = archive.restore(folder, replace=replace)
        except BackupError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(f"Restored: {summary(restored)}.\nNow run, in this order, manage.py {AFTERWARDS}.")
