"""A copy of the test database that is committed, so that other processes and programs see it too."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connections


@contextmanager
def copy_of_database(blocker: Any, folder: Path, *, empty: bool = False) -> Iterator[str]:
    """Let this process use a copy of its database, or one without tables, and give its address.

    Args:
        blocker: pytest-django's `django_db_blocker`.
        folder: where SQLite's file may lie.
        empty: make a database without a table.
    """
    original = connections["default"]
    copy = original.copy()
    suffix = "empty" if empty else "copy"
    with blocker.unblock():
        if original.vendor == "sqlite":
            copy.settings_dict["NAME"] = str(folder / f"{suffix}.sqlite3")
            if not empty:
                original.ensure_connection()
                with closing(sqlite3.connect(copy.settings_dict["NAME"])) as target:
                    original.connection.backup(target)
            address = f"sqlite:///{copy.settings_dict['NAME']}"
        else:
            copy.settings_dict["NAME"] = _make_on_server(original, suffix)
            place = {name: quote(str(value), safe="") for name, value in copy.settings_dict.items()}
            login = place["USER"] + (f":{place['PASSWORD']}" if place["PASSWORD"] else "")
            address = f"postgres://{login}@{place['HOST']}:{place['PORT'] or 5432}/{place['NAME']}"
        connections["default"] = copy
        try:
            yield address
        finally:
            copy.close()
            connections["default"] = original
            if original.vendor != "sqlite":
                _drop_on_server(original, copy.settings_dict["NAME"])


def _make_on_server(original: Any, suffix: str) -> str:
    name = f"{original.settings_dict['NAME']}_{suffix}"
    _drop_on_server(original, name)
    quoted = original.ops.quote_name
    if suffix == "empty":
        with original.creation._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {quoted(name)}")
    else:
        original.creation.clone_test_db(suffix, verbosity=0)
        name = original.creation.get_test_db_clone_settings(suffix)["NAME"]
    return name


def _drop_on_server(original: Any, name: str) -> None:
    with original.creation._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {original.ops.quote_name(name)}")
