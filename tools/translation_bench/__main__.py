"""Measure the translators' desk on SQLite and PostgreSQL and print what came of it; fails if a limit is not held.

    python -m tools.translation_bench [--only drift states] [--on SQLite] [--small]

Each part is measured in a process and on a database of its own, which is removed after it; no other database is
touched. It takes some twenty minutes and wants a machine that does nothing else. `TEST_DATABASE_URL` names the
PostgreSQL server as for `make test`, whose default and whose own server hold here too.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tools.bench.figures import Figure
from tools.bench.machine import machine
from tools.bench.tables import Row, table
from tools.postgres import server_for_tests
from tools.translation_bench.measuring import Measured, measure, names_of_parts
from tools.translation_bench.sizes import FULL, SMALL, Size

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
LEGEND = "Times are median / 95th percentile. A limit holds for the latter."


def measured(part: str, address: str, size: Size) -> Measured:
    """Measure a part in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(measure, part, address, size).result()


def rows_of(part: str, by_database: Mapping[str, Sequence[Figure]]) -> Iterator[Row]:
    """Yield a row for each thing that was measured, with a figure of each database."""
    for same in zip(*by_database.values(), strict=True):
        first = same[0]
        yield part, first.name, first.limit, *(each.said for each in same), first.remark


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all parts, or those that are named."""
    known = names_of_parts()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=known, default=known, help="measure these parts")
    parser.add_argument("--on", choices=(SQLITE, POSTGRESQL), help="measure on this database alone")
    parser.add_argument("--small", action="store_true", help="measure a site too small to say anything of a large one")
    options = parser.parse_args(arguments)
    size = SMALL if options.small else FULL
    with server_for_tests() as server:
        addresses = {SQLITE: "sqlite://:memory:", POSTGRESQL: server}
        if options.on:
            addresses = {options.on: addresses[options.on]}
        if None in addresses.values():
            sys.exit("No PostgreSQL server answers (see CONTRIBUTING.md, Tests). --on SQLite measures without it.")
        rows: list[Row] = []
        servers: dict[str, str] = {}
        missed: list[str] = []
        for part in options.only:
            found: dict[str, list[Figure]] = {}
            for name, address in addresses.items():
                print(f"{part} on {name} ...", file=sys.stderr, flush=True)
                servers[name], found[name] = measured(part, str(address), size)
                missed += [f"{part}, {each.name}, on {name}" for each in found[name] if not each.is_kept]
            rows += rows_of(part, found)
    print(f"{machine()}; {'; '.join(servers.values())}\n{LEGEND}\n")
    print(table(("part", "what", "limit", *addresses, "of what"), rows))
    sys.exit("\n".join(["\nNot held:", *missed]) if missed else None)


if __name__ == "__main__":
    main()
