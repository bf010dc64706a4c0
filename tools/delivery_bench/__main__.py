"""Measure how the public site is served, and print what came of it; fails if a limit is not held.

    python -m tools.delivery_bench [--only pages search] [--on SQLite] [--sizes 100 10000] [--small] [--json PATH]

Each part is measured on a site of its own, on a database that is removed after it, by way of this machine's loopback
address alone. wrk, Varnish and nginx are asked for by some; a part whose program is not installed is not measured, and
that is a failure too. `TEST_DATABASE_URL` names the PostgreSQL server as for `make test`. The bench wants a machine
that does nothing else.
"""

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

from tools.bench.machine import machine
from tools.bench.tables import Row, table
from tools.delivery_bench.databases import SQLITE as SQLITE_SERVER
from tools.delivery_bench.databases import new_database
from tools.delivery_bench.measuring import Measured, copied, in_new_process, measure, names_of_parts, prepare
from tools.delivery_bench.site import GRANIAN, Site
from tools.delivery_bench.sizes import FULL, SMALL, Size
from tools.postgres import server_for_tests

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
LEGEND = "× is a multiple of what it is compared with. Many times: median / 95th percentile, which is limited."
Results = dict[tuple[str, str], Measured]


def measured_on(server: str, only: Sequence[str], size: Size) -> dict[str, Measured]:
    """Measure parts on one server of databases, each on a copy of one site."""
    found = {}
    with tempfile.TemporaryDirectory(prefix="delivery-bench-") as name:
        folder = Path(name)
        with new_database(server, folder, "empty") as address:
            (folder / "site").mkdir()
            print("preparing a site ...", file=sys.stderr, flush=True)
            site = Site(folder / "site", address)
            prepare(site, size)
            for part in only:
                print(f"{part} ...", file=sys.stderr, flush=True)
                with new_database(server, folder, part, template=address) as own:
                    found[part] = in_new_process(measure, part, copied(site, folder / part, own), size)
    return found


def rows_of(results: Results) -> list[Row]:
    """Return a row for each figure, and one for each part that was not measured."""
    rows: list[Row] = []
    for (part, name), measured in results.items():
        rows += [(part, each.name, name, each.said, each.limit, each.remark) for each in measured.figures]
        if measured.missing:
            rows.append((part, "the rest", name, "NOT MEASURED", "", f"{measured.missing} is not installed"))
    return rows


def failures(results: Results) -> list[str]:
    """Return what is not as promised, and what was not measured."""
    found = []
    for (part, name), measured in results.items():
        found += [
            f"{part}, {each.name}, on {name}: {each.said}, {each.limit}"
            for each in measured.figures
            if not each.is_kept
        ]
        if measured.missing:
            found.append(f"{part} on {name}: not measured, as {measured.missing} is not installed")
    return found


def as_json(results: Results, failed: list[str], arguments: Sequence[str]) -> str:
    """Return all that was measured, for machines to read."""
    figures: list[dict[str, Any]] = [
        {"part": part, "on": name, **asdict(each), "is_kept": each.is_kept}
        for (part, name), measured in results.items()
        for each in measured.figures
    ]
    servers = {name: measured.server for (_part, name), measured in results.items()}
    missing = [
        {"part": part, "on": name, "program": measured.missing}
        for (part, name), measured in results.items()
        if measured.missing
    ]
    said = {"machine": machine(), "arguments": list(arguments), "servers": servers, "figures": figures}
    return json.dumps({**said, "not_measured": missing, "failures": failed}, ensure_ascii=False, indent=1)


def stop(number: int, _frame: object) -> NoReturn:
    """End in order, so that no database is left, whatever ends us."""
    sys.exit(128 + number)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all parts, or those that are named."""
    arguments = sys.argv[1:] if arguments is None else arguments
    known = names_of_parts()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=known, default=known, metavar="PART", help=", ".join(known))
    parser.add_argument("--on", choices=(SQLITE, POSTGRESQL), help="measure on this database alone")
    parser.add_argument("--sizes", nargs="+", type=int, help="numbers of news items, in place of 100 10000 100000")
    parser.add_argument("--small", action="store_true", help="show that it runs, on a site too small to say anything")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args(arguments)
    size = SMALL if options.small else FULL
    if options.sizes:
        sizes = tuple(sorted(options.sizes))
        size = replace(size, news=sizes, searched=(min(size.searched[0], sizes[-1] // 2), sizes[-1]))
        size = replace(size, reindexed=min(size.reindexed, sizes[-1]))
    results: Results = {}
    with server_for_tests() as server:
        addresses = {SQLITE: SQLITE_SERVER, POSTGRESQL: server}
        if options.on:
            addresses = {options.on: addresses[options.on]}
        if None in addresses.values():
            sys.exit("No PostgreSQL server answers (see CONTRIBUTING.md, Tests). --on SQLite measures without it.")
        for name, address in addresses.items():
            print(f"on {name}", file=sys.stderr, flush=True)
            for part, measured in measured_on(str(address), options.only, size).items():
                results[part, name] = measured
    print(f"{machine()}; {'; '.join({measured.server for measured in results.values()})}")
    if find_spec(GRANIAN) is None:
        print("granian is not installed, so it has no figures.")
    print(f"{LEGEND}\n\n{table(('part', 'what', 'on', 'measured', 'limit', 'of what'), rows_of(results))}")
    failed = failures(results)
    if options.json:
        options.json.write_text(as_json(results, failed, arguments), encoding="utf-8")
    sys.exit("\n".join(["\nNot held:", *failed]) if failed else None)


if __name__ == "__main__":
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, stop)
    main()
