"""No rule of a stylesheet is left behind by the pages that it was written for."""

import re

from content.styleguide.views import COLOURS
from core.alerts import AlertSettings
from core.blocks import CallOutBlock
from core.covers import GROUNDS
from tests.test_house_rules import named

# Modifiers that templates put together from values
FROM_VALUES = {
    "alert": AlertSettings.Level.values,
    "call-out": dict(CallOutBlock.KINDS),
    "contour-map": ("small",),
    "cover": GROUNDS,
    "notice": ("warning", "withdrawn"),
    "page-record": ("foot",),
    "section": ("deep", "panel"),
    "swatch": COLOURS,
}
CLASS = r"-?[A-Za-z_][\w-]*"


def styled() -> dict[str, str]:
    """Return the classes that stylesheets select, each with a file that does."""
    found = {}
    for file in named(".css", under="site/static/css"):
        rules = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)
        for selector in re.findall(r"([^{};]+)\{", rules):
            found.update(dict.fromkeys(re.findall(rf"\.({CLASS})", selector), file.name))
    return found


def used() -> set[str]:
    """Return the classes that templates give to elements, and all words that are quoted in code and scripts."""
    words = {f"{block}--{value}" for block, values in FROM_VALUES.items() for value in values}
    for file in named(".html", under="site/templates"):
        text = file.read_text()
        without_tags = re.sub(r"\{[%{].*?[%}]\}", " ", text)
        for classes in re.findall(r"\b(?:\w*class(?:es)?|modifier)=[\"']([^\"']*)", f"{text}\n{without_tags}"):
            words.update(re.findall(CLASS, classes))
    for file in [*named(".py"), *named(".js", under="site/static")]:
        if "tests" not in file.parts:
            words.update(word for quoted in re.findall(r"[\"'](.*?)[\"']", file.read_text()) for word in quoted.split())
    return words


def test_every_class_that_is_styled_is_used():
    there = used()
    dead = {name: file for name, file in styled().items() if name not in there}
    assert not dead, f"No template, code or script uses these classes. Remove their rules: {dead}"


def test_a_class_that_no_element_has_is_noticed():
    assert "button" in used()
    assert "no-such-class" not in used()
    assert {"button", "alert--warning", "item__title"} <= styled().keys()
