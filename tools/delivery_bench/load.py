"""Many requests for one address, by wrk."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.delivery_bench.processes import cpu_seconds, program

SCRIPT = Path(__file__).with_name("report.lua")
CONNECTIONS = 8
IDENTITY, GZIP = "identity", "gzip"  # what is accepted: the former by tools, the latter by browsers
MOST_LOST = 0.01  # share of requests


@dataclass(frozen=True)
class Load:
    """What came of it.

    Attributes:
        requests: that were answered.
        seconds: that it took.
        cpu: seconds of processors that the processes asked for used meanwhile.
    """

    requests: int
    seconds: float
    cpu: float

    @property
    def per_second(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds

    @property
    def milliseconds(self) -> float:
        """Time of processors for one request."""
        return self.cpu * 1000 / self.requests


def load(
    address: str, seconds: int, workers: list[int], connections: int = CONNECTIONS, encoding: str = IDENTITY
) -> Load:
    """Ask for an address for so many seconds, by as many connections.

    Args:
        workers: the processes whose time is counted.
        encoding: of the answer, that is accepted.

    Raises:
        MissingProgramError: wrk is not installed.
        RuntimeError: it was answered with errors; the message holds what wrk said.
    """
    before = cpu_seconds(workers)
    command = [program("wrk"), "--threads=1", f"--connections={connections}", f"--duration={seconds}s"]
    command += ["--timeout=30s", f"--header=Accept-Encoding: {encoding}", f"--script={SCRIPT}", address]
    done = subprocess.run(command, capture_output=True, text=True)
    line = next((line for line in done.stdout.splitlines() if line.startswith("FIGURES ")), None)
    if done.returncode or line is None:
        raise RuntimeError(f"wrk {address} failed:\n{done.stdout}{done.stderr}")
    requests, microseconds, refused, lost = map(int, line.split()[1:])
    if not requests or refused or lost > requests * MOST_LOST:
        raise RuntimeError(f"{address} was answered with errors:\n{done.stdout}")
    return Load(requests, microseconds / 1e6, cpu_seconds(workers) - before)
