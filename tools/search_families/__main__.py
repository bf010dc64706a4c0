"""Print how well one form of a word finds the others on SQLite and on PostgreSQL; fails where that is not enough.

    python -m tools.search_families [families.tsv] [--on SQLite]

A line of the file is a headword, a tab, and forms of it, with spaces between. Each form is a page of its own, in a
database of its own, which is removed after it. `TEST_DATABASE_URL` names the PostgreSQL server as for `make test`.
"""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tools.morphology import FAMILIES
from tools.postgres import server_for_tests
from tools.search_families.measuring import measure

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure on both databases, or on the one that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("families", type=Path, nargs="?", default=FAMILIES)
    parser.add_argument("--on", choices=(SQLITE, POSTGRESQL), help="measure on this database alone")
    options = parser.parse_args(arguments)
    enough = True
    with server_for_tests() as server:
        addresses = {SQLITE: "sqlite://:memory:", POSTGRESQL: server}
        for name, address in addresses.items():
            if options.on not in {None, name}:
                continue
            if address is None:
                sys.exit("No PostgreSQL server answers (see CONTRIBUTING.md, Tests). --on SQLite measures without it.")
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                figures = process.submit(measure, options.families, address).result()
            print(f"{name:<10}  recall {figures.recall:.4f}  precision {figures.precision:.4f}", flush=True)
            enough &= figures.is_enough
    sys.exit(not enough)


if __name__ == "__main__":
    main()
