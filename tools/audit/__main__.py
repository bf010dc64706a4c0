"""Measure the public site as readers get it, over every kind of page, and print what came of it in one table.

`make audit` runs everything; `make audit ARGS="--only lighthouse --page /"` a part of it. The faults themselves are
printed and written to var/audit/report.json, what a screen reader says of each page to var/audit/read-aloud/.
"""

import argparse
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from urllib.error import URLError
from urllib.request import urlopen

from tools import ROOT, node
from tools.audit.checks.lighthouse import RUNS
from tools.audit.grids import GRIDS, Audit
from tools.audit.report import Row, table, write
from tools.audit.site import demo_site
from tools.audit.tabs import chromium
from tools.chromium import REMEDY, find_chromium

FOLDER = ROOT / "var" / "audit"
ON_NODE = {"html", "lighthouse"}
MOST_FAULTS = 20  # of one check, on the terminal


def missing(checks: list[str]) -> Iterator[str]:
    """Yield what this machine lacks for the checks, with how to get it."""
    if not find_chromium():
        yield f"no Chromium. To have it:  {REMEDY}"
    if ON_NODE & set(checks) and (why := node.why_missing()):
        yield f"{why}. To have it:  {node.REMEDY}"


@contextmanager
def site_at(address: str | None) -> Iterator[str]:
    """Give the address of the site that was named, or of one of our own."""
    if address is None:
        print("Preparing a site with the example content ...", flush=True)
        with demo_site() as own:
            yield own
        return
    try:
        urlopen(address).close()  # noqa: S310 - the site that somebody asks to have measured
    except (URLError, ValueError) as error:
        sys.exit(f"Nothing answers at {address}: {error}")
    yield address.rstrip("/")


def run(audit: Audit, checks: list[str]) -> list[Row]:
    """Run checks one after the other, and say what each found."""
    rows = []
    for check in checks:
        started = time.monotonic()
        print(f"--- {check}", flush=True)
        done = list(GRIDS[check](audit))
        for row in done:
            for fault in row.faults[:MOST_FAULTS]:
                print(f"  {row.check}: {fault}")
            if len(row.faults) > MOST_FAULTS:
                print(f"  ... and {len(row.faults) - MOST_FAULTS} more")
        print(f"  {time.monotonic() - started:.0f} s", flush=True)
        rows += done
    return rows


def stop(number: int, _frame: object) -> NoReturn:
    """End in order, and the site that was started with us."""
    sys.exit(128 + number)


def main() -> None:
    """Run the checks that were asked for; end with an error if one failed or cannot run."""
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--only", action="append", choices=GRIDS, help="a check, again for several; all by default")
    parser.add_argument(
        "--page", action="append", default=[], help="a path, again for several; by default those chosen"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help=f"how often Lighthouse measures a page ({RUNS})")
    parser.add_argument("--site", help="the address of a site that runs already; by default one is started")
    options = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    checks = [check for check in GRIDS if check in (options.only or GRIDS)]
    if lacks := list(missing(checks)):
        sys.exit("\n".join(f"The audit cannot run: {each}" for each in lacks))
    try:
        with site_at(options.site) as site, chromium() as browser:
            rows = run(Audit(site, browser, tuple(options.page), options.runs, FOLDER), checks)
    except RuntimeError as error:
        sys.exit(str(error))
    write(rows, FOLDER / "report.json")
    failed = sum(not row.passed for row in rows)
    print(f"\n{table(rows)}\n")
    print(f"{failed} of {len(rows)} failed" if failed else "All passed", f"(all faults: {FOLDER / 'report.json'})")
    sys.exit(bool(failed))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
