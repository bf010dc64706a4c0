"""Lists sort by the Polish alphabet, on every database."""

import pytest

from content.factories import make_publication
from core.collation import PagesByTitle, polish_key
from publications.models import PublicationPage


@pytest.mark.parametrize(
    "words",
    [
        ["Lubań", "Luzino", "Łąck", "Łódź", "Mosina"],
        ["Sopot", "Suwałki", "Środa", "Świdnica", "Toruń"],
        ["Zabrze", "Zgierz", "Źródła", "Żary", "Żory"],
        ["cal", "ćma", "dal"],
        ["noc", "nóż", "osa", "ósmy", "pies"],
        ["Nowa Sól", "Nowa-Sól", "Nowasól"],
        ["Raport 1", "Raport 2", "Raport a"],
        ["ega", "éga", "egb"],
        ["Zzz", "Żory", "Яблоко"],
        ["gmina", "Gmina", "gmina B"],
        ["", "a"],
    ],
)
def test_order_is_that_of_the_alphabet(words):
    assert sorted([*words[1:], words[0]], key=polish_key) == words


def test_decomposed_letters_are_the_same_letters():
    assert polish_key("Z\u0307ory") == polish_key("Żory")


def test_pages_come_by_year_and_then_by_title(structure):
    parent = structure["pl"].sections["publications"]
    for year, title in [(2024, "Żory"), (2025, "Świt"), (2025, "Łan"), (2025, "Sen"), (2025, "Lód")]:
        make_publication(parent, year=year, title=title)
    pages = PagesByTitle(PublicationPage.objects.child_of(parent), by_first="-year")
    assert len(pages) == 5
    assert [page.title for page in pages[:3]] == ["Lód", "Łan", "Sen"]
    assert [page.title for page in pages[3:]] == ["Świt", "Żory"]
    assert pages[-1].title == "Żory"
