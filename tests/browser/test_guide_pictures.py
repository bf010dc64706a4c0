"""The pictures of the editors' guide. Look at them before they are committed. To take them anew:

pytest -m browser -n0 tests/browser/test_guide_pictures.py --guide-pictures
"""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import GUIDE
from tests.browser.test_main_job import body_of

NAMES = ("desk", "submitted", "returned", "emergency", "take-down", "withdrawn", "recycle-bin", "checks", "review-date")
WIDTH = 1280  # px, of the window that the pictures are parts of
LARGEST = 100_000  # bytes
MARGIN = 24  # px around what a picture shows
QUALITY = 80  # of WebP


def test_the_guide_has_its_pictures_in_both_languages_and_they_are_small():
    wanted = {f"{name}-{language}.webp" for name in NAMES for language in ("pl", "en")}
    found = {file.name: file for file in GUIDE.glob("*")}
    assert set(found) == wanted
    assert all(file.stat().st_size <= LARGEST for file in found.values())


@pytest.mark.parametrize("language", ["pl", "en"])
def test_take_the_pictures(sign_in, newsroom, guide, reader, language):
    take = Camera(guide, language)
    editor, author = sign_in("redaktor2"), sign_in("autor")
    for tab in (editor, author):
        tab.set_viewport_size({"width": WIDTH, "height": 1100})
        speak(tab, language)

    editor.goto("/admin/")
    sections = editor.locator(".desk__section")
    take("desk", editor, sections.first, sections.filter(has=editor.locator("#desk-review")))

    editor.goto(f"/admin/pages/{newsroom['plain']}/edit/")
    editor.locator("footer [data-w-dropdown-target=toggle]").click()
    expect(editor.locator("footer [data-workflow-action-name=approve]").first).to_be_visible()
    take("submitted", editor, body_of(editor), editor.locator("footer"))

    author.goto(f"/admin/pages/{newsroom['returned']}/edit/")
    author.locator("[data-side-panel-toggle=comments]").first.click()
    expect(author.locator(".comment").first).to_be_visible()
    take("returned", author, main(author), author.locator("[data-contentpath=date]"))

    editor.goto(f"/admin/publishing/{newsroom['emergency_form']}/emergency/")
    editor.locator("[name=reason]").fill("Most jest uszkodzony, objazd obowiązuje od teraz.")
    take("emergency", editor, main(editor), editor.locator("main form"))

    editor.goto(f"/admin/publishing/{newsroom['withdrawn']}/take-down/")
    editor.get_by_role("radio").first.check()
    editor.locator("[name=text_pl]").fill("Przejazdy skończyły się z rokiem szkolnym.")
    take("take-down", editor, main(editor), editor.locator("main form"))

    editor.goto("/admin/recycle-bin/")
    take("recycle-bin", editor, main(editor), editor.locator("main table"))

    author.goto(f"/admin/pages/{newsroom['checked']}/edit/")
    author.locator("[data-side-panel-toggle=checks]").first.click()
    expect(author.locator("[data-checks-results]")).to_be_visible()
    take("checks", author, main(author), author.locator("[data-checks-results]"))

    editor.goto(f"/admin/publishing/{newsroom['reviewed']}/review-date/")
    take("review-date", editor, main(editor), editor.locator("main form"))

    reader.goto({"pl": "/aktualnosci/punkt-porad-w-bukowcu/", "en": "/en/news/advice/"}[language])
    take("withdrawn", reader, main(reader), reader.locator("h1"))
    for tab in (editor, author):
        speak(tab, "pl")


def main(tab: Page) -> Locator:
    """The part of the page beside the menu."""
    return tab.locator("main")


class Camera:
    """Takes pictures for one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.language = language

    def __call__(self, name: str, tab: Page, first: Locator, last: Locator) -> None:
        """Write the picture from the one element to the other, as wide as what stands beside the menu."""
        tab.mouse.move(0, 0)
        begin, end = first.bounding_box(), last.bounding_box()
        main = tab.locator("main").bounding_box()
        assert begin
        assert end
        assert main
        picture = Image.open(io.BytesIO(tab.screenshot(animations="disabled"))).convert("RGB")
        box = (
            main["x"],
            max(begin["y"] - MARGIN, 0),
            picture.width,
            min(end["y"] + end["height"] + MARGIN, picture.height),
        )
        file = self.folder / f"{name}-{self.language}.webp"
        left, upper, right, lower = map(round, box)
        picture.crop((left, upper, right, lower)).save(file, quality=QUALITY, method=6)


def speak(tab: Page, language: str) -> None:
    """Let the person read the admin in a language."""
    tab.goto("/admin/account/")
    tab.locator("[name=locale-preferred_language]").select_option(language)
    tab.locator("main form [type=submit]").last.click()
    tab.goto("/admin/account/")
    expect(tab.locator("html")).to_have_attribute("lang", language)
