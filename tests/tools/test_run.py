"""`make run` says what to do when it cannot start."""

import signal
import socket
import subprocess
import sys

import pytest

from tools import run
from tools.run import chosen_port


def test_a_port_that_is_taken_is_named_with_the_next_one(monkeypatch):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(SystemExit, match=rf"Port {port} is taken by another program.*PORT={port + 1}"):
            chosen_port()
    assert chosen_port() == port


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "80 80", "８０８０"])
def test_a_port_that_is_none_is_refused(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(SystemExit, match="PORT is a number"):
        chosen_port()


def test_the_server_and_the_jobs_run_side_by_side_and_end_together(monkeypatch):
    """Stands in for manage.py with a program that waits, and for the server with one that ends."""
    started = []
    stock = subprocess.Popen

    def start(command, **options):
        ends = "runserver" in command
        process = stock([sys.executable, "-c", "" if ends else "import signal; signal.pause()"])
        started.append((command[2:], process))
        return process

    monkeypatch.setattr(run, "chosen_port", lambda: 8000)
    monkeypatch.setattr(run, "prepare_site", lambda _address: None)
    monkeypatch.setattr(run, "wait_for_first_page", lambda _server, _address: 500)
    monkeypatch.setattr(run.signal, "signal", lambda *_args: None)
    monkeypatch.setattr(run.subprocess, "Popen", start)
    with pytest.raises(SystemExit) as ended:
        run.main()
    assert ended.value.code == 0
    assert [command for command, _process in started] == [
        ["runserver", "127.0.0.1:8000"],
        ["run_jobs"],
    ]
    assert [process.returncode for _command, process in started] == [0, -signal.SIGTERM]
