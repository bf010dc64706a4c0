"""Databases that are made for the bench and removed after it: files of SQLite's, or databases on a server."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

SQLITE = "sqlite"


@contextmanager
def new_database(server: str, folder: Path, name: str, template: str = "") -> Iterator[str]:
    """Make a database, give its address as `DATABASE_URL` has it, and remove it at the end.

    Args:
        server: "sqlite", or the address of any database on a server of PostgreSQL's, which is not touched.
        folder: where a file of SQLite's is put.
        name: one that no other database of this run has.
        template: the address of a database of this run that nobody is connected to, whose copy it is.
    """
    if server == SQLITE:
        path = folder / f"{name}.sqlite3"
        if template:
            with closing(sqlite3.connect(urlsplit(template).path)) as old, closing(sqlite3.connect(path)) as new:
                old.backup(new)
        try:
            yield f"sqlite:///{path}"
        finally:
            for file in folder.glob(f"{path.name}*"):
                file.unlink()
        return
    address, own = server.rpartition("/")[0], f"delivery_bench_{os.getpid()}_{name}"
    copied = f' TEMPLATE "{urlsplit(template).path[1:]}"' if template else ""
    _tell(address, f'CREATE DATABASE "{own}"{copied}')
    try:
        yield f"{address}/{own}"
    finally:
        _tell(address, f'DROP DATABASE "{own}" WITH (FORCE)')


def _tell(address: str, sql: str) -> None:
    with closing(psycopg2.connect(f"{address.replace('postgis://', 'postgres://')}/postgres")) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(sql)
