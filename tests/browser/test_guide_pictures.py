"""The pictures of the editors' guide. Look at them before they are committed. To take them anew:

pytest -m browser -n0 tests/browser/test_guide_pictures.py --guide-pictures
"""

import io
from datetime import timedelta
from pathlib import Path

import polib
import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import GUIDE, TRANSLATORS_GUIDE
from tests.browser.test_main_job import body_of

NAMES = ("desk", "submitted", "returned", "emergency", "take-down", "withdrawn", "recycle-bin", "checks", "review-date")
FOR_TRANSLATORS = ("queue", "request", "matrix", "source-panel", "structure", "file-report", "glossary")
WIDTH = 1280  # px, of the window that the pictures are parts of
LARGEST = 100_000  # bytes of one
LARGEST_OF_ALL = 600_000  # bytes of those of one guide
MESSAGE = {"pl": "Potrzebne na spotkanie z partnerami.", "en": "For a meeting with our partners."}
MARGIN = 24  # px around what a picture shows
QUALITY = 70  # of WebP


@pytest.mark.parametrize(("folder", "names"), [(GUIDE, NAMES), (TRANSLATORS_GUIDE, FOR_TRANSLATORS)])
def test_the_guide_has_its_pictures_in_both_languages_and_they_are_small(folder, names):
    wanted = {f"{name}-{language}.webp" for name in names for language in ("pl", "en")}
    found = {file.name: file for file in folder.glob("*")}
    assert set(found) == wanted
    sizes = [file.stat().st_size for file in found.values()]
    assert max(sizes) <= LARGEST
    assert sum(sizes) <= LARGEST_OF_ALL


@pytest.mark.parametrize("language", ["pl", "en"])
def test_take_the_pictures(sign_in, newsroom, guide, reader, language):
    take = Camera(guide, language)
    editor, author = (sign_in(username, language=language) for username in ("redaktor2", "autor"))
    for tab in (editor, author):
        tab.set_viewport_size({"width": WIDTH, "height": 1100})

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


@pytest.mark.parametrize("language", ["pl", "en"])
def test_take_the_pictures_for_translators(sign_in, both_languages, newsroom, guide, language):
    both_languages("taken_down")
    drifted, reading = both_languages("drifted"), both_languages("reading")
    take = Camera(TRANSLATORS_GUIDE, language)
    translator, editor = (sign_in(username, language=language) for username in ("tlumacz", "redaktor2"))
    for tab in (translator, editor):
        tab.set_viewport_size({"width": WIDTH, "height": 1100})

    translator.goto("/admin/translations/")
    take("queue", translator, main(translator), main(translator).locator("tbody tr").nth(4), below=-1)

    editor.goto(f"/admin/translations/{both_languages('wanted')['polish']}/ask/")
    editor.locator("[name=assignee]").select_option(label="Tomasz Tłumacki")
    editor.locator("[name=deadline]").fill(f"{timezone.localdate() + timedelta(days=5):%d.%m.%Y}")
    editor.locator("[name=message]").fill(MESSAGE[language])
    take("request", editor, main(editor), editor.locator("main form"))
    both_languages("withheld")

    translator.goto("/admin/translations/matrix/")
    take("matrix", translator, main(translator), translator.locator("main table"))

    translator.set_viewport_size({"width": WIDTH, "height": 900})
    translator.goto(f"/admin/pages/{drifted['english']}/edit/")
    translator.locator("[data-side-panel-toggle=source]").first.click()
    translator.locator("[name=lead]").focus()
    expect(translator.locator(".source__part--current ins")).to_be_visible()
    take("source-panel", translator, main(translator), translator.locator("footer"))

    translator.goto(f"/admin/translations/exchange/{reading['english']}/")
    send_changed_texts(translator)
    take("file-report", translator, main(translator), translator.locator("main form"))

    translator.goto("/admin/terms/?q=gmina")
    take("glossary", translator, main(translator), translator.locator("main table"))

    restructured = both_languages("restructured")
    translator.goto(f"/admin/translations/{restructured['english']}/structure/")
    take("structure", translator, main(translator), translator.locator("main form"))


def send_changed_texts(tab: Page) -> None:
    """Take the texts of the page out, change three, of which one breaks a rule, and send them in."""
    file = polib.pofile(tab.request.get(tab.url + "download/").text())
    texts = {entry.msgstr: entry for entry in file}
    texts["Actors read fairy tales."].msgstr = "Actors read fairy tales aloud."
    texts["Admission is free."].msgstr = "Everybody may enter free of charge."
    texts["Tea will be served afterwards."].msgstr = "<b>Tea</b> will be served afterwards."
    tab.locator("[name=file]").set_input_files(
        {"name": "texts.po", "mimeType": "text/x-gettext-translation", "buffer": str(file).encode()}
    )
    tab.locator("main form [type=submit]").last.click()
    expect(tab.locator("[name=ticket]")).to_be_attached()


def main(tab: Page) -> Locator:
    """The part of the page beside the menu."""
    return tab.locator("main")


class Camera:
    """Takes pictures for one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.language = language

    def __call__(self, name: str, tab: Page, first: Locator, last: Locator, *, below: int = MARGIN) -> None:
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
            min(end["y"] + end["height"] + below, picture.height),
        )
        file = self.folder / f"{name}-{self.language}.webp"
        left, upper, right, lower = map(round, box)
        picture.crop((left, upper, right, lower)).save(file, quality=QUALITY, method=6)
