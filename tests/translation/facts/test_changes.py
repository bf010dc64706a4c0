"""Whether a change was one of spelling, of wording, or of a fact."""

import pytest

from morphology.lemmas import knows_polish
from translation.facts import lexicon
from translation.facts.changes import Change, DriftClass, classify, word_diff
from translation.facts.kinds import FactKind

CHANGES = [
    ("Spotkanie gmninne.", "Spotkanie gminne.", DriftClass.TYPO, set()),
    ("Spotkanie gminne.", "Spotkanie gmninne.", DriftClass.TYPO, set()),
    ("Zarzad przyjal plan.", "Zarząd przyjął plan.", DriftClass.TYPO, set()),
    ("Zapraszamy , wstęp wolny", "Zapraszamy, wstęp wolny.", DriftClass.TYPO, set()),
    ("unia Europejska pomaga", "Unia Europejska pomaga", DriftClass.TYPO, set()),
    ("Czekamy na prawdę długo.", "Czekamy naprawdę długo.", DriftClass.TYPO, set()),
    ("Spotkanie w w sali.", "Spotkanie w sali.", DriftClass.TYPO, set()),
    ("Praca dla mieszkańcy gminy.", "Praca dla mieszkańców gminy.", DriftClass.TYPO, set()),
    ("To koszt 5 mln zł.", "To koszt 5 mln zł", DriftClass.TYPO, set()),
    ("Zmiana planu.", "Zamiana planu.", DriftClass.WORDING, set()),
    ("Droga jest gotowa.", "Ta droga jest gotowa.", DriftClass.WORDING, set()),
    ("Koszt to 5 mln zł.", "Wartość to 5 000 000 zł.", DriftClass.WORDING, set()),
    ("Nie ma uwag.", "Brak uwag.", DriftClass.WORDING, set()),
    ("Droga i most.", "Most i droga.", DriftClass.WORDING, set()),
    ("Koszt to 5 mln zł.", "Koszt to 6 mln zł.", DriftClass.FACT, {FactKind.AMOUNT}),
    ("Koszt to 5 zł.", "Koszt to 5 euro.", DriftClass.FACT, {FactKind.CURRENCY}),
    ("Koszt to 5 zł.", "Koszt to 2 euro.", DriftClass.FACT, {FactKind.AMOUNT, FactKind.CURRENCY}),
    ("Apel o ósmej rano.", "Apel o ósmej wieczorem.", DriftClass.FACT, {FactKind.TIME}),
    ("Wstęp jest wolny.", "Wstęp jest bezpłatny.", DriftClass.WORDING, set()),
    ("Do 3 maja.", "Do 4 maja.", DriftClass.FACT, {FactKind.DATE}),
    ("Czekamy na wnioski.", "Czekamy na wnioski do 4 maja.", DriftClass.FACT, {FactKind.DATE}),
    ("Wnioski zwracamy.", "Wniosków nie zwracamy.", DriftClass.FACT, {FactKind.NEGATION}),
    ("Udział odpłatny.", "Udział nieodpłatny.", DriftClass.FACT, {FactKind.NEGATION}),
    ("Wybrano Annę Lis.", "Wybrano Annę Wilk.", DriftClass.FACT, {FactKind.NAME}),
    ("Droga do Lipowa.", "Droga do Dębna.", DriftClass.FACT, {FactKind.NAME}),
    ("Budżet wynosi 1,2 mln zł.", "Budżet wynosi 12 mln zł.", DriftClass.FACT, {FactKind.AMOUNT}),
    ("Trasa ma 2, 5 km.", "Trasa ma 2,5 km.", DriftClass.TYPO, set()),
    ("Goście z poza regionu.", "Goście spoza regionu.", DriftClass.TYPO, set()),
    ("Co najmniej 40 osób.", "Co najwyżej 40 osób.", DriftClass.FACT, {FactKind.NUMBER}),
    ("Budowa trwała półtora roku.", "Budowa zajęła 18 miesięcy.", DriftClass.WORDING, set()),
    ("Umowa do 31 maja.", "Umowa do końca maja.", DriftClass.WORDING, set()),
    ("Remiza w Sosnowie.", "Sosnowska remiza.", DriftClass.WORDING, set()),
    ("Prosimy się nie spóźnić.", "Prosimy o punktualne przybycie.", DriftClass.WORDING, set()),
    ("Zrobi to tylko gmina.", "Nie zrobi tego nikt poza gminą.", DriftClass.WORDING, set()),
    ("Czynne codziennie.", "Czynne codziennie, z wyjątkiem świąt.", DriftClass.FACT, {FactKind.NEGATION}),
    ("Do 3 maja 5 zł.", "Do 4 maja 6 zł.", DriftClass.FACT, {FactKind.DATE, FactKind.AMOUNT}),
]


@pytest.mark.parametrize(("before", "after", "drift", "kinds"), CHANGES)
def test_classes_and_kinds(before, after, drift, kinds):
    assert classify(before, after) == Change(drift, frozenset(kinds))


@pytest.mark.parametrize(("before", "after", "drift", "kinds"), CHANGES)
def test_the_same_without_a_dictionary(before, after, drift, kinds, monkeypatch):
    monkeypatch.setattr("morphology.lemmas._analyser", lambda: None)
    lexicon.readings.cache_clear()
    lexicon.is_common.cache_clear()
    assert classify(before, after) == Change(drift, frozenset(kinds))


@pytest.fixture(autouse=True)
def _fresh_lexicon():
    yield
    lexicon.readings.cache_clear()
    lexicon.is_common.cache_clear()


@pytest.mark.skipif(not knows_polish(), reason="Morfeusz has no build for this machine")
def test_a_dictionary_tells_another_word_from_a_slip():
    assert classify("Sadzimy drzewa.", "Sadzimy krzewy.") == Change(DriftClass.WORDING)
    assert classify("Zmierzymy dwanaśce drzew.", "Zmierzymy dwanaście drzew.") == Change(DriftClass.TYPO)
    assert classify("Stary sad.", "Stary sąd.") == Change(DriftClass.WORDING)
    assert classify("Lekarz przyjmie jutro.", "Lekarz przyjmował jutro.") == Change(DriftClass.WORDING)


def test_targets_of_links_are_facts():
    assert classify("Zob. stronę.", "Zob. stronę.", ["page:1"], ["page:2"]).kinds == {FactKind.LINK}
    assert classify("Zob. plik.", "Zob. plik.", ["document:1"], []).kinds == {FactKind.FILE}
    assert classify("Zob. stronę.", "Zob. stronę.", ["page:1"], ["page:1"]).drift == DriftClass.TYPO


def test_english_texts_too():
    assert classify("We meat in May.", "We meet in May.", language="en").drift == DriftClass.TYPO
    assert classify("We meet in May.", "We meet in June.", language="en").kinds == {FactKind.DATE}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Koszt to 5 mln zł.", "Koszt to 6 mln zł."),
        ("", "Nowy tekst"),
        ("Stary tekst", ""),
        ("a b  c\nd", "a c d e"),
        ("słowo " * 2_000, "słowo " * 1_000 + "inne " + "słowo " * 1_000),
    ],
)
def test_a_diff_holds_both_versions(before, after):
    pieces = word_diff(before, after)
    assert "".join(text for operation, text in pieces if operation != "added") == before
    assert "".join(text for operation, text in pieces if operation != "removed") == after


def test_a_diff_is_of_whole_words():
    assert word_diff("Koszt to 5 mln zł.", "Koszt to 6 mln zł.") == [
        ("same", "Koszt to"),
        ("removed", " 5"),
        ("added", " 6"),
        ("same", " mln zł."),
    ]
