"""A site to measure: production's settings and servers, a database and files of its own, on this machine alone."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from tools import ROOT
from tools.delivery_bench.processes import MissingProgramError, below

HOST = "127.0.0.1"
SECONDS_TO_START = 60
WORKERS = 2
GUNICORN, GRANIAN = "gunicorn", "granian"
APPLICATION = "config.wsgi:application"
UNCACHED, CACHED = {"PAGE_CACHE": "false"}, {"PAGE_CACHE": "true"}
KEEPS_NOTHING = "BENCH_KEEPS_NOTHING"  # for the settings of the bench alone: no part of a page is kept either


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def read(address: str, encoding: str = "identity") -> bytes:
    """Return what an address is answered with, in the encoding that is accepted."""
    request = Request(address, headers={"Accept-Encoding": encoding})  # noqa: S310 - our own server
    with urlopen(request, timeout=SECONDS_TO_START) as answer:  # noqa: S310 - as above
        content: bytes = answer.read()
        return content


@dataclass(frozen=True)
class Served:
    """A site that runs.

    Attributes:
        address: of its home page, without the slash at the end.
        workers: the processes that answer.
    """

    address: str
    workers: list[int]

    def read(self, path: str) -> bytes:
        """Return what a path is answered with."""
        return read(f"{self.address}{path}")


@dataclass(frozen=True)
class Site:
    """What a site consists of.

    Attributes:
        folder: holds its files.
        database: its address, as `DATABASE_URL` has it.
        port: at which it is served.
    """

    folder: Path
    database: str
    port: int = field(default_factory=free_port)

    def environment(self, settings: str = "tools.delivery_bench.settings", **more: str) -> dict[str, str]:
        """Return the environment of its processes: what docs/operators/settings.md names, and nothing of ours."""
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
            "DJANGO_SETTINGS_MODULE": settings,
            "DATABASE_URL": self.database,
            "MEDIA_ROOT": str(self.folder / "media"),
            "PRIVATE_ROOT": str(self.folder / "private"),
            "STATIC_ROOT": str(self.folder / "static"),
            "WAGTAILADMIN_BASE_URL": f"http://{HOST}:{self.port}",
            "ALLOWED_HOSTS": HOST,
            "SECRET_KEY": "for-the-bench-only-" * 3,
            "HTTPS_REDIRECT": "false",
            "EMAIL_URL": "consolemail://",
            "LOG_LEVEL": "ERROR",
            "TASKS": "immediate",
            "REDIS_URL": "",
            "FRONTEND_CACHE": "",
            "TRUSTED_PROXIES": "0",
            **more,
        }

    def manage(self, *arguments: str, settings: str = "tools.delivery_bench.settings") -> None:
        """Run a command of manage.py's.

        Raises:
            RuntimeError: it failed; the message holds what was printed.
        """
        command = [sys.executable, "manage.py", *arguments]
        environment = self.environment(settings, **UNCACHED)
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout}")

    @contextmanager
    def served(self, server: str = GUNICORN, **environment: str) -> Iterator[Served]:
        """Serve it by two workers, as production does.

        Args:
            server: "gunicorn", with sync workers, or "granian", as deploy/ has it.
            environment: settings that differ.

        Raises:
            MissingProgramError: the server is not installed.
            RuntimeError: it did not start; the message holds its log.
        """
        if find_spec(server) is None:
            raise MissingProgramError(server)
        at = f"{HOST}:{self.port}"
        own = {
            GUNICORN: ["--worker-class=sync", f"--workers={WORKERS}", f"--bind={at}", "--timeout=120"],
            GRANIAN: ["--interface=wsgi", f"--workers={WORKERS}", f"--host={HOST}", f"--port={self.port}"],
        }[server]
        command = [sys.executable, "-m", server, *own, "--log-level=error", APPLICATION]
        with running(command, self.folder / f"{server}.log", self.environment(**environment)) as process:
            address = f"http://{at}"
            wait_for(f"{address}/health/live/", process, self.folder / f"{server}.log")
            yield Served(address, below(process.pid))


@contextmanager
def running(command: Sequence[str], log: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server beside us, and end it with us."""
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield process
        finally:
            process.terminate()
            process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until an address is answered.

    Raises:
        RuntimeError: the server has ended, or does not answer; the message holds its log.
    """
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urlopen(address, timeout=SECONDS_TO_START).close()  # noqa: S310 - our own server
            return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"{address} is not answered:\n{log.read_text()}")
