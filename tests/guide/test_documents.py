"""The documents of the guide are whole: each is there in both languages, and every link in them leads somewhere."""

import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import resolve

from guide.documents import DOCS, FOLDERS, LANGUAGES, Document, documents
from guide.views import TYPES

ALL = [document for language in LANGUAGES for document in documents(language)]


def by_name(document):
    return f"{document.name}.{document.language}"


def parsed(document):
    return BeautifulSoup(document.rendered.html, "html.parser")


def ids(document):
    return {element["id"] for element in parsed(document).find_all(id=True)}


@pytest.mark.parametrize("document", ALL, ids=by_name)
def test_document_has_a_title_a_summary_and_a_text(document):
    rendered = document.rendered
    assert rendered.title
    assert 20 < len(rendered.summary) < 250, rendered.summary
    assert rendered.summary.endswith(".")
    assert len(parsed(document).get_text()) > 500


@pytest.mark.parametrize("document", ALL, ids=by_name)
def test_every_link_leads_to_a_page_and_a_heading_that_are_there(document):
    for link in parsed(document).find_all("a"):
        address, _hash, place = link["href"].partition("#")
        if address.startswith(("http", "mailto:")):
            continue
        target = document
        if address:
            found = resolve(unquote(address))
            assert found.view_name == "guide:page", link
            target = Document(found.kwargs["name"], found.kwargs["language"])
            assert target.language == document.language, link
        assert not place or unquote(place) in ids(target), link


@pytest.mark.parametrize("document", ALL, ids=by_name)
def test_no_link_of_the_file_gets_lost(document):
    """What is a link in the file is one in the guide, but for those to its translation and the overview on top."""
    text = document.path.read_text(encoding="utf-8")
    for target in re.findall(r"(?<!!)\[[^\]]+\]\(([^)#]+)", text.split("\n## ", 1)[-1]):
        if not target.startswith(("http", "mailto:", "../operators/")):
            name, language, _md = target.rsplit("/", 1)[-1].split(".")
            assert f'href="{Document(name, language).url}' in document.rendered.html, target


@pytest.mark.parametrize("document", ALL, ids=by_name)
def test_every_picture_is_described_and_there(document):
    images = parsed(document).find_all("img")
    assert len(images) == len(document.rendered.pictures)
    for image, path in zip(images, document.rendered.pictures, strict=True):
        assert len(image["alt"]) > 20, image
        assert image["src"].endswith(path.name)
        assert path.suffix in TYPES, f"{path.name}: say in guide.views what type it has"
        assert path.is_file(), path
        assert int(image["width"]) > int(image["height"]) / 4 > 0, image


@pytest.mark.parametrize("name", FOLDERS)
def test_both_languages_say_the_same(name):
    """The same headings, tables and pictures in the same order, whatever their words."""

    def outline(language):
        return [each.name for each in parsed(Document(name, language)).find_all(["h2", "h3", "tr", "img", "li"])]

    assert outline("pl") == outline("en")
    assert Document(name, "pl").rendered.title != Document(name, "en").rendered.title


def test_every_file_is_a_page_of_the_guide():
    files = {path for folder in set(FOLDERS.values()) for path in (DOCS / folder).glob("*.md")}
    assert files == {document.path for document in ALL}


@pytest.mark.parametrize("document", ALL, ids=by_name)
def test_headings_leave_no_level_out_and_have_their_own_names(document):
    levels = [1, *(int(heading.name[1]) for heading in parsed(document).find_all(re.compile("h[1-6]")))]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    names = [element["id"] for element in parsed(document).find_all(id=True)]
    assert not [name for name in names if re.search(r"_\d+$", name)], "Two headings have the same words."


def test_the_guide_has_the_numbers_of_the_settings():
    for language, slip, bin_days, quiet in [
        ("pl", "do {} znaków", "na {} dni", "od dwóch tygodni"),
        ("en", "up to {} characters", "for {} days", "for two weeks"),
    ]:
        text = {name: parsed(Document(name, language)).get_text() for name in ("approving", "recycle-bin", "desk")}
        assert slip.format(settings.APPROVERS_OWN_CHARACTERS) in text["approving"]
        assert bin_days.format(settings.RECYCLE_BIN_DAYS) in text["recycle-bin"]
        assert settings.DRAFTS_GO_QUIET_AFTER_DAYS == 14
        assert quiet in text["desk"]
