"""A reader's tab, as wide and in the colours that are asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tools.chromium import FLAGS, find_chromium

SECONDS = 30  # for what a slow machine takes


@dataclass(frozen=True)
class Look:
    """The colours of a page: what the reader chose on the site, if anything, and what the device prefers."""

    name: str
    chosen: str | None
    preferred: Literal["dark", "light"]
    forced: bool = False  # the device puts its own few colours in place of all others


# Each theme as it is chosen, against the device's own preference, and both that a device can prefer
LOOKS = (
    Look("light", None, "light"),
    Look("dark", "dark", "light"),
    Look("contrast", "contrast", "light"),
    Look("device dark", None, "dark"),
    Look("light on a dark device", "light", "dark"),
)
# For what colours themselves do not tell, such as where the focus is
FORCED = Look("forced colours", None, "light", forced=True)
WIDTHS = (320, 768, 1280)
HEIGHT = 900
MENU_LINKS = "header nav li a:not([lang]):visible"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium.

    Raises:
        FileNotFoundError: there is none.
    """
    executable = find_chromium()
    if executable is None:
        raise FileNotFoundError("No Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def open_tab(
    browser: Browser, site: str, *, width: int = 1280, height: int = HEIGHT, scripts: bool = True, policy: bool = True
) -> Iterator[Page]:
    """Open a tab of a reader who has never been here; `policy=False` lets axe in, which the site's policy keeps out."""
    context = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
        bypass_csp=not policy,
        reduced_motion="reduce",
        locale="pl-PL",
    )
    context.set_default_timeout(SECONDS * 1000)
    yield context.new_page()
    context.close()


def show(tab: Page, look: Look, width: int, height: int = HEIGHT) -> None:
    """Give the page that is open another width and other colours."""
    tab.emulate_media(color_scheme=look.preferred, forced_colors="active" if look.forced else "none")
    tab.set_viewport_size({"width": width, "height": height})
    tab.evaluate("theme => { document.documentElement.dataset.theme = theme }", look.chosen or "")
    if look.chosen is None:
        tab.evaluate("delete document.documentElement.dataset.theme")


def open_everything(tab: Page) -> None:
    """Unfold what readers can: closed parts, the last of a group that has one open at a time, and a hidden menu."""
    tab.evaluate(
        """() => {
          for (const part of document.querySelectorAll("details")) part.open = true;
          for (const sheet of document.querySelectorAll("[popover]")) if (!sheet.checkVisibility()) sheet.showPopover();
        }"""
    )


def open_menu(tab: Page) -> None:
    """Open the menu where it is folded up, with the button for it and by keyboard; it needs no script."""
    if not tab.locator(MENU_LINKS).count():
        tab.locator("header [popovertarget]:visible, header summary:visible").first.press("Enter")
