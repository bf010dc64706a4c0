"""Prepares a site on one database, and measures one part in a process that has not loaded the site yet."""

import os
import pkgutil
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

from tools import ROOT
from tools.bench.figures import Figure
from tools.delivery_bench import parts
from tools.delivery_bench.processes import MissingProgramError
from tools.delivery_bench.site import UNCACHED, Site
from tools.delivery_bench.sizes import Size

P = ParamSpec("P")
T = TypeVar("T")


class Measured(NamedTuple):
    """What came of a part.

    Attributes:
        server: the database that it was measured on.
        figures: as far as it got.
        missing: the program that lacks; empty if it was measured.
    """

    server: str
    figures: list[Figure]
    missing: str = ""


def names_of_parts() -> list[str]:
    """Return the parts that there are."""
    return sorted(module.name for module in pkgutil.iter_modules(parts.__path__))


def prepare(site: Site, size: Size) -> None:
    """Fill an empty database with the structure and, for a large size, the example content; collect static files.

    Raises:
        RuntimeError: it could not be filled; the message holds what was printed.
    """
    site.manage("migrate", "--noinput")
    site.manage("load_structure")
    if size.example:
        site.manage("load_example", settings="config.settings.dev")  # demo accounts exist nowhere else
    # The admin's own files, most of them all, are none that readers get.
    site.manage("collectstatic", "--noinput", "-v0", "--ignore=wagtail*")


def copied(site: Site, folder: Path, database: str) -> Site:
    """Return a site with the files of another and a database that is a copy of its database already."""
    folder.mkdir()
    for name in ("media", "private", "static"):
        if (site.folder / name).exists():
            shutil.copytree(site.folder / name, folder / name)
    return Site(folder, database)


def in_new_process(act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do something in a new process, and return what it returns."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(act, *args, **kwargs).result()


def measure(part: str, site: Site, size: Size) -> Measured:
    """Measure a part on a site of its own, which it may change. Nothing in this process keeps pages.

    Args:
        part: the name of a module of `parts`.
    """
    os.environ |= site.environment(**UNCACHED)
    sys.path[:0] = [str(ROOT / "site")]
    import django

    django.setup()
    from tools.bench.database import server

    found: list[Figure] = []
    try:
        for each in import_module(f"{parts.__name__}.{part}").figures(site, size):
            found.append(each)
            print(f"  {each.name}: {each.said}{each.remark and f' ({each.remark})'}", file=sys.stderr, flush=True)
    except MissingProgramError as error:
        return Measured(server(), found, str(error))
    return Measured(server(), found)
