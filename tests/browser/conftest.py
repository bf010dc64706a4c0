"""A running site and a browser to use it with."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tools import ROOT
from tools.audit.addresses import Address, choose
from tools.audit.crawl import Crawl, crawl
from tools.audit.site import DemoSite
from tools.audit.tabs import SECONDS, chromium, open_tab
from tools.chromium import REMEDY, find_chromium

NARROW = 360  # px, of a small phone
GUIDE = ROOT / "docs" / "images" / "editors"
PASSWORD = "przyklad-2026"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark every test of this folder, and leave out what takes pictures, unless those are wanted."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
    if not config.getoption("--guide-pictures"):
        taking = [item for item in items if "guide" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=taking)
        items[:] = [item for item in items if item not in taking]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoSite:
    """The structure, the example content and the demo accounts, in a folder."""
    prepared = DemoSite(tmp_path_factory.mktemp("site"))
    prepared.prepare()
    return prepared


@pytest.fixture(scope="session")
def site(demo: DemoSite) -> Iterator[str]:
    """The address of the site as readers get it, with production's settings and server. No test changes its pages."""
    with demo.running() as address:
        yield address


@pytest.fixture(scope="session")
def staff_demo(demo: DemoSite, tmp_path_factory: pytest.TempPathFactory) -> DemoSite:
    """Another site with the same content, whose pages tests may change."""
    return demo.copy(tmp_path_factory.mktemp("staff-site"))


@pytest.fixture(scope="session")
def staff_site(staff_demo: DemoSite) -> Iterator[str]:
    """Its address, with development's settings."""
    with staff_demo.running("dev") as address:
        yield address


@pytest.fixture(scope="session")
def newsroom(staff_demo: DemoSite, staff_site: str) -> dict[str, int]:
    """The primary keys of pages in every state of publishing, by the names in `tests.browser.newsroom`."""
    return json.loads(staff_demo.run("-m", "tests.browser.newsroom", settings="dev").splitlines()[-1])


@pytest.fixture(scope="session")
def crawled(site: str) -> Crawl:
    """All that links of the site lead to."""
    return crawl(site)


@pytest.fixture(scope="session")
def addresses(crawled: Crawl) -> list[Address]:
    """The addresses that between them show each kind of page and each state, in both languages."""
    return choose(crawled)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, from CHROMIUM or from where Debian puts it."""
    if find_chromium() is None:
        pytest.fail(f"No Chromium. To have it:  {REMEDY}")
    expect.set_options(timeout=SECONDS * 1000)
    with chromium() as started:
        yield started


@pytest.fixture
def tab(browser: Browser, site: str) -> Iterator[Page]:
    """A reader's tab."""
    with open_tab(browser, site) as opened:
        yield opened


@pytest.fixture
def examined(browser: Browser, site: str) -> Iterator[Page]:
    """A tab that axe and styles of ours may be put into, which the site's own policy keeps out."""
    with open_tab(browser, site, policy=False) as opened:
        yield opened


@pytest.fixture
def reader(browser: Browser, staff_site: str) -> Iterator[Page]:
    """The tab of somebody who reads what staff have just written."""
    with open_tab(browser, staff_site) as opened:
        yield opened


def without_autosave(route: Route) -> None:
    """Let through what a person asks for. On a slow machine Wagtail's autosave may race with the person's own click."""
    accepted = route.request.headers.get("accept", "")
    if route.request.method == "POST" and "application/json" in accepted and "text/html" not in accepted:
        route.abort()
    else:
        route.continue_()


@pytest.fixture
def sign_in(browser: Browser, staff_site: str) -> Iterator:
    """Returns a function that gives the tab of a demo account, signed in through the form."""
    contexts: list[BrowserContext] = []

    def act(username: str, *, policy: bool = True) -> Page:
        context = browser.new_context(
            base_url=staff_site, locale="pl-PL", viewport={"width": 1280, "height": 1000}, bypass_csp=not policy
        )
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


@pytest.fixture
def guide() -> Path:
    """The folder with the pictures of the editors' guide. What asks for it runs with --guide-pictures alone."""
    GUIDE.mkdir(parents=True, exist_ok=True)
    return GUIDE
