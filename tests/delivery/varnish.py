"""A real Varnish before the site under test, which answers from the transaction of the test."""

import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections

ROOT = Path(__file__).resolve().parents[2]
VCL = ROOT / "deploy" / "varnish" / "default.vcl"
HOST = "127.0.0.1"
SECONDS_TO_START = 30
# Tests cannot move Varnish's clock: what says so is old at once, and nothing old is shown while the site is well.
IN_TESTS = (
    (
        "import std;",
        "import std; sub vcl_backend_response { if (beresp.http.X-Short-Lived) { set beresp.ttl = 1ms; } }",
    ),
    ("set req.grace = 10s;", "set req.grace = 0s;"),
)


def program() -> str | None:
    """Return the path of Varnish, or None where it is not installed."""
    return shutil.which("varnishd", path=os.pathsep.join((os.environ["PATH"], "/usr/sbin")))


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(folder: Path, site_port: int) -> Iterator[int]:
    """Start Varnish with the project's VCL, and give its port. Its probe of the site is left for dead and for well."""
    vcl = folder / "test.vcl"
    text = VCL.read_text(encoding="utf-8").replace('.port = "8000"', f'.port = "{site_port}"')
    for ours, tests in IN_TESTS:
        text = text.replace(ours, tests)
    vcl.write_text(re.sub(r"    \.probe = \{.*?\n    \}\n", "", text, flags=re.DOTALL), encoding="utf-8")
    port = free_port()
    listen = f"{HOST}:{port}"
    # `-j none`: this user's own rights, in a folder of its own
    command = [str(program()), "-F", "-j", "none", "-n", str(folder / "work"), "-a", listen, "-f", str(vcl)]
    # The next test's site listens where the last one's has ended
    command += ["-p", "backend_remote_error_holddown=0", "-p", "backend_local_error_holddown=0"]
    with (folder / "varnish.log").open("w") as log:
        process = subprocess.Popen([*command, "-s", "malloc,32m"], stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_for(port, process, folder / "varnish.log")
            yield port
        finally:
            process.terminate()
            process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = monotonic() + SECONDS_TO_START
    while monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            threading.Event().wait(0.05)
    raise RuntimeError(log.read_text())


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *_arguments: object) -> None: ...


@dataclass(frozen=True)
class Served:
    """The site under test.

    Attributes:
        asked: the addresses that were asked of it so far.
        more: headers that its answers get besides.
        stop: ends it, so that nobody answers at its port.
    """

    stop: Callable[[], None]
    asked: list[str] = field(default_factory=list)
    more: list[tuple[str, str]] = field(default_factory=list)


@contextmanager
def served(port: int) -> Iterator[Served]:
    """Serve the site from the test's own connection."""
    shared = {each.alias: each for each in connections.all()}
    application = WSGIHandler()

    def answer(environ, start_response):
        site.asked.append(environ["PATH_INFO"])
        return application(environ, lambda status, headers: start_response(status, [*headers, *site.more]))

    def stop() -> None:
        server.shutdown()
        server.server_close()

    def serve() -> None:
        for alias, connection in shared.items():
            connections[alias] = connection
        server.serve_forever(poll_interval=0.01)

    for connection in shared.values():
        connection.inc_thread_sharing()
    with make_server(HOST, port, answer, handler_class=Quiet) as server:
        site = Served(stop)
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
            for connection in shared.values():
                connection.dec_thread_sharing()
