"""Without scripts a page says the same, leads on, searches, narrows its lists and takes forms."""

import re
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Locator, Page

from tools.audit.tabs import open_tab


def faults(browser: Browser, site: str, path: str, width: int = 360) -> list[str]:
    """Return what a reader without scripts cannot do on a page."""
    with open_tab(browser, site, width=width) as tab:
        tab.goto(path)
        enhanced = words(tab)
    with open_tab(browser, site, width=width, scripts=False) as tab:
        found = []
        tab.goto(path)
        if lost := enhanced - words(tab):
            found.append(f"without scripts it does not say: {' '.join(sorted(lost)[:10])}")
        for form in range(tab.locator("form:visible").count()):
            tab.goto(path)
            if why := send(tab, tab.locator("form:visible").nth(form)):
                found.append(f"form {form + 1} without scripts: {why}")
        tab.goto(path)
        if why := follow_menu(tab):
            found.append(f"the menu without scripts: {why}")
    return found


def words(tab: Page) -> set[str]:
    """Return the words of a page's main part that a reader sees."""
    return set(re.findall(r"\w+", tab.locator("main").inner_text()))


def follow_menu(tab: Page) -> str | None:
    """Open the menu, if it is closed, and follow its last link; return why that failed."""
    opener = tab.locator("header summary:visible")
    if opener.count() and not tab.locator("header nav a:visible").count():
        opener.first.click()
    links = tab.locator("header nav[aria-label] li a:visible")
    if not links.count():
        return "it shows no link"
    link = links.last
    target = link.get_attribute("href") or ""
    link.click()
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
    return None


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


SAMPLES = {
    "email": "jan@example.org",
    "tel": "+48 000 000 000",
    "number": "1",
    "date": "2026-11-30",
    "url": "https://example.org/",
}
