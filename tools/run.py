"""Start the site on this machine: database, content, server. Run by `.venv`'s Python."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from typing import NoReturn
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import manage
from tools import ROOT

HOST = "127.0.0.1"
SECONDS_TO_START = 60


def chosen_port() -> int:
    """Return the port in `PORT`, free and allowed to us; end with what to do otherwise."""
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        sys.exit(f"PORT is a number from 1 to 65535, not {text!r}. For example: make run PORT=8001")
    port = int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            why = "is taken by another program" if error.errno == errno.EADDRINUSE else f"cannot be used ({error})"
            sys.exit(f"Port {port} {why}. Choose another one: make run PORT={port + 1 if port < 65535 else 8001}")
    return port


def prepare_site(address: str) -> None:
    """Bring the database up to date, and fill it if it is new. Content that is there is left as it is.

    The example set comes with a new database only: whoever has removed it does not get it back by the next start.
    """
    (ROOT / "var").mkdir(exist_ok=True)
    manage.prepare()
    import django
    from django.core.management import call_command
    from django.db import transaction

    os.environ["WAGTAILADMIN_BASE_URL"] = address.rstrip("/")
    django.setup()
    from home.models import HomePage

    print("Preparing the database ...", flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    print("Loading the content ...", flush=True)
    with transaction.atomic():  # a start that is interrupted leaves an empty database, which the next one fills
        is_new = not HomePage.objects.exists()
        call_command("load_structure")
        if is_new:
            call_command("load_example", quiet=True)
    follow_port(address)


def follow_port(address: str) -> None:
    """Let the links that the site makes of itself, in feeds and mail, have the port of this start."""
    from wagtail.models import Site

    site = Site.objects.get(is_default_site=True)
    port = urlsplit(address).port
    if site.hostname == HOST and port and site.port != port:
        site.port = port
        site.save()


def wait_for_first_page(server: subprocess.Popen[bytes], address: str) -> int:
    """Wait until the home page is served, and return its status; end if the server does."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if server.poll() is not None:
            sys.exit("The server has stopped; its messages above say why.")
        try:
            with urlopen(address, timeout=SECONDS_TO_START) as answer:  # noqa: S310 - our own address
                return int(answer.status)
        except HTTPError as error:
            return error.code
        except (OSError, HTTPException):
            time.sleep(0.1)
    sys.exit(f"The server has not answered at {address} for {SECONDS_TO_START} seconds.")


def print_welcome(address: str) -> None:
    """Print where the site is, who can sign in, and what to try."""
    from django.core.management import call_command

    print(
        f"""
The site is ready:  {address}       in English:  {address}en/
Sign in to write:   {address}admin/
"""
    )
    call_command("demo_accounts")
    print(
        f"""
The whole way of a news item: as autor, write it under Aktualności and submit it; as redaktor, approve it, and read it
at {address}; as tlumacz, translate it and submit the English page; as redaktor2, approve that one, and read
it at {address}en/.

Press Ctrl-C to stop. The next start keeps everything; `make clean` and removing var/ begin anew.
""",
        flush=True,
    )


@contextmanager
def running(address: str, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command of manage.py beside us, and end it with us, whatever ends us."""
    env = {**os.environ, "WAGTAILADMIN_BASE_URL": address.rstrip("/"), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([sys.executable, "manage.py", *command], cwd=ROOT, env=env)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def stop(number: int, _frame: object) -> NoReturn:
    """End in order when the terminal closes or somebody ends the process."""
    sys.exit(128 + number)


def main() -> None:
    """Serve until Ctrl-C."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    port = chosen_port()
    address = f"http://{HOST}:{port}/"
    try:
        prepare_site(address)
        with (
            running(address, "runserver", f"{HOST}:{port}") as server,
            running(address, "run_jobs"),
        ):
            status = wait_for_first_page(server, address)
            if status == 200:
                print_welcome(address)
            else:
                print(f"\nThe home page answers with an error ({status}); the messages above say why.", flush=True)
            sys.exit(server.wait())
    except KeyboardInterrupt:
        print("\nStopped.")


if __name__ == "__main__":
    main()
