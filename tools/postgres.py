"""A PostgreSQL server for the tests: the one that answers, or one of our own for as long as the tests run."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2

DEFAULT = "postgres://postgres@127.0.0.1:5432/stowarzyszenie"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)


def answers(url: str) -> bool:
    """Say whether the server at a database's address lets us in and lets us make databases."""
    server = url.rpartition("/")[0].replace("postgis://", "postgres://")
    try:
        connection = psycopg2.connect(f"{server}/postgres", connect_timeout=3)
    except psycopg2.Error:
        return False
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
            row = cursor.fetchone()
    finally:
        connection.close()
    return bool(row and row[0])


def programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, or None where they are not installed."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    return PROGRAMS[0] if PROGRAMS else None


@contextmanager
def server_for_tests() -> Iterator[str | None]:
    """Give the address of a database on a server that answers; None where there is no server.

    `TEST_DATABASE_URL` names the server, and then no other is tried. Without it, the local default is tried, and
    after that a server is started in a temporary folder where PostgreSQL is installed.
    """
    if named := os.environ.get("TEST_DATABASE_URL"):
        yield named if answers(named) else None
    elif answers(DEFAULT):
        yield f"{DEFAULT}_{os.getpid()}"  # so that two runs on one server do not meet
    elif folder := programs():
        with own_server(folder) as address:
            yield address
    else:
        yield None


@contextmanager
def own_server(folder: Path) -> Iterator[str]:
    """Run a server in a temporary folder: trusting, only on the loopback address, and careless about a power cut."""
    user = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="postgres-for-tests-") as name:
        data = Path(name) / "data"
        if user:
            shutil.chown(name, user, user)
        options = f"-p {port} -h 127.0.0.1 -k {name} -c fsync=off -c max_connections=50"

        def run(program: str, *arguments: str) -> None:
            command = [str(folder / program), "-D", str(data), *arguments]
            subprocess.run(
                command,
                check=True,
                cwd=name,
                stdout=subprocess.DEVNULL,
                user=user,
                group=user,
                extra_groups=[] if user else None,
            )

        run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        run("pg_ctl", "-w", "-o", options, "-l", f"{name}/log", "start")
        try:
            yield f"postgres://postgres@127.0.0.1:{port}/stowarzyszenie"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
