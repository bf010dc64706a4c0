"""A running site and a browser to use it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "przyklad-2026"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What Chromium would ask the internet for, and the sandbox that it refuses to start as root
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SECONDS = 30


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a development server with the structure, the example content and the demo accounts."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "WAGTAILADMIN_BASE_URL": address,
    }
    for command in (["migrate", "-v0"], ["load_structure"], ["load_example"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True, capture_output=True)
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", "--noreload", str(port)],
        cwd=ROOT,
        env=env,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_for(address + "/health/live/")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=SECONDS)
        log.close()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            urlopen(address, timeout=SECONDS).close()  # noqa: S310 - our own server on this machine
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"{address} did not answer in {SECONDS} seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, from CHROMIUM or from where Debian puts it."""
    executable = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *CHROMIUM_NAMES))), None)
    if executable is None:
        pytest.fail("No Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        expect.set_options(timeout=SECONDS * 1000)
        yield chromium
        chromium.close()


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Page]:
    """A reader's tab, signed in to nothing."""
    context = browser.new_context(base_url=site, locale="pl-PL")
    yield context.new_page()
    context.close()


def without_autosave(route: Route) -> None:
    """Let through what a person asks for. On a slow machine Wagtail's autosave may race with the person's own click."""
    accepted = route.request.headers.get("accept", "")
    if route.request.method == "POST" and "application/json" in accepted and "text/html" not in accepted:
        route.abort()
    else:
        route.continue_()


@pytest.fixture
def sign_in(browser: Browser, site: str) -> Iterator:
    """Returns a function that gives the tab of a demo account, signed in through the form."""
    contexts: list[BrowserContext] = []

    def act(username: str) -> Page:
        context = browser.new_context(base_url=site, locale="pl-PL", viewport={"width": 1280, "height": 1000})
        context.set_default_timeout(SECONDS * 1000)
        contexts.append(context)
        context.route("**/admin/pages/**", without_autosave)
        tab = context.new_page()
        tab.goto("/admin/login/")
        tab.locator("[name=username]").fill(username)
        tab.locator("[name=password]").fill(PASSWORD)
        tab.locator("form [type=submit]").click()
        tab.wait_for_url("**/admin/")
        return tab

    yield act
    for context in contexts:
        context.close()
