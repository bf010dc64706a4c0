"""Nothing is lost or scrolls sideways in a narrow window, at 400 % zoom, with the largest text and wide spacing."""

from playwright.sync_api import Page

from tools.audit.checks.scripts import ask
from tools.audit.tabs import open_everything

# 1280 by 1024 at 400 % (WCAG 2.2, 1.4.10)
ZOOMED = {"width": 320, "height": 256}
WIDTHS = (320, 768, 960, 1280)
LARGEST_TEXT = "larger"  # of the sizes that the site offers
# WCAG 2.2, 1.4.12
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
"""


def faults(tab: Page) -> list[str]:
    """Return what does not fit on the page, which is left unfolded. The tab must be one without the site's policy."""
    found = []
    tab.set_viewport_size({"width": ZOOMED["width"], "height": ZOOMED["height"]})
    found += [f"at 400 % zoom: {fault}" for fault in ask(tab, "reflow")]
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        tab.evaluate("size => { document.documentElement.dataset.text = size }", LARGEST_TEXT)
        found += [f"with the largest text at {width} px: {fault}" for fault in ask(tab, "reflow")]
        tab.evaluate("delete document.documentElement.dataset.text")
        spacing = tab.add_style_tag(content=SPACING)
        found += [f"with wide text spacing at {width} px: {fault}" for fault in ask(tab, "reflow")]
        spacing.evaluate("style => style.remove()")
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        open_everything(tab)
        found += [f"with everything open at {width} px: {fault}" for fault in ask(tab, "reflow")]
    return found
