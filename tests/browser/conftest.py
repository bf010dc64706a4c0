"""A running site and a browser to use it with."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tools import ROOT
from tools.audit.addresses import Address, choose
from tools.audit.crawl import Crawl, crawl
from tools.audit.site import DemoSite
from tools.audit.tabs import SECONDS, chromium, open_tab
from tools.chromium import REMEDY, find_chromium

NARROW = 360  # px, of a small phone
GUIDE = ROOT / "docs" / "images" / "editors"
TRANSLATORS_GUIDE = ROOT / "docs" / "images" / "translators"
PASSWORD = "przyklad-2026"
WITH_DJANGO = ("-m", "tests.browser.with_django")


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
    return json.loads(staff_demo.run(*WITH_DJANGO, "tests.browser.newsroom", settings="dev").splitlines()[-1])


@pytest.fixture
def both_languages(staff_demo: DemoSite, staff_site: str) -> Callable[[str], dict[str, Any]]:
    """Returns a function that makes pages of the name in `tests.browser.both_languages` and tells of them."""

    def make(name: str) -> dict[str, Any]:
        printed = staff_demo.run(*WITH_DJANGO, "tests.browser.both_languages", name, settings="dev")
        return json.loads(printed.splitlines()[-1])

    return make


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


# On a slow machine Wagtail's autosave may race with the person's own click. It is left out as Wagtail leaves it out
# where a site wants none: to refuse its requests would bring up a dialog about a lost connection, while somebody types.
WITHOUT_AUTOSAVE = """document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('form[data-controller~=w-autosave]');
  if (form) form.dataset.controller = form.dataset.controller.replace('w-autosave', '');
});"""


@pytest.fixture
def sign_in(browser: Browser, staff_site: str) -> Iterator:
    """Returns a function that gives the tab of a demo account, signed in through the form.

    With a language, the person reads the admin in it until the test ends. The editor saves by itself only if asked to.
    """
    contexts: list[BrowserContext] = []
    spoken: list[tuple[BrowserContext, str]] = []

    def act(username: str, *, policy: bool = True, language: str | None = None, autosave: bool = False) -> Page:
        context = browser.new_context(
            base_url=staff_site, locale="pl-PL", viewport={"width": 1280, "height": 1000}, bypass_csp=not policy
        )
        context.set_default_timeout(SECONDS * 1000)
        contexts.append(context)
        if not autosave:
            context.add_init_script(WITHOUT_AUTOSAVE)
        tab = context.new_page()
        tab.goto("/admin/login/")
        tab.locator("[name=username]").fill(username)
        tab.locator("[name=password]").fill(PASSWORD)
        tab.locator("form [type=submit]").click()
        tab.wait_for_url("**/admin/")
        before = tab.locator("html").get_attribute("lang") or ""
        if language not in (None, before):
            spoken.append((context, before))
            speak(tab, language)
        return tab

    yield act
    for context, language in spoken:
        speak(context.new_page(), language)
    for context in contexts:
        context.close()


def speak(tab: Page, language: str) -> None:
    """Let the person read the admin in a language."""
    tab.goto("/admin/account/")
    tab.locator("[name=locale-preferred_language]").select_option(language)
    tab.locator("main form [type=submit]").last.click()
    tab.goto("/admin/account/")
    expect(tab.locator("html")).to_have_attribute("lang", language)


@pytest.fixture
def guide() -> Path:
    """The folder with the pictures of the editors' guide. What asks for it runs with --guide-pictures alone."""
    GUIDE.mkdir(parents=True, exist_ok=True)
    TRANSLATORS_GUIDE.mkdir(parents=True, exist_ok=True)
    return GUIDE
