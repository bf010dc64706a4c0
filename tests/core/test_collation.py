"""Lists sort by the Polish alphabet, on every database."""

import pytest

from core.collation import polish_key


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
