"""Makes a backup, or checks one."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations.backup import archive
from operations.backup.errors import BackupError
from operations.backup.manifest import Manifest


def summary(manifest: Manifest) -> str:
    """Return what a backup holds, in one line."""
    megabytes = manifest.total() / 1_000_000
    return (
        f"version {manifest.version}, {manifest.made_at}, {manifest.database}, {sum(manifest.counts.values())} rows in "
        f"{len(manifest.counts)} tables, {len(manifest.files)} files, {megabytes:.1f} MB"
    )


class Command(BaseCommand):
    """Runs beside the site, which goes on working."""

    help = "Write the database and all files into a new folder, with a manifest of hashes. --check reads one through."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that does not exist yet, or an empty one")
        parser.add_argument("--check", action="store_true", help="only compare a backup with its manifest")

    def handle(self, *args: Any, folder: Path, check: bool, **options: Any) -> None:
        """Make it or check it.

        Raises:
            CommandError: it could not be made, or it is not what was written.
        """
        try:
            if check:
                self.stdout.write(f"The backup is whole: {summary(archive.check(folder))}.")
                return
            made, digest = archive.make(folder)
        except BackupError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(f"Backed up into {folder}: {summary(made)}.\nSHA-256 of its manifest: {digest}")
