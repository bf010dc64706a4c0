"""A translation may say the contrary without a word that denies."""

import pytest

from translation.facts.kinds import FactKind
from translation.facts.opposites import opposed
from translation.facts.parity import compare


@pytest.mark.parametrize(
    ("polish", "english", "contrary"),
    [
        ("Minister odmówił dofinansowania.", "The minister has agreed to co-finance it.", ("odmówił", "agreed")),
        ("Wójt zaprzeczył pogłoskom.", "The mayor confirmed the rumours.", ("zaprzeczył", "confirmed")),
        ("Kuchnia wznowiła działalność.", "The kitchen has ceased operating.", ("wznowiła", "ceased")),
        ("Liczba mieszkańców wzrosła.", "The population has fallen.", ("wzrosła", "fallen")),
        ("Zakaz palenia ognisk.", "Bonfires are permitted.", ("Zakaz", "permitted")),
        ("Obecni byli wszyscy radni.", "All councillors were absent.", ("Obecni", "absent")),
    ],
)
def test_the_contrary_is_a_difference(polish, english, contrary):
    assert [(one.text, other.text) for _where, one, other in opposed({None: polish}, {None: english})] == [contrary]
    found = compare(polish, english)
    assert [each.kind for each in found] == [FactKind.NEGATION]


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("Minister odmówił dofinansowania.", "The minister turned down the request."),
        ("Rada odrzuciła wniosek i przyjęła budżet.", "The council rejected the motion and adopted the budget."),
        ("Ceny biletów wzrosły.", "Ticket prices have soared."),
        ("Sklep jest otwarty do 21.00.", "The shop closes at 9 pm."),
        ("Nie odmówił podpisu.", "He agreed to sign."),
    ],
)
def test_other_words_for_the_same_are_none(polish, english):
    assert not opposed({None: polish}, {None: english})


def test_it_is_found_where_it_stands():
    polish = "Sesja trwała godzinę. Rada odrzuciła projekt."
    english = "The session took an hour. The council approved the draft."
    [(where, one, other)] = opposed({"lead": polish}, {"lead": english})
    assert where == "lead"
    assert polish[one.start : one.end] == "odrzuciła"
    assert english[other.start : other.end] == "approved"


def test_other_segments_are_not_compared():
    assert not opposed({"one": "Minister odmówił."}, {"two": "The minister agreed."})
