"""Has SQLite count the rows of its tables, by which it plans its queries. A server counts them by itself."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection


class Command(BaseCommand):
    """Without the counts, SQLite takes the largest table for the smallest, and reads all pages for the ten newest."""

    help = "Have SQLite count its rows, as a server does by itself. Run it every day and after large imports."

    def handle(self, *args: Any, **options: Any) -> None:
        """Count."""
        is_file = connection.vendor == "sqlite"
        if is_file:
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        if options["verbosity"]:
            self.stdout.write("Counted." if is_file else "Nothing to do: this database counts its rows by itself.")
