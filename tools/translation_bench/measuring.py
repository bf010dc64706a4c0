"""Measures one part in a process that has not loaded the site yet."""

import os
import pkgutil
from importlib import import_module
from typing import NamedTuple

import django

import manage
from tools.bench.figures import Figure
from tools.translation_bench import parts
from tools.translation_bench.sizes import Size


class Measured(NamedTuple):
    """The database that was measured on, and what was measured."""

    server: str
    figures: list[Figure]


def names_of_parts() -> list[str]:
    """Return the parts that there are."""
    return sorted(module.name for module in pkgutil.iter_modules(parts.__path__))


def measure(part: str, address: str, size: Size) -> Measured:
    """Measure a part on a new database.

    Args:
        part: the name of a module of `parts`.
        address: of the server, as `DATABASE_URL` has it. The database that it names is not touched.
        size: how much.
    """
    os.environ |= {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    manage.prepare()
    django.setup()
    from tools.bench.database import own_database, server

    with own_database():
        return Measured(server(), list(import_module(f"{parts.__name__}.{part}").figures(size)))
