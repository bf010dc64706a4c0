"""Run every check and test of the project, and say at the end what failed and what was left out.

`make test` runs everything; `make lint` and `make types` name the group they want.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

from tools import ROOT, SUDO, VENV, node
from tools.chromium import REMEDY, find_chromium
from tools.parts import PROCESSORS, Missing, Part, report, run_all
from tools.postgres import server_for_tests

BIN = VENV / "bin"
PYTHON = str(BIN / "python")
MANAGE = [PYTHON, "manage.py"]
PYTEST = [PYTHON, "-m", "pytest"]
# Where Debian puts servers, which few people have in their path
SYSTEM_PATH = os.pathsep.join((os.environ["PATH"], "/usr/sbin"))
# Two parts of the tests run side by side, so that on two processors each has one, and makes its database only once.
WORKERS = ["-n", str(PROCESSORS // 2 if PROCESSORS >= 4 else 0)]
# A third of all tests: in a part of their own, so that the others do not end long after everything else
APART = ["tests/permissions", "tests/translation"]


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


def tests(stack: ExitStack, *, in_depth: bool) -> Iterator[Part | Missing]:
    """The tests, on both databases, and once in a browser. The second database hears a sample, if not in depth."""
    not_browser = [*PYTEST, "-m", "not browser", *WORKERS]
    yield Part("tests on SQLite", [*not_browser, *(f"--ignore={folder}" for folder in APART)])
    yield Part("tests of translation and permissions on SQLite", [*not_browser, *APART])
    if address := stack.enter_context(server_for_tests()):
        chosen = ["--only-database"] if in_depth else ["--only-database", "--sample"]
        yield Part("tests on PostgreSQL", [*not_browser, *chosen], {"DATABASE_URL": address})
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
        yield Missing("tests in a browser", "no Chromium", f"{REMEDY} && make test")
    if why := node.why_missing():
        yield Missing("whether the HTML is valid", why, node.REMEDY)
    if not shutil.which("varnishd", path=SYSTEM_PATH):
        yield Missing("what Varnish keeps", "no Varnish", f"{SUDO}apt-get install varnish && make test")
    if not shutil.which("wrk") or not shutil.which("nginx", path=SYSTEM_PATH):
        yield Missing(
            "whether the bench runs", "no wrk or nginx", f"{SUDO}apt-get install wrk nginx-light && make test"
        )
    if not shutil.which("redis-server"):
        yield Missing("what Redis keeps", "no Redis", f"{SUDO}apt-get install redis-server && make test")
    if not shutil.which("xgettext"):
        yield Missing(
            "whether the catalogues hold every text of the code",
            "no xgettext",
            f"{SUDO}apt-get install gettext && make test",
        )


def install_programs() -> None:
    """As root on Debian, install what the suite needs beside Python's packages."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    needed = {
        "chromium": find_chromium(),
        "gettext": shutil.which("xgettext"),
        "nodejs": shutil.which("node"),
        "nginx-light": shutil.which("nginx", path=SYSTEM_PATH),
        "npm": shutil.which("npm"),
        "redis-server": shutil.which("redis-server"),
        "varnish": shutil.which("varnishd", path=SYSTEM_PATH),
        "wrk": shutil.which("wrk"),
    }
    wanted = [package for package, found in needed.items() if not found]
    if not wanted:
        return
    print(f"Installing {' and '.join(wanted)} ...", flush=True)
    apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # What fails here is named at the end as left out, with its command, so the rest still runs.
    subprocess.run([*apt, "update"], env=env, check=False)
    subprocess.run([*apt, "install", "-y", "--no-install-recommends", *wanted], env=env, check=False)


def parts_of(group: str | None, stack: ExitStack, *, in_depth: bool) -> tuple[list[Part], list[Missing]]:
    """Return the parts of one group or of all, and what cannot run."""
    groups = {"lint": lint, "types": types, "django": django, "tests": lambda: tests(stack, in_depth=in_depth)}
    found = [each for name, make in groups.items() if group in {None, name} for each in make()]
    return [each for each in found if isinstance(each, Part)], [each for each in found if isinstance(each, Missing)]


def main() -> None:
    """Run the group named on the command line, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("group", nargs="?", choices=["lint", "types", "django", "tests"], help="all by default")
    parser.add_argument("--nothing-left-out", action="store_true", help="fail where a part cannot run")
    parser.add_argument("--in-depth", action="store_true", help="ask the second database everything")
    options = parser.parse_args()
    (ROOT / "var").mkdir(exist_ok=True)
    if options.group in {None, "tests"}:
        install_programs()
    with ExitStack() as stack:
        parts, missing = parts_of(options.group, stack, in_depth=options.in_depth)
        done = run_all(parts)
    report(done, missing)
    sys.exit(not all(each.passed for each in done) or bool(missing and options.nothing_left_out))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
