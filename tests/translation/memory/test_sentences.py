"""Where sentences end."""

import pytest

from translation.memory.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Nabór trwa od 1 marca 2027 r. do końca miesiąca.",
        "Biuro mieści się przy ul. Długiej 5 w Przykładowie.",
        "Zapraszamy na ul. Długą.",
        "Podstawą jest art. 7 ust. 1 pkt. 6 ustawy.",
        "Program poprowadzi prof. Nowak i dr. Kowalska.",
        "Czynne w godz. 7.30–15.30.",
        "Koszt to 2,5 mln zł w tym 12 tys. 300 zł wkładu.",
        "Uchwała nr. 5 z 2026 r. w sprawie dróg.",
        "Przyjdą m.in. Ania i np. Ola.",
        "W XX w. powstał młyn.",
        "See No. 5 and e.g. Monday, at 7:30 a.m. or later.",
        "Dr. Smith and Prof. J. Jones spoke.",
        "1. Nabór wniosków",
        "Wersja 2.0 działa",
        "Jeden punkt… a potem drugi.",
        "Bez kropki",
    ],
)
def test_one_sentence_stays_one(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nabór trwa. Zgłoś się.", ["Nabór trwa.", "Zgłoś się."]),
        ("Nabór trwa od 2027 r. Wnioski przyjmuje biuro.", ["Nabór trwa od 2027 r.", "Wnioski przyjmuje biuro."]),
        ("Zebrano 12 tys. Gminy dołożą resztę.", ["Zebrano 12 tys.", "Gminy dołożą resztę."]),
        ("Czy warto? Tak! Zapraszamy.", ["Czy warto?", "Tak!", "Zapraszamy."]),
        ("„Warto.” Tak mówią.", ["„Warto.”", "Tak mówią."]),
        ("Koszt to 5 zł. „Niewiele” – mówią.", ["Koszt to 5 zł.", "„Niewiele” – mówią."]),
        ("We open at 8 a.m. The office is closed on Monday.", ["We open at 8 a.m.", "The office is closed on Monday."]),
        ("Trwa do 2027. 15 gmin czeka.", ["Trwa do 2027.", "15 gmin czeka."]),
    ],
)
def test_sentences_are_told_apart(text, parts):
    assert sentences(text) == parts


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_has_no_sentence(text):
    assert sentences(text) == []


@pytest.mark.parametrize("text", ["." * 200_000, "." + " " * 200_000, "A. " * 70_000 + "z", "„." * 100_000])
def test_a_very_long_text_without_an_end_is_one_sentence_at_once(text):
    assert sentences(text) == [text.strip()]


def test_a_long_number_may_end_a_sentence():
    number = "12 3456 7890 1234 5678 9012 3456".replace(" ", "")
    assert sentences(f"{number}. Tyle.") == [f"{number}. Tyle."]
    assert sentences(f"Rachunek {number}. Tyle.") == [f"Rachunek {number}.", "Tyle."]
