"""The image's own server with production's settings: it answers the probes, writes nothing into the code, and stops."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.config.test_production import NEEDED
from tests.deploy.reading import ROOT, only, stages, variables
from tests.own_database import copy_of_database

pytestmark = [pytest.mark.django_db, pytest.mark.each_case]
FINAL = stages()[1]
SECONDS = 120


@pytest.fixture
def committed(django_db_setup, django_db_blocker, tmp_path):
    with copy_of_database(django_db_blocker, tmp_path) as address:
        yield address


@pytest.fixture
def _django_db_helper(committed):
    """Stands in for pytest-django's, which keeps a test in one transaction that other processes do not see."""


def code() -> dict[Path, int]:
    """Return when each file of the code was last written."""
    found = (path for folder in ("site", "home", "docs", "deploy") for path in (ROOT / folder).rglob("*"))
    return {path: path.stat().st_mtime_ns for path in found if path.is_file() and path.suffix != ".pyc"}


@pytest.fixture
def server(committed, tmp_path):
    """The server as the image starts it, on a port and a database of ours, and its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    words = only(FINAL, "CMD").words()
    words[0] = f"{sys.prefix}/bin/{words[0]}"
    words[words.index("--host") + 1] = "127.0.0.1"
    words[words.index("--port") + 1] = port
    env = {**NEEDED, **variables(FINAL), "PATH": os.environ["PATH"], "DATABASE_URL": committed, "PORT": port}
    env |= {name: str(tmp_path / name) for name in ("PRIVATE_ROOT", "MEDIA_ROOT", "STATIC_ROOT")}
    process = subprocess.Popen(words, cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    yield process, env
    process.kill()
    process.communicate()


def probed(name, env):
    """Ask as the image's health check does."""
    command = [sys.executable, "deploy/probe.py", name]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False).stdout.strip()


def test_it_answers_its_probes_and_ends_when_it_is_told(server):
    process, env = server
    before = code()
    said = ""
    while "Started worker-2" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    # The first request waits until a worker takes it.
    assert [probed(name, env) for name in ("live", "ready", "work")] == ["200", "200", "503"]
    process.send_signal(signal.SIGTERM)
    output, _nothing = process.communicate(timeout=SECONDS)
    assert process.returncode == 0, said + output
    assert code() == before
