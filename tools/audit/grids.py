"""The checks over all the addresses of an audit. Each returns its rows; the tests run the same checks over fewer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser

from tools.audit.addresses import Address, choose
from tools.audit.checks import (
    accessibility,
    first_visit,
    html,
    keyboard,
    lighthouse,
    links,
    read_aloud,
    reflow,
    without_scripts,
)
from tools.audit.crawl import Crawl, crawl
from tools.audit.report import Row, counted
from tools.audit.tabs import FORCED, LOOKS, WIDTHS, open_everything, open_menu, open_tab, show

KEYBOARD_WIDTHS = (320, 1280)


@dataclass
class Audit:
    """One run: the site, the browser, which pages are asked for, and where to write what is read aloud."""

    site: str
    browser: Browser
    only_paths: tuple[str, ...]
    runs: int
    folder: Path

    @cached_property
    def crawl(self) -> Crawl:
        """Everything that the site serves."""
        return crawl(self.site)

    @cached_property
    def addresses(self) -> list[Address]:
        """The addresses that were asked for, or those that between them show everything."""
        if not self.only_paths:
            return choose(self.crawl)
        return [
            Address(path, "en" if path.startswith("/en/") else "pl", path, is_page="?" not in path)
            for path in self.only_paths
        ]


def run_lighthouse(audit: Audit) -> Iterator[Row]:
    """The median scores of each page, one page after the other."""
    pages = [address for address in audit.addresses if address.is_page]
    scores = {}
    for page in pages:
        scores[page.path] = lighthouse.score(audit.site + page.path, audit.runs)
        print(f"  {page.path}: {' '.join(map(str, scores[page.path].medians.values()))}", flush=True)
    for category, bound in lighthouse.BOUNDS.items():
        worst = min((score.medians[category], path) for path, score in scores.items())
        faults = [f"{path}: {fault}" for path, score in scores.items() for fault in score.faults(category)]
        yield Row(f"Lighthouse, {category}", len(pages), f"{worst[0]} at {worst[1]}", f">= {bound}", faults)


def run_axe(audit: Audit) -> Iterator[Row]:
    """Every page in every look at every width, and once at every width with all that unfolds."""
    faults, views = [], 0
    with open_tab(audit.browser, audit.site, policy=False) as tab:
        for address in audit.addresses:
            tab.goto(address.path)
            for look in LOOKS:
                for width in WIDTHS:
                    show(tab, look, width)
                    views += 1
                    faults += [
                        f"{address.path}, {look.name}, {width} px: {fault}" for fault in accessibility.faults(tab)
                    ]
            for width in WIDTHS:
                show(tab, LOOKS[0], width)
                open_everything(tab)
                views += 1
                faults += [f"{address.path}, unfolded, {width} px: {fault}" for fault in accessibility.faults(tab)]
    yield counted("axe, WCAG 2.0-2.2 A and AA, best practices", views, faults)


def run_keyboard(audit: Audit) -> Iterator[Row]:
    """Every page in every look and in forced colours, narrow and wide, and once narrow with the menu open."""
    faults, views = [], 0
    with open_tab(audit.browser, audit.site) as tab:
        for address in audit.addresses:
            for look in (*LOOKS, FORCED):
                for width in KEYBOARD_WIDTHS:
                    tab.goto(address.path)
                    show(tab, look, width)
                    views += 1
                    faults += [f"{address.path}, {look.name}, {width} px: {fault}" for fault in keyboard.faults(tab)]
            tab.goto(address.path)
            show(tab, LOOKS[0], min(KEYBOARD_WIDTHS))
            open_menu(tab)
            views += 1
            faults += [f"{address.path}, menu open: {fault}" for fault in keyboard.faults(tab)]
    yield counted("keyboard: reached, in order, focus in sight", views, faults)


def run_reflow(audit: Audit) -> Iterator[Row]:
    """Every page."""
    faults = []
    with open_tab(audit.browser, audit.site, policy=False) as tab:
        for address in audit.addresses:
            tab.goto(address.path)
            faults += [f"{address.path}: {fault}" for fault in reflow.faults(tab)]
    yield counted("400 % zoom, 320 px, text spacing", len(audit.addresses), faults)


def run_read_aloud(audit: Audit) -> Iterator[Row]:
    """Every page; what is said of each is written to a file, for people."""
    faults = []
    folder = audit.folder / "read-aloud"
    folder.mkdir(parents=True, exist_ok=True)
    with open_tab(audit.browser, audit.site) as tab:
        for address in audit.addresses:
            tab.goto(address.path)
            name = address.path.strip("/").replace("/", "_").replace("?", "__") or "home"
            (folder / f"{name}.txt").write_text("\n".join(map(str, read_aloud.read(tab))) + "\n", encoding="utf-8")
            faults += [f"{address.path}: {fault}" for fault in read_aloud.faults(tab, address.language)]
    yield counted("read aloud: headings, names, landmarks, languages", len(audit.addresses), faults)


def run_first_visit(audit: Audit) -> Iterator[Row]:
    """Every page, each with nothing kept of another."""
    visits = {address.path: first_visit.visit(audit.browser, audit.site, address.path) for address in audit.addresses}
    number = len(visits)

    def worst(value: Callable[[first_visit.Visit], float], pattern: str) -> str:
        most = max(visits, key=lambda path: value(visits[path]))
        return f"{value(visits[most]):{pattern}} at {most}"

    def over(words: tuple[str, ...]) -> list[str]:
        return [
            f"{path}: {fault}" for path, visit in visits.items() for fault in visit.faults() if fault.startswith(words)
        ]

    yield Row(
        "first visit, KiB beside content images",
        number,
        worst(lambda visit: visit.weight, ".0f"),
        f"<= {first_visit.HEAVIEST}",
        over(("weighs",)),
    )
    yield Row(
        "first visit, requests beside content images",
        number,
        worst(lambda visit: visit.requests, "d"),
        f"<= {first_visit.MOST_REQUESTS}",
        over(("takes",)),
    )
    yield Row("movement while loading (CLS)", number, worst(lambda visit: visit.movement, ".3f"), "0", over(("moves",)))
    yield counted("other hosts", number, over(("asks",)), "none")
    yield counted("cookies", number, over(("sets",)), "none")
    yield counted("complaints of the browser", number, over(("the browser",)), "none")


def run_without_scripts(audit: Audit) -> Iterator[Row]:
    """Every page."""
    faults = []
    with without_scripts.tabs(audit.browser, audit.site) as (with_scripts, without):
        for address in audit.addresses:
            found = without_scripts.faults(with_scripts, without, address.path)
            found += without_scripts.header_faults(without, address.path)
            faults += [f"{address.path}: {fault}" for fault in found]
    yield counted("without scripts: text, menu, forms", len(audit.addresses), faults)


def run_html(audit: Audit) -> Iterator[Row]:
    """Every page that the site serves, the states of lists and searches, and the errors of forms."""
    texts = html.served(audit.crawl, audit.addresses)
    if audit.only_paths:
        texts = {path: texts[path] for path in audit.only_paths}
    yield counted("HTML, html-validate", len(texts), html.faults(texts))


def run_links(audit: Audit) -> Iterator[Row]:
    """Every link of the site."""
    yield counted("links and the places they lead to", len(audit.crawl.links), links.faults(audit.crawl))


# In this order, since Lighthouse wants a machine that does nothing else
GRIDS: dict[str, Callable[[Audit], Iterator[Row]]] = {
    "html": run_html,
    "links": run_links,
    "read-aloud": run_read_aloud,
    "reflow": run_reflow,
    "axe": run_axe,
    "keyboard": run_keyboard,
    "without-scripts": run_without_scripts,
    "first-visit": run_first_visit,
    "lighthouse": run_lighthouse,
}
