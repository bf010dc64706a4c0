"""A site to measure: production's settings and server, with the example content, on this machine alone."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tools import ROOT

HOST = "127.0.0.1"
SECONDS_TO_START = 60
DATABASE = "site.sqlite3"
APPLICATION = "tools.audit.wsgi:application"
GRANIAN = ("--interface=wsgi", "--no-ws", "--log-level=error", "--blocking-threads=4", "--backpressure=8")


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class DemoSite:
    """A folder that holds all that a site has: database, pictures, documents, static files."""

    folder: Path
    port: int = field(default_factory=free_port)

    @property
    def address(self) -> str:
        """The address of its home page, without the slash at the end."""
        return f"http://{HOST}:{self.port}"

    def prepare(self) -> None:
        """Fill the folder. Development settings load the content, since demo accounts exist nowhere else.

        Raises:
            RuntimeError: it could not be filled; the message holds what was printed.
        """
        self.run("-m", "tools.audit.prepare", settings="dev")
        # The admin's own files, most of them all, are none that readers get.
        self.run("manage.py", "collectstatic", "--noinput", "-v0", "--ignore=wagtail*", settings="production")

    def run(self, *arguments: str, settings: str) -> str:
        """Run Python on this site, and return what it printed.

        Raises:
            RuntimeError: it failed; the message holds what was printed.
        """
        result = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self._environment(settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if result.returncode:
            raise RuntimeError(f"{' '.join(arguments)} failed:\n{result.stdout}")
        return result.stdout

    def copy(self, folder: Path) -> "DemoSite":
        """Return another site with the same content, which may be changed while this one is measured."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        other = DemoSite(folder)
        with closing(sqlite3.connect(folder / DATABASE)) as database, database:
            # Whole addresses, as in feeds, have the port of the site that they are on.
            database.execute("UPDATE wagtailcore_site SET port = ?", [other.port])
        return other

    @contextmanager
    def running(self, settings: str = "production") -> Iterator[str]:
        """Serve the site with the server and the settings of production or of development; give its address."""
        command = {
            "production": ["-m", "granian", *GRANIAN, f"--host={HOST}", f"--port={self.port}", APPLICATION],
            "dev": ["manage.py", "runserver", "--noreload", f"{HOST}:{self.port}"],
        }[settings]
        with (self.folder / "server.log").open("w") as log:
            server = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self._environment(settings),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            try:
                self._wait_for(server)
                yield self.address
            finally:
                server.terminate()
                server.wait()

    def _environment(self, settings: str) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
            "DJANGO_SETTINGS_MODULE": f"config.settings.{settings}",
            "DATABASE_URL": f"sqlite:///{self.folder / DATABASE}",
            "MEDIA_ROOT": str(self.folder / "media"),
            "PRIVATE_ROOT": str(self.folder / "private"),
            "STATIC_ROOT": str(self.folder / "static"),
            "WAGTAILADMIN_BASE_URL": self.address,
            "REDIS_URL": "",
            "ALLOWED_HOSTS": HOST,
            "SECRET_KEY": "for-the-audit-only-" * 3,
            "HTTPS_REDIRECT": "false",
            "EMAIL_URL": "consolemail://",
            "LOG_LEVEL": "ERROR",
        }

    def _wait_for(self, server: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and server.poll() is None:
            try:
                urlopen(f"{self.address}/health/live/", timeout=SECONDS_TO_START).close()  # noqa: S310 - our own server
                return
            except URLError:
                time.sleep(0.1)
        raise RuntimeError(f"The site did not start:\n{(self.folder / 'server.log').read_text()}")


@contextmanager
def demo_site() -> Iterator[str]:
    """Prepare and serve a site in a temporary folder; give its address."""
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        site = DemoSite(Path(folder))
        site.prepare()
        with site.running() as address:
            yield address
