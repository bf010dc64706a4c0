"""The guide of editors names every check, with whether it stands in the way and whether a reason is taken."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from checks.registry import CHECKS

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"\| ([^|]+) \| [^|]+ \| (yes|no|tak|nie) \| (yes|no|tak|nie|–) \| `([\w-]+)` \|")


@pytest.mark.parametrize(("language", "yes", "no"), [("pl", "tak", "nie"), ("en", "yes", "no")])
def test_the_guide_has_every_check_as_it_is(language, yes, no):
    text = (ROOT / "docs" / "editors" / f"checks.{language}.md").read_text(encoding="utf-8")
    rows = {name: (blocks, excusable) for _what, blocks, excusable, name in ROW.findall(text)}
    assert rows == {
        check.identifier: (
            yes if check.blocks else no,
            (yes if check.excusable else no) if check.blocks else "–",
        )
        for check in CHECKS
    }


def test_the_english_guide_uses_the_names_of_the_site():
    text = (ROOT / "docs" / "editors" / "checks.en.md").read_text(encoding="utf-8")
    with translation.override("en"):
        missing = [check.identifier for check in CHECKS if str(check.title) not in text]
    assert not missing
