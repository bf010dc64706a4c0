"""Without scripts a page says the same, leads on, searches, narrows its lists and takes forms."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Locator, Page

from tools.audit.tabs import MENU_LINKS, open_menu, open_tab

WIDTH = 360
PLAYER = "[data-player]"  # where a script puts a button that loads a video, in place of a link
NEEDS_SCRIPTS = "button[type=button]:not([popovertarget]):visible"
SAMPLES = {
    "email": "jan@example.org",
    "tel": "+48 000 000 000",
    "number": "1",
    "date": "2026-11-30",
    "url": "https://example.org/",
}


@contextmanager
def tabs(browser: Browser, site: str) -> Iterator[tuple[Page, Page]]:
    """Open two tabs on a phone, one with scripts and one without."""
    with open_tab(browser, site, width=WIDTH) as one, open_tab(browser, site, width=WIDTH, scripts=False) as other:
        yield one, other


def faults(with_scripts: Page, without: Page, path: str) -> list[str]:
    """Return what a reader without scripts cannot read or send in the main part of a page."""
    with_scripts.goto(path)
    without.goto(path)
    found = []
    if lost := words(with_scripts) - words(without):
        found.append(f"without scripts it does not say: {' '.join(sorted(lost)[:10])}")
    found += [
        f"without scripts a button is shown that only scripts answer: {dead.inner_text()}"
        for dead in without.locator(NEEDS_SCRIPTS).all()
    ]
    if without.locator(f"main {PLAYER}:not(:has(a[href]))").count():
        found.append("without scripts a video has no link to where it is")
    for number in range(without.locator("main form:visible").count()):
        without.goto(path)
        if why := send(without, without.locator("main form:visible").nth(number)):
            found.append(f"form {number + 1} without scripts: {why}")
    return found


def header_faults(without: Page, path: str) -> list[str]:
    """Return what a reader without scripts cannot do in the header of a page: go elsewhere, and search."""
    without.goto(path)
    found = [f"the menu without scripts: {why}"] if (why := follow_menu(without)) else []
    without.goto(path)
    search = without.locator("header form[role=search]:visible")
    if not search.count():
        found.append("the header without scripts: it shows no search")
    elif why := send(without, search.first):
        found.append(f"search without scripts: {why}")
    return found


def words(tab: Page) -> set[str]:
    """Return the words of a page's main part that a reader sees, but for those of players, which are a link without."""
    text = tab.locator("main").inner_text()
    for player in tab.locator(f"main {PLAYER}:visible").all():
        text = text.replace(player.inner_text(), " ", 1)
    return set(re.findall(r"\w+", text))


def follow_menu(tab: Page) -> str | None:
    """Open the menu and follow its last link; return why that failed."""
    open_menu(tab)
    links = tab.locator(MENU_LINKS)
    if not links.count():
        return "it shows no link"
    target = links.last.get_attribute("href") or ""
    links.last.click()
    return None if urlsplit(tab.url).path == urlsplit(target).path else f"{target} led to {tab.url}"


def send(tab: Page, form: Locator) -> str | None:
    """Fill in a form and send it with its own button; return why the site did not take it."""
    method = (form.get_attribute("method") or "get").lower()
    expected = fill(form)
    with tab.expect_navigation() as sent:
        form.locator("button[type=submit], button:not([type]), input[type=submit]").first.click()
    answer = sent.value
    if answer is None or answer.status >= 400:
        return f"the answer is {answer.status if answer else 'missing'}"
    if method == "get":
        given = dict(parse_qsl(urlsplit(tab.url).query))
        lost = {name for name, value in expected.items() if given.get(name) != value}
        return f"{', '.join(sorted(lost))} did not arrive" if lost else None
    wrong = tab.locator("[aria-invalid=true]").count()
    return f"{wrong} fields were not accepted" if wrong else None


def fill(form: Locator) -> dict[str, str]:
    """Fill in every field that a person sees, and return what was put into each, by name."""
    given: dict[str, str] = {}
    for field in form.locator("input:visible, textarea:visible, select:visible").all():
        name = field.get_attribute("name") or ""
        kind = field.get_attribute("type") or ""
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(index=field.locator("option").count() - 1)
            given[name] = field.input_value()
        elif kind in {"checkbox", "radio"}:
            field.check()
        elif kind not in {"submit", "button", "file"}:
            text = SAMPLES.get(kind, "Przykład")
            field.fill(text)
            given[name] = text
    return given
