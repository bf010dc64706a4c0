"""Run every check and test of the project, and say at the end what failed and what was left out.

`make test` runs everything; `make lint` and `make types` name the group they want.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

from tools import ROOT, VENV
from tools.postgres import server_for_tests

BIN = VENV / "bin"
PYTHON = str(BIN / "python")
MANAGE = [PYTHON, "manage.py"]
PYTEST = [PYTHON, "-m", "pytest"]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Tests that ask no database, so once is enough
NO_DATABASE = (
    "tests/config/test_production.py",
    "tests/test_catalogues.py",
    "tests/test_layout.py",
    "tests/tools",
)

# What a developer's shell may hold, and what the tests must not depend on
OURS = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "MEDIA_ROOT", "REDIS_URL", "WAGTAILADMIN_BASE_URL")


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


def lint() -> Iterator[Part]:
    """Style, and the direction of imports."""
    yield Part("ruff", [str(BIN / "ruff"), "check", "."])
    yield Part("ruff format", [str(BIN / "ruff"), "format", "--check", "."])
    yield Part("templates", [str(BIN / "djlint"), "site/templates", "--lint", "--quiet"])
    yield Part("imports", [str(BIN / "lint-imports"), "--no-logo"], {"PYTHONPATH": "site:."})


def types() -> Iterator[Part]:
    """Static types."""
    yield Part("mypy", [PYTHON, "-m", "mypy"])


def django() -> Iterator[Part]:
    """What Django checks by itself."""
    settings = {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
    yield Part("checks", [*MANAGE, "check", "--fail-level", "WARNING"], settings)
    yield Part("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], settings)


def tests(stack: ExitStack) -> Iterator[Part | Missing]:
    """The tests, on both databases, and once in a browser."""
    workers = ["-n", "auto"]
    not_browser = [*PYTEST, "-m", "not browser", *workers]
    yield Part("tests on SQLite", not_browser)
    if address := stack.enter_context(server_for_tests()):
        elsewhere = [f"--ignore={path}" for path in NO_DATABASE]
        yield Part("tests on PostgreSQL", [*not_browser, *elsewhere], {"DATABASE_URL": address})
    elif named := os.environ.get("TEST_DATABASE_URL"):
        yield Missing(
            "tests on PostgreSQL",
            f"no server that lets us make databases answers at TEST_DATABASE_URL ({named.rpartition('@')[2]})",
            "make test TEST_DATABASE_URL=postgres://USER:PASSWORD@HOST:5432/NAME",
        )
    else:
        yield Missing("tests on PostgreSQL", "no PostgreSQL server", f"{SUDO}apt-get install postgresql && make test")
    if chromium := find_chromium():
        yield Part("tests in a browser", [*PYTEST, "-m", "browser", "-n0"], {"CHROMIUM": chromium})
    else:
        yield Missing("tests in a browser", "no Chromium", f"{SUDO}apt-get install chromium && make test")
    if not shutil.which("xgettext"):
        yield Missing(
            "whether the catalogues hold every text of the code",
            "no xgettext",
            f"{SUDO}apt-get install gettext && make test",
        )


SUDO = "" if os.geteuid() == 0 else "sudo "


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one that `CHROMIUM` names, or Debian's, or Chrome."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else CHROMIUM_NAMES)), None)


def install_programs() -> None:
    """As root on Debian, install what the suite needs beside Python's packages."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    wanted = [
        package
        for package, found in (("chromium", find_chromium()), ("gettext", shutil.which("xgettext")))
        if not found
    ]
    if not wanted:
        return
    print(f"Installing {' and '.join(wanted)} ...", flush=True)
    apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # What fails here is named at the end as left out, with its command, so the rest still runs.
    subprocess.run([*apt, "update"], env=env, check=False)
    subprocess.run([*apt, "install", "-y", "--no-install-recommends", *wanted], env=env, check=False)


def run(part: Part, temporary: str) -> tuple[bool, float]:
    """Run a part with its output on the terminal; return whether it passed and how many seconds it took."""
    print(f"\n--- {part.name}: {' '.join(part.command).replace(str(ROOT) + '/', '')}", flush=True)
    env = {name: value for name, value in os.environ.items() if name not in OURS}
    env |= {"TMPDIR": temporary, **part.env}
    started = time.monotonic()
    try:
        passed = subprocess.run(part.command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL).returncode == 0
    except OSError as error:
        print(error)
        passed = False
    return passed, time.monotonic() - started


def run_all(only: str | None) -> tuple[list[tuple[Part, bool, float]], list[Missing]]:
    """Run the parts of one group or of all, every one even when others fail."""
    done: list[tuple[Part, bool, float]] = []
    missing: list[Missing] = []
    with tempfile.TemporaryDirectory(prefix="stowarzyszenie-") as temporary, ExitStack() as stack:
        everything: dict[str, Iterator[Part | Missing]] = {
            "lint": lint(),
            "types": types(),
            "django": django(),
            "tests": tests(stack),
        }
        for group in [only] if only else everything:
            for part in everything[group]:
                if isinstance(part, Missing):
                    missing.append(part)
                else:
                    done.append((part, *run(part, temporary)))
    return done, missing


def report(done: list[tuple[Part, bool, float]], missing: list[Missing]) -> None:
    """Print what ran, what was left out, and how to get it."""
    print("\n" + "=" * 30)
    for part, passed, seconds in done:
        print(f"{'passed' if passed else 'FAILED':<8} {part.name} ({seconds:.0f} s)")
    for each in missing:
        print(f"LEFT OUT {each.name}: {each.why}. To have it run:  {each.remedy}")
    failed = sum(not passed for _part, passed, _seconds in done)
    if failed:
        print(f"{failed} of {len(done)} parts failed.")
    elif missing:
        print(f"All {len(done)} parts that ran passed; {len(missing)} left out, see above.")
    else:
        print(f"All {len(done)} parts passed, nothing was left out.")


def main() -> None:
    """Run the group named on the command line, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("group", nargs="?", choices=["lint", "types", "django", "tests"], help="all by default")
    parser.add_argument("--nothing-left-out", action="store_true", help="fail where a part cannot run")
    options = parser.parse_args()
    (ROOT / "var").mkdir(exist_ok=True)
    if options.group in {None, "tests"}:
        install_programs()
    done, missing = run_all(options.group)
    report(done, missing)
    sys.exit(not all(passed for _part, passed, _seconds in done) or bool(missing and options.nothing_left_out))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
