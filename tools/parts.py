"""The parts of the suite: run side by side on as many processors as there are, and reported in the end."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock

from tools import ROOT

# What a developer's shell may hold, and what the tests must not depend on
OURS = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "MEDIA_ROOT", "REDIS_URL", "TASKS", "WAGTAILADMIN_BASE_URL")
PROCESSORS = os.cpu_count() or 1


@dataclass
class Part:
    """One command of the suite."""

    name: str
    command: list[str]
    env: dict[str, str] = field(default_factory=dict)


@dataclass
class Missing:
    """A part that cannot run on this machine, and the command that gets what it needs."""

    name: str
    why: str
    remedy: str


@dataclass
class Done:
    """A part that has run."""

    part: Part
    passed: bool
    seconds: float


def run_all(parts: Iterable[Part]) -> list[Done]:
    """Run every part, even when others fail, and print what each says when it has ended."""
    terminal = Lock()

    def run(part: Part) -> Done:
        started = time.monotonic()
        passed, output = _run(part, temporary)
        done = Done(part, passed, time.monotonic() - started)
        with terminal:
            print(f"\n--- {part.name}: {' '.join(part.command).replace(f'{ROOT}/', '')}\n{output}", end="", flush=True)
        return done

    with tempfile.TemporaryDirectory(prefix="stowarzyszenie-") as temporary, ThreadPoolExecutor(PROCESSORS) as pool:
        return list(pool.map(run, parts))


def _run(part: Part, temporary: str) -> tuple[bool, str]:
    env = {name: value for name, value in os.environ.items() if name not in OURS}
    env |= {"TMPDIR": temporary, **part.env}
    try:
        result = subprocess.run(
            part.command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        return False, f"{error}\n"
    return result.returncode == 0, result.stdout


def report(done: list[Done], missing: list[Missing]) -> None:
    """Print what ran, what was left out, and how to get it."""
    print("\n" + "=" * 30)
    for each in done:
        print(f"{'passed' if each.passed else 'FAILED':<8} {each.part.name} ({each.seconds:.0f} s)")
    for left in missing:
        print(f"LEFT OUT {left.name}: {left.why}. To have it run:  {left.remedy}")
    failed = sum(not each.passed for each in done)
    if failed:
        print(f"{failed} of {len(done)} parts failed.")
    elif missing:
        print(f"All {len(done)} parts that ran passed; {len(missing)} left out, see above.")
    else:
        print(f"All {len(done)} parts passed, nothing was left out.")
