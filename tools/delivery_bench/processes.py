"""What the processes of a server have used, as Linux counts it, and the programs that are there."""

import os
import shutil
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
MORE_PLACES = "/usr/sbin"


class MissingProgramError(Exception):
    """A program that is measured with is not installed; the message names it."""


def program(name: str) -> str:
    """Return the path of a program.

    Raises:
        MissingProgramError: it is not there.
    """
    found = shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), MORE_PLACES)))
    if found is None:
        raise MissingProgramError(name)
    return found


def below(parent: int) -> list[int]:
    """Return the processes that a process has started, and those that they have."""
    parents = {}
    for folder in PROC.iterdir():
        if folder.name.isdecimal() and (fields := _stat(int(folder.name))):
            parents[int(folder.name)] = int(fields[1])
    found, new = [], [parent]
    while new:
        new = [pid for pid, of in parents.items() if of in new]
        found += new
    return sorted(found)


def cpu_seconds(pids: list[int]) -> float:
    """Return the time of processors that processes have used so far, as users and as system."""
    return sum(int(fields[11]) + int(fields[12]) for pid in pids if (fields := _stat(pid))) / TICKS


def megabytes(pid: int) -> float:
    """Return how much of a process is in memory now (RSS)."""
    return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE / 1e6


def _stat(pid: int) -> list[str]:
    """Return the fields of a process after its name, from its state on; none if it has ended."""
    try:
        text = (PROC / str(pid) / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return []
    return text.rpartition(")")[2].split()
