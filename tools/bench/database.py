"""A database for measuring: made for it, and removed after it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def own_database() -> Iterator[None]:
    """Give an empty site in a new database: a file of SQLite's, or one on the server that `DATABASE_URL` names."""
    with tempfile.TemporaryDirectory(prefix="translation-bench-") as folder:
        is_file = connection.vendor == "sqlite"
        name = str(Path(folder) / "measured.sqlite3") if is_file else f"translation_bench_{os.getpid()}"
        former = connection.settings_dict["NAME"]
        connection.settings_dict["TEST"]["NAME"] = name
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(former, verbosity=0)


def server() -> str:
    """Return what the database runs on, and whether it waits for the disk as a site's does."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}"
        cursor.execute("SELECT current_setting('server_version'), current_setting('fsync')")
        version, waits = cursor.fetchone()
        return f"PostgreSQL {version.split()[0]}, fsync {waits}"


def megabytes(*tables: str) -> float:
    """Return how large tables are with their indexes."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            return float(cursor.fetchone()[0]) / 1e6
        cursor.execute("SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(%s) AS name", [list(tables)])
        return float(cursor.fetchone()[0]) / 1e6


def analyse() -> None:
    """Let a server count its rows, as it does by itself after large changes. SQLite never does so by itself."""
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
