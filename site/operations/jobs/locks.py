"""A lock that one process holds while it runs a job, and that its death gives back at once.

PostgreSQL keeps it as an advisory lock of a connection that nothing else uses: jobs may end transactions and close
connections as they like. A database in SQLite serves one machine, so there the machine's own lock on a file does.
"""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from django.db import connection

FAMILY = crc32(b"operations.jobs") - 2**31  # PostgreSQL takes two signed numbers of 32 bits
# A machine that vanishes without a word must not keep its locks for the two hours that systems wait by default.
NOTICE_DEATH = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"


@contextmanager
def lock(name: str) -> Iterator[bool]:
    """Try to take the lock of a job, and say whether we have it."""
    with _postgresql(name) if connection.vendor == "postgresql" else _file(name) as ours:
        yield ours


@contextmanager
def _postgresql(name: str) -> Iterator[bool]:
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute(NOTICE_DEATH)
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [FAMILY, crc32(name.encode()) - 2**31])
            ours = bool(cursor.fetchone()[0])
        yield ours
    finally:
        own.close()  # which gives the lock back


@contextmanager
def _file(name: str) -> Iterator[bool]:
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _folder() -> Path:
    """Return a folder beside the database; of this process alone, where the database is in its memory."""
    if connection.is_in_memory_db():  # type: ignore[attr-defined] # only SQLite's has it, and no other comes here
        return Path(tempfile.gettempdir()) / f"jobs-{os.getpid()}"
    return Path(f"{connection.settings_dict['NAME']}-jobs")
