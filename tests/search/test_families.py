"""Any form of a word finds texts with the others, and hardly any text without."""

from tools.morphology import FAMILIES, read_families
from tools.search_families.measuring import Figures
from tools.search_families.searching import search_families


def test_forms_of_a_word_find_one_another(structure):
    figures = search_families(read_families(FAMILIES), structure["pl"].sections["news"])
    assert figures.is_enough, figures


def test_english_likewise(structure):
    families = {
        "council": ["council", "councils", "council's"],
        "strategy": ["strategy", "strategies"],
        "child": ["child", "children"],
        "publish": ["publish", "publishes", "published", "publishing"],
        "municipality": ["municipality", "municipalities"],
    }
    figures = search_families(families, structure["en"].sections["news"])
    assert figures.is_enough, figures


def test_both_shares_must_be_enough():
    assert not Figures(recall=0.96, precision=1.0).is_enough
    assert not Figures(recall=1.0, precision=0.96).is_enough
