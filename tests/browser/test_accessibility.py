"""Every type of page, in both languages, holds to WCAG 2.2 AA in either colour scheme, on a phone and on a desk."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What the sitemap cannot name: lists filtered or without a result, search, and an address that leads nowhere
STATES = {
    "pl": [
        "/aktualnosci/?area=kultura-i-dziedzictwo",
        "/aktualnosci/?area=sport-i-rekreacja&member=nibyborze&year=2026",
        "/aktualnosci/?area=nie-ma-takiego",
        "/wydarzenia/?when=past",
        "/szukaj/",
        "/szukaj/?q=strategia",
        "/szukaj/?q=xyzzyq",
        "/zglos-problem/",
        "/404/",
    ],
    "en": [
        "/en/news/?area=culture-and-heritage",
        "/en/news/?area=sport-and-recreation&member=nibyborze&year=2026",
        "/en/news/?area=no-such-area",
        "/en/events/?when=past",
        "/en/search/",
        "/en/search/?q=strategy",
        "/en/search/?q=xyzzyq",
        "/en/report-a-problem/",
        "/en/404/",
    ],
}
# Both schemes and both widths in each language, and each pair of them in one of the two
VIEWS = {
    "pl": [("light", 360), ("dark", 1280)],
    "en": [("dark", 360), ("light", 1280)],
}
NARROWEST = 320


@pytest.fixture
def examined(browser: Browser, site: str) -> Iterator[Page]:
    """A tab that axe may be put into: the site's own policy admits no script that the site does not serve."""
    context = browser.new_context(base_url=site, bypass_csp=True)
    yield context.new_page()
    context.close()


def addresses(site: str, language: str) -> list[str]:
    """Return addresses that between them show each kind of page and each component, from the site's own map."""
    with urlopen(f"{site}/sitemap.xml") as answer:  # noqa: S310 - our own server
        listed = re.findall(r"<loc>(.*?)</loc>", answer.read().decode())
    chosen, seen = [], set()
    for path in (urlsplit(address).path for address in listed):
        steps = path.strip("/").split("/")
        if (steps[0] == "en") != (language == "en"):
            continue
        with urlopen(site + path) as answer:  # noqa: S310 - our own server
            parts = set(re.findall(r'class="([^"]+)"', answer.read().decode()))
        kind = f"{len(steps)} steps from {'/'.join(steps[:-1]) or path}"
        if not {kind, *parts} <= seen:
            chosen.append(path)
            seen |= {kind, *parts}
    return chosen + STATES[language]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_no_page_breaks_a_rule_of_accessibility_or_overflows(examined, site, language):
    axe = Axe()
    faults = []
    checked = addresses(site, language)
    for address in checked:
        examined.goto(address)
        for scheme, width in VIEWS[language]:
            examined.emulate_media(color_scheme=scheme)
            examined.set_viewport_size({"width": width, "height": 900})
            faults += [
                f"{address} {scheme} {width}: {found['id']} at {found['nodes'][0]['target']}"
                for found in axe.run(examined, options=RULES).response["violations"]
            ]
        examined.set_viewport_size({"width": NARROWEST, "height": 900})
        excess = examined.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 0:
            faults.append(f"{address}: {excess} px wider than a window of {NARROWEST}")

    assert len(checked) > len(STATES[language]) + 10
    assert not faults, "\n".join(faults)
