"""`make run` says what to do when it cannot start."""

import socket

import pytest

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
