"""How a file becomes a page of the guide."""

import os
from pathlib import Path

import pytest
from PIL import Image

from guide import documents
from guide.rendering import Addresses, render

FOLDER = Path("/docs/editors")
PAGES = {FOLDER / "other.en.md": "/guide/other/"}
ADDRESSES = Addresses(PAGES.get, lambda path: f"/pictures/{path.name}")


def html(text):
    return render(f"# Title\n\n{text}", FOLDER, ADDRESSES).html


def test_title_and_first_sentence_are_told_apart():
    rendered = render("# Of *pages*\n\nOne sentence. Another one.\n\n## Part\n\n### Smaller\n", FOLDER, ADDRESSES)
    assert (rendered.title, rendered.summary) == ("Of pages", "One sentence.")
    assert "<h1" not in rendered.html
    (heading,) = rendered.contents
    assert (heading.id, heading.text, heading.children[0].text) == ("part", "Part", "Smaller")


def test_a_line_of_nothing_but_links_is_left_out():
    text = "[Wersja polska](other.pl.md) · [Overview](other.en.md)\n\nThe text."
    assert html(text) == "<p>The text.</p>"
    assert "Wersja" in html("[Wersja polska](other.pl.md) and more.\n\nThe text.")


def test_links_lead_into_the_guide():
    assert '<a href="/guide/other/#a-part">' in html("See [it](other.en.md#a-part).")
    assert '<a href="#a-part">' in html("See [it](#a-part).")
    assert '<a href="https://example.org/">' in html("See [it](https://example.org/).")


@pytest.mark.parametrize("target", ["../operators/mail.md", "../../README.md", "/etc/passwd", "missing.en.md"])
def test_link_to_what_is_no_page_of_the_guide_is_plain_text(target):
    assert html(f"See [it]({target}).") == "<p>See <span>it</span>.</p>"


def test_anchors_keep_polish_letters():
    assert 'id="gdy-coś-musi-zostać"' in html("## Gdy coś musi zostać")


def test_table_is_a_region_with_the_name_of_its_heading():
    table = html("## Roles\n\n| a | b |\n|---|---|\n| c | d |")
    assert 'role="region"' in table
    assert 'aria-labelledby="roles"' in table
    assert 'tabindex="0"' in table


def test_picture_comes_from_the_guide_in_its_size(tmp_path):
    """A picture that takes its room only when it comes would push away the place that somebody has gone to."""
    (tmp_path / "images").mkdir()
    path = tmp_path / "images" / "a.webp"
    Image.new("RGB", (64, 36)).save(path)
    rendered = render("# T\n\n![What it shows](../images/a.webp)", tmp_path / "editors", ADDRESSES)
    assert 'src="/pictures/a.webp"' in rendered.html
    assert all(size in rendered.html for size in ('width="64"', 'height="36"'))
    assert rendered.pictures == (path,)


def test_file_is_read_again_when_it_has_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "DOCS", tmp_path)
    (tmp_path / "editors").mkdir()
    path = tmp_path / "editors" / "desk.en.md"
    document = documents.Document("desk", "en")
    for at, title in [(1, "Before"), (2, "After")]:
        path.write_text(f"# {title}\n\nText.\n", encoding="utf-8")
        os.utime(path, (at, at))
        assert document.rendered.title == title
        assert document.rendered is document.rendered
