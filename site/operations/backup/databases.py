"""The database, out into one file and in again: PostgreSQL with its own programs, SQLite with its online backup."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

from operations.backup.errors import BackupError

NAMES = {"postgresql": "database.dump", "sqlite": "database.sqlite3"}


def kind() -> str:
    """Return which database the site has.

    Raises:
        BackupError: it is none that we can back up.
    """
    if connection.vendor not in NAMES:
        raise BackupError(f"Backups are made of PostgreSQL and SQLite, not of {connection.vendor}.")
    return connection.vendor


def tables() -> list[str]:
    """Return the names of all tables there are."""
    with connection.cursor() as cursor:
        return sorted(table.name for table in connection.introspection.get_table_list(cursor) if table.type != "v")


def is_empty() -> bool:
    """Say whether the database has no table yet."""
    return not tables()


def applied_migrations() -> list[tuple[str, str]]:
    """Return app and name of every migration that has been applied."""
    return sorted(MigrationRecorder(connection).applied_migrations())


def count_rows() -> dict[str, int]:
    """Return the number of rows of each table."""
    with connection.cursor() as cursor:
        return _counted(cursor, tables())


def dump(target: Path) -> dict[str, int]:
    """Write the database into a file, as it stands at one moment, while people go on working.

    Returns:
        the number of rows of each table at that moment.

    Raises:
        BackupError: a program is missing or fails.
    """
    return _dump_sqlite(target) if kind() == "sqlite" else _dump_postgresql(target)


def load(source: Path) -> None:
    """Bring a database back from a file into one that has no tables.

    Raises:
        BackupError: a program is missing or fails.
    """
    if kind() == "sqlite":
        _load_sqlite(source)
    else:
        _run("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", str(source))


def empty() -> None:
    """Remove every table with what is in it."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            names = ", ".join(connection.ops.quote_name(name) for name in tables())
            if names:
                cursor.execute(f"DROP TABLE {names} CASCADE")
        # SQLite's backup overwrites the whole file.


def _counted(cursor: Any, names: Iterable[str]) -> dict[str, int]:
    counts = {}
    for name in names:
        cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608 - a quoted name
        counts[name] = int(cursor.fetchone()[0])
    return counts


def _dump_sqlite(target: Path) -> dict[str, int]:
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # or a reader would lay files of its own beside the copy
        return _counted(copy.cursor(), tables())


def _load_sqlite(source: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        try:
            copy.backup(connection.connection)
        except sqlite3.Error as error:
            raise BackupError(f"The database was not restored ({error}). Stop the site.") from error
    connection.close()


def _dump_postgresql(target: Path) -> dict[str, int]:
    """Count and dump from one snapshot, on a connection of its own that no transaction of ours is in."""
    own: BaseDatabaseWrapper = connection.copy()
    try:
        with closing(own.cursor()) as cursor:
            own.connection.set_session(isolation_level="REPEATABLE READ", readonly=True, autocommit=False)
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
            counts = _counted(cursor, tables())
            options = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}")
            _run("pg_dump", *options, f"--file={target}")
    finally:
        own.close()
    return counts


def _run(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL on the site's database; the password goes by the environment, which nobody lists."""
    if shutil.which(program) is None:
        raise BackupError(
            f"{program} was not found. Install PostgreSQL's client programs (on Debian: apt-get install "
            "postgresql-client), of the server's version or a newer one."
        )
    options, env = connection.settings_dict, connection.client.settings_to_cmd_args_env(connection.settings_dict, [])[1]
    places = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGDATABASE": "NAME"}
    env = {**(env or {}), **{name: str(options[key]) for name, key in places.items() if options.get(key)}}
    database = [] if program == "pg_dump" else [f"--dbname={options['NAME']}"]
    done = subprocess.run(  # noqa: S603 - the two programs above, with arguments of our own
        [program, *database, "--no-password", *arguments],
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        umask=0o077,
        check=False,
    )
    if done.returncode:
        _fail(program, done.stderr)


def _fail(program: str, said: str) -> NoReturn:
    advice = "See to what it says, and try again."
    if "server version mismatch" in said:
        advice = "Install PostgreSQL's client programs of the server's version or a newer one."
    raise BackupError(f"{program} failed: {said.strip()}\n{advice}")
