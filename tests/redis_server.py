"""A real Redis for the tests that are about one, on a socket of its own; it keeps nothing on disk."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

MISSING = shutil.which("redis-server") is None


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """Run a Redis in a folder, and give its address."""
    path = folder / "redis.sock"
    command = ["redis-server", "--port", "0", "--unixsocket", str(path), "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while not _answers(path) and process.poll() is None:
        Event().wait(0.02)
    try:
        yield f"unix://{path}"
    finally:
        process.terminate()
        process.wait()


def _answers(path: Path) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.connect(str(path))
    except OSError:
        return False
    return True
