"""Lighthouse as it comes, on a phone: the median of several runs, on a machine that does nothing else.

A page is measured no more often than its median needs to be sure: where three of five runs reach the bound, so does
the median, whatever the other two would have given. What is told is then the least that the median can be.
"""

import json
import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tools import node
from tools.chromium import FLAGS, find_chromium

BOUNDS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 5
TRIES = 3  # of one run: it happens that Lighthouse records nothing and asks to be run again
LONGEST_RUN = 180  # seconds
IDLE = 0.85  # the part of the machine that must have nothing to do before a run
LONGEST_WAIT = 120  # seconds


@dataclass
class Scores:
    """Of one page: the median score of each category, 0 to 100, or the least that it can be, and what cost points."""

    medians: dict[str, int]
    lost: dict[str, set[str]] = field(default_factory=dict)
    was_idle: bool = True

    def faults(self, category: str) -> list[str]:
        """Return what is under the bound of a category, with the audits that made it so."""
        if self.medians[category] >= BOUNDS[category]:
            return []
        busy = "" if self.was_idle or category != "performance" else "; the machine was busy"
        return [f"{self.medians[category]}: {', '.join(sorted(self.lost[category]))}{busy}"]


def score(address: str, runs: int = RUNS) -> Scores:
    """Run Lighthouse on an address, at most so often.

    Raises:
        RuntimeError: it could not be installed, or gave no report.
    """
    node.install("lighthouse")
    was_idle = True
    reports: list[dict] = []
    medians = dict.fromkeys(BOUNDS, 0)
    while len(reports) < runs and not (reports and is_sure(medians)):
        was_idle &= wait_until_idle()
        reports.append(_run(address))
        medians = {category: least_median(_scores(reports, category), runs) for category in BOUNDS}
    return Scores(medians, {category: _lost(reports[-1], category) for category in BOUNDS}, was_idle)


def is_sure(medians: dict[str, int]) -> bool:
    """Return whether every category has reached its bound."""
    return all(medians[category] >= bound for category, bound in BOUNDS.items())


def least_median(scores: list[int], runs: int) -> int:
    """Return the least that the median of all the runs can be, when so many scores are known: 0 to 100."""
    unknown = [0] * (runs - len(scores))
    return statistics.median_low([*scores, *unknown])


def _scores(reports: list[dict], category: str) -> list[int]:
    return [round(100 * report["categories"][category]["score"]) for report in reports]


def _run(address: str) -> dict:
    for _try in range(TRIES):
        report = _report(address)
        if "runtimeError" not in report:
            return report
    raise RuntimeError(f"Lighthouse on {address}: {report['runtimeError']['message']}")


def _report(address: str) -> dict:
    with tempfile.TemporaryDirectory(prefix="lighthouse-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "report.json"
        flags = " ".join(("--headless", *FLAGS, f"--user-data-dir={folder}/profile"))
        result = subprocess.run(
            [
                str(node.program("lighthouse")),
                address,
                "--quiet",
                "--output=json",
                f"--output-path={file}",
                f"--only-categories={','.join(BOUNDS)}",
                "--no-enable-error-reporting",
                f"--chrome-flags={flags}",
            ],
            env={**os.environ, "CHROME_PATH": find_chromium() or ""},
            capture_output=True,
            text=True,
            timeout=LONGEST_RUN,
        )
        if not file.exists():
            raise RuntimeError(f"Lighthouse gave no report of {address}:\n{result.stderr}")
        return json.loads(file.read_text(encoding="utf-8"))


def _lost(report: dict, category: str) -> set[str]:
    weights = {reference["id"]: reference["weight"] for reference in report["categories"][category]["auditRefs"]}
    return {
        name
        for name, weight in weights.items()
        if weight and (report["audits"][name]["score"] if report["audits"][name]["score"] is not None else 1) < 1
    }


def wait_until_idle() -> bool:
    """Wait until the machine has nothing else to do; return whether that was so in the end.

    Where the system does not say how busy it is, nothing is waited for.
    """
    clock = Path("/proc/stat")
    if not clock.exists():
        return True
    deadline = time.monotonic() + LONGEST_WAIT
    while True:
        before = _ticks(clock)
        time.sleep(1.5)
        after = _ticks(clock)
        idle = (after[0] - before[0]) / max(after[1] - before[1], 1)
        if idle >= IDLE:
            return True
        if time.monotonic() > deadline:
            return False


def _ticks(clock: Path) -> tuple[int, int]:
    """Return how long all processors had nothing to do, and how long they have run, in the system's ticks."""
    values = [int(value) for value in clock.read_text().split("\n", 1)[0].split()[1:9]]
    return values[3] + values[4], sum(values)
