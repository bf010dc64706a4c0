"""On what is measured."""

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

CPUINFO, MEMINFO = Path("/proc/cpuinfo"), Path("/proc/meminfo")


def machine() -> str:
    """Return the processor, the memory, the system and the Python of this machine, and the day."""
    processor = _found(CPUINFO, r"model name\s*: (.+)") or platform.machine()
    kilobytes = _found(MEMINFO, r"MemTotal:\s*(\d+) kB")
    said = [
        f"{os.cpu_count()} × {processor}",
        f"{int(kilobytes) / 1024**2:.0f} GiB" if kilobytes else "",
        f"{platform.system()} {platform.release()}",
        f"Python {platform.python_version()}",
        f"{datetime.now(UTC):%Y-%m-%d}",
    ]
    return ", ".join(filter(None, said))


def _found(path: Path, pattern: str) -> str:
    """Return what a pattern holds of a file, or nothing where there is no such file."""
    found = re.search(pattern, path.read_text(encoding="utf-8")) if path.exists() else None
    return found.group(1).strip() if found else ""
